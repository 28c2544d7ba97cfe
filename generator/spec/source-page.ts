import { basename } from "node:path";
import { cell, code, link } from "../markdown.ts";
import type { Config } from "../config/types.ts";
import type { Kept } from "./kept.ts";

export interface SourceFacts {
  /** The file that the document was read from; undefined for a download. */
  readonly file: string | undefined;
  readonly sha256: string;
  readonly bytes: number;
  readonly config: Pick<Config, "metadata" | "source" | "roots" | "docs">;
  readonly kept: Kept;
}

/** What only a page of ours says, in its first lines. */
const signature = "is the slice of a published document, written by `odata-bindgen refresh`";

/** Whether text is a page that `refresh` wrote, whatever became of its lower lines. */
export function isSourcePage(text: string): boolean {
  return text.split("\n", 4).some((line) => line.includes(signature));
}

/** `SOURCE.md`: which document the spec was sliced from. No folder of anybody's machine stands in it, and no date. */
export function sourcePage({ file, sha256, bytes, config, kept }: SourceFacts): string {
  // A download says no more than where the document is published: the address may be that of somebody's own mirror.
  const name = file === undefined ? "a download" : cell(basename(file));
  const roots = config.roots === "all" ? ["everything"] : config.roots.map(code);
  return [
    "# Source",
    "",
    `${code(basename(config.metadata))} ${signature}:`,
    config.docs === "metadata"
      ? "names, types, facets, descriptions and the annotations that decide something."
      : "names, types, facets and the annotations that decide something, without description texts.",
    "",
    "| | |",
    "| --- | --- |",
    `| document | ${name} |`,
    ...(config.source === undefined ? [] : [`| published at | ${link(config.source)} |`]),
    `| bytes | ${bytes} |`,
    `| SHA-256 | \`${sha256}\` |`,
    `| types | ${kept.types.size} |`,
    `| operations | ${kept.operations.size} |`,
    "",
    "Roots:",
    "",
    ...roots.map((root) => `- ${root}`),
    "",
  ].join("\n");
}
