import { dirname, isAbsolute } from "node:path";
import { isUrl } from "../config/defaults.ts";
import { documentConfigs, type DocumentConfig } from "../config/documents.ts";
import type { Config } from "../config/types.ts";
import { plural } from "../count.ts";
import { inert, printable } from "../excerpt.ts";
import { planChanges } from "../output/plan-changes.ts";
import { unfinishedFolders } from "../output/recover.ts";
import type { FileChange } from "../output/types.ts";
import { unifiedDiff } from "../output/unified-diff.ts";
import { refusePlaces } from "../output/write-changes.ts";
import { isCheckout } from "../package-root.ts";
import { checkSpec } from "../run.ts";
import type { GenerateFlags } from "./arguments.ts";
import { checkSummary } from "./check-summary.ts";
import { configureAll } from "./configure.ts";
import type { GenerateJob, Output } from "./generate.ts";
import type { MadePackage } from "./make-package.ts";
import { shortPath } from "./report.ts";
import { colorDiff, commandLine } from "./summary.ts";
import { write, type Terminal } from "./terminal.ts";

/** Shows what differs in the packages and in the spec; the exit code. */
export async function checkAll(
  flags: GenerateFlags,
  { job: { configs, owned }, outputs }: { readonly job: GenerateJob; readonly outputs: readonly Output[] },
  terminal: Terminal,
): Promise<number> {
  const unfinished = await unfinishedFolders(owned);
  for (const folder of unfinished) {
    const message = `an interrupted run has not been brought to its end; to do so: ${remedyFor("generate", flags)}`;
    await write(terminal.stderr, `${printable(shortPath(folder, terminal.cwd))}: ${message}\n`);
  }
  await refusePlaces(outputs);
  const strays = await showStrays(outputs, terminal);
  let differs = unfinished.length > 0 || strays;
  for (const [index, { folder, changes }] of outputs.entries()) {
    if (!(await show(folder, changes, terminal))) continue;
    differs = true;
    const config = configs[index];
    const meaning = config === undefined ? "" : await checkSummary(config, flags["no-overlay"] !== true, terminal);
    await write(terminal.stderr, `${meaning}${outOfDate({ folder, changes }, remedyFor("generate", flags), terminal)}`);
  }
  const remedy = remedyFor("refresh", { config: flags.config, only: flags.only });
  for (const config of await judgedDocuments(flags, configs, terminal.cwd)) {
    const folder = dirname(config.metadata);
    const changes = await planChanges(folder, [await checkSpec(config)], { target: "named" });
    if (!(await show(folder, changes, terminal))) continue;
    differs = true;
    await write(terminal.stderr, outOfDate({ folder, changes }, remedy, terminal));
  }
  if (differs) return 1;
  for (const { folder, changes } of outputs) {
    const name = printable(shortPath(folder, terminal.cwd));
    await write(terminal.stdout, `up to date: ${plural(changes.length, "file")} in ${name}\n`);
  }
  return 0;
}

/** Names the files that nobody generates; whether there are any. */
async function showStrays(outputs: readonly Output[], terminal: Terminal): Promise<boolean> {
  const found = outputs.filter(({ strays }) => strays.length > 0);
  for (const { folder, strays } of found) {
    const [are, them] = strays.length === 1 ? ["is", "it"] : ["are", "them"];
    const excess = `${plural(strays.length, "file")} in src ${are} not generated: move or delete ${them}`;
    await write(terminal.stderr, `${printable(shortPath(folder, terminal.cwd))}: ${excess}\n`);
  }
  return found.length > 0;
}

/**
 * Only a document that `refresh` maintains is ours to judge; not one named by a flag, nor somebody's own file. It holds
 * what the file says, for all outputs that read it, whatever the flags choose.
 */
async function judgedDocuments(
  flags: GenerateFlags,
  configs: readonly Config[],
  cwd: string,
): Promise<DocumentConfig[]> {
  if (flags.metadata !== undefined) return [];
  const whole = flags.only === undefined && flags.root === undefined && flags.all === undefined;
  const all = whole ? configs : await configureAll({ config: flags.config }, cwd);
  const read = new Set(configs.map(({ metadata }) => metadata));
  return documentConfigs(all).filter(
    ({ metadata, source }) => read.has(metadata) && source !== undefined && !isUrl(metadata),
  );
}

/** The command that mends it; in a checkout of the tool, the script that is called like it. */
function remedyFor(command: "generate" | "refresh", flags: Readonly<Record<string, unknown>>): string {
  const given = commandLine(flags);
  return given === "" && isCheckout() ? `npm run ${command}` : `odata-bindgen ${command}${given}`;
}

function outOfDate({ folder, changes }: MadePackage, remedy: string, { cwd }: Terminal): string {
  const differing = changes.filter((change) => change.kind !== "unchanged").length;
  return `${printable(shortPath(folder, cwd))}: ${differing} of ${plural(changes.length, "file")} out of date; to mend it: ${remedy}\n`;
}

/** Prints what differs; false where nothing does. */
async function show(
  folder: string,
  changes: readonly FileChange[],
  { cwd, stdout, colors }: Terminal,
): Promise<boolean> {
  const differing = changes.filter((change) => change.kind !== "unchanged");
  if (differing.length === 0) return false;
  const name = shortPath(folder, cwd);
  const prefix = isAbsolute(name) || name === "." ? "" : `${name.replaceAll("\\", "/")}/`;
  await write(stdout, colorDiff(inert(unifiedDiff(differing, prefix)), colors.stdout));
  return true;
}
