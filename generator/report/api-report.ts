import type { FormattedFile } from "../output/types.ts";
import { makeReport } from "./make-report.ts";
import { syntaxReader } from "./read-module.ts";

/**
 * Takes the files of a package (paths relative to it), returns a report of its public surface as Markdown: what each
 * entry point of `package.json` exports, and each declaration as consumers see it. Made for reading its diff: one fact
 * a line, sorted by code unit. Reads syntax alone, so that what depends on inference is shown as it is written; never
 * throws for what it does not know.
 */
export function apiReport(files: readonly FormattedFile[]): string {
  return makeReport(files, syntaxReader());
}
