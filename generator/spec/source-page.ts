import { basename } from "node:path";
import type { Config } from "../config/types.ts";
import type { Slice } from "../slice/types.ts";

export interface SourceFacts {
  /** Where the document was read from, as a person named it. */
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly config: Config;
  readonly slice: Slice;
}

/** `SOURCE.md`: which document the spec was sliced from. No folder of anybody's machine stands in it, and no date. */
export function sourcePage({ file, sha256, bytes, config, slice }: SourceFacts): string {
  // A download says no more than where the document is published: the address may be that of somebody's own mirror.
  const name = /^https?:/.test(file) ? "a download" : `\`${basename(file)}\``;
  const roots = config.roots === "all" ? ["everything"] : config.roots.map((root) => `\`${root}\``);
  return [
    "# Source",
    "",
    `\`${basename(config.metadata)}\` is the slice of a published document, written by \`odata-bindgen refresh\`:`,
    config.docs === "metadata"
      ? "names, types, facets, descriptions and the annotations that decide something."
      : "names, types, facets and the annotations that decide something, without description texts.",
    "",
    "| | |",
    "| --- | --- |",
    `| document | ${name} |`,
    ...(config.source === undefined ? [] : [`| published at | <${config.source}> |`]),
    `| bytes | ${bytes} |`,
    `| SHA-256 | \`${sha256}\` |`,
    `| types | ${slice.types.size} |`,
    `| operations | ${slice.operations.size} |`,
    "",
    "Roots:",
    "",
    ...roots.map((root) => `- ${root}`),
    "",
  ].join("\n");
}
