import type { Comparison } from "../diff/types.ts";
import { diffGithub } from "./diff-github.ts";
import { diffJson } from "./diff-json.ts";
import { diffMarkdown } from "./diff-markdown.ts";
import type { FailOn } from "./diff-summary.ts";
import { diffText } from "./diff-text.ts";
import type { Terminal } from "./terminal.ts";
import type { diffFormats } from "./options.ts";
import { usage } from "./usage.ts";

/** How a comparison can be shown. */
export type DiffFormat = (typeof diffFormats)[number] | "json";

/** What the flags say of the output. */
export interface FormatFlags {
  readonly format?: Exclude<DiffFormat, "json"> | undefined;
  readonly json?: boolean | undefined;
}

export interface DiffContext {
  /** The output, its width and colours, and the folder that files are named relative to. */
  readonly terminal: Pick<Terminal, "cwd" | "columns" | "colors">;
  readonly failOn: FailOn;
}

/**
 * The format that the flags ask for.
 * @throws {BindgenError} of kind `usage` where they ask for two
 */
export function formatOf({ format, json }: FormatFlags): DiffFormat {
  if (json !== true) return format ?? "text";
  if (format !== undefined) throw usage("--json and --format exclude each other", "see odata-bindgen diff --help");
  return "json";
}

/** The comparison in a format, as it goes to standard output. */
export function formatComparison(comparison: Comparison, format: DiffFormat, context: DiffContext): string {
  const { cwd, columns, colors } = context.terminal;
  switch (format) {
    case "text":
      return diffText(comparison, { columns, colors: colors.stdout });
    case "markdown":
      return diffMarkdown(comparison);
    case "github":
      return diffGithub(comparison, { cwd, failOn: context.failOn });
    case "json":
      return diffJson(comparison, { cwd });
  }
}
