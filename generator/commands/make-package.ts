import type { Config } from "../config/types.ts";
import { formatFiles } from "../output/format.ts";
import { planChanges } from "../output/plan-changes.ts";
import { API_REPORT, type FileChange, type FormattedFile } from "../output/types.ts";
import type { RunOptions } from "../read-slice.ts";

/** One package, made and compared with what is there; nothing is written. */
export interface MadePackage {
  readonly folder: string;
  readonly changes: readonly FileChange[];
}

/** Generates and formats the package of a configuration, and finds what of it differs from its folder. */
export async function makePackage(config: Config, options: RunOptions): Promise<MadePackage> {
  return { folder: config.out, changes: await changesOf(config.out, await makeFiles(config, options)) };
}

/** The files of the package that a configuration describes, as they are to be written. */
export async function makeFiles(config: Config, options: RunOptions): Promise<FormattedFile[]> {
  // All the stages: what finds that there is nothing to do need not wait for them.
  const { generatePackage } = await import("../run.ts");
  const rendered = await generatePackage(config, options);
  options.progress?.("Formatting");
  const files = await formatFiles(rendered);
  return config.apiReport ? [...files, await reportOf(files, options)] : files;
}

/** What of a package differs from its folder. */
export function changesOf(folder: string, files: readonly FormattedFile[]): Promise<FileChange[]> {
  return planChanges(folder, files, { target: "package" });
}

/** The report of the public surface, read back from what is about to be written. */
async function reportOf(files: readonly FormattedFile[], { progress }: RunOptions): Promise<FormattedFile> {
  progress?.("Reporting");
  const { plainReport } = await import("../report/plain-report.ts");
  const text = plainReport(files);
  if (text !== undefined) return { path: API_REPORT, text };
  // It loads a compiler, for which hardly a package has to wait.
  const { apiReport } = await import("../report/api-report.ts");
  return { path: API_REPORT, text: apiReport(files) };
}
