import type { Config } from "../config/types.ts";
import { formatFiles } from "../output/format.ts";
import { planChanges } from "../output/plan-changes.ts";
import type { FileChange } from "../output/types.ts";
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
  return { folder, changes: await planChanges(folder, await formatFiles(rendered), { target: "package" }) };
}
