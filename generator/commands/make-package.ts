import type { Config } from "../config/types.ts";
import { formatFiles } from "../output/format.ts";
import { planChanges } from "../output/plan-changes.ts";
import type { FileChange, FormattedFile } from "../output/types.ts";
import { generatePackage, type RunOptions } from "../run.ts";

/** One package, made and compared with what is there; nothing is written. */
export interface MadePackage {
  readonly folder: string;
  readonly changes: readonly FileChange[];
}

/** Generates and formats the package of a configuration, and finds what of it differs from its folder. */
export async function makePackage(config: Config, options: RunOptions): Promise<MadePackage> {
  const folder = config.out;
  const rendered = await generatePackage(config, options);
  options.progress?.("Formatting");
  const files = await formatFiles(rendered);
  const report = config.apiReport ? [await reportOf(files, options)] : [];
  return { folder, changes: await planChanges(folder, [...files, ...report], { target: "package" }) };
}

/** The report of the public surface, read back from what is about to be written. */
async function reportOf(files: readonly FormattedFile[], { progress }: RunOptions): Promise<FormattedFile> {
  progress?.("Reporting");
  const { apiReport } = await import("../report/api-report.ts");
  return { path: "api.md", text: apiReport(files) };
}
