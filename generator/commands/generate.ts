import { dirname, isAbsolute, join } from "node:path";
import { isUrl } from "../config/defaults.ts";
import type { Config } from "../config/types.ts";
import { formatFiles } from "../output/format.ts";
import { planChanges, strayFiles } from "../output/plan-changes.ts";
import type { FileChange } from "../output/types.ts";
import { unifiedDiff } from "../output/unified-diff.ts";
import { recover, writeChanges } from "../output/write-changes.ts";
import { checkSpec, generatePackage } from "../run.ts";
import type { GenerateFlags } from "./arguments.ts";
import { configure } from "./configure.ts";
import { withProgress } from "./progress.ts";
import { reportWarnings, shortPath } from "./report.ts";
import type { Problem } from "../errors.ts";
import { colorDiff, commandLine, summary } from "./summary.ts";
import { plural, write, type Terminal } from "./terminal.ts";

/** `generate`: writes the package, or with `--check` compares it and the spec with what is there. */
export async function generate(flags: GenerateFlags, terminal: Terminal): Promise<number> {
  const config = await configure(flags, terminal.cwd);
  if (flags.check !== true) await recover(config.out);
  const warnings: Problem[] = [];
  const warn = (found: readonly Problem[]): void => void warnings.push(...found);
  const changes = await withProgress(terminal, async (progress) => {
    const rendered = await generatePackage(config, { overlay: flags["no-overlay"] !== true, progress, warn });
    progress("Formatting");
    return planChanges(config.out, await formatFiles(rendered), { target: "package" });
  });
  const strays = await strayFiles(config.out, changes);
  for (const path of strays) {
    const place = { file: join(config.out, path) };
    warnings.push({ place, message: "this file is not generated", hint: "It is left alone; move or delete it." });
  }
  await reportWarnings(warnings, terminal);
  if (flags.check === true) {
    const differs = await check(flags, config, changes, terminal);
    if (differs || strays.length > 0) return 1;
    const folder = shortPath(config.out, terminal.cwd);
    await write(terminal.stdout, `up to date: ${plural(changes.length, "file")} in ${folder}\n`);
    return 0;
  }
  await writeChanges(config.out, changes, { target: "package" });
  await write(terminal.stdout, summary(shortPath(config.out, terminal.cwd), changes));
  return 0;
}

/** Shows what differs in the package and in the spec; false where nothing does. */
async function check(
  flags: GenerateFlags,
  config: Config,
  changes: readonly FileChange[],
  terminal: Terminal,
): Promise<boolean> {
  // Only a document that `refresh` maintains is ours to judge; not one named by a flag, nor somebody's own file.
  const judged = flags.metadata === undefined && config.source !== undefined && !isUrl(config.metadata);
  const spec = judged ? await formatFiles(await checkSpec(config)) : [];
  const specFolder = dirname(config.metadata);
  const specChanges = await planChanges(specFolder, spec, { target: "named" });
  const differs = await show(config.out, changes, `odata-bindgen generate${commandLine(flags)}`, terminal);
  const specDiffers = await show(
    specFolder,
    specChanges,
    `odata-bindgen refresh${commandLine({ config: flags.config })}`,
    terminal,
  );
  return differs || specDiffers;
}

/** Prints what differs, and on stderr the command that mends it; false where nothing does. */
async function show(
  folder: string,
  changes: readonly FileChange[],
  remedy: string,
  { cwd, stdout, stderr, colors }: Terminal,
): Promise<boolean> {
  const differing = changes.filter((change) => change.kind !== "unchanged");
  if (differing.length === 0) return false;
  const name = shortPath(folder, cwd);
  const prefix = isAbsolute(name) || name === "." ? "" : `${name.replaceAll("\\", "/")}/`;
  await write(stdout, colorDiff(unifiedDiff(differing, prefix), colors.stdout));
  await write(
    stderr,
    `${name}: ${differing.length} of ${plural(changes.length, "file")} out of date; to mend it: ${remedy}\n`,
  );
  return true;
}
