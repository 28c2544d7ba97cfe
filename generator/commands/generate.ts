import { plural } from "../count.ts";
import { dirname, isAbsolute, join } from "node:path";
import { isUrl } from "../config/defaults.ts";
import { documentConfigs } from "../config/documents.ts";
import type { Config } from "../config/types.ts";
import type { Problem } from "../errors.ts";
import { planChanges, strayFiles } from "../output/plan-changes.ts";
import type { Locks } from "../output/lock.ts";
import { unfinishedFolders } from "../output/recover.ts";
import type { FileChange, OutputTarget } from "../output/types.ts";
import { unifiedDiff } from "../output/unified-diff.ts";
import { writeAll } from "../output/write-changes.ts";
import { checkSpec, type RunOptions } from "../run.ts";
import type { GenerateFlags } from "./arguments.ts";
import { configureAll } from "./configure.ts";
import { checkSummary } from "./check-summary.ts";
import { inert, printable } from "../excerpt.ts";
import { isCheckout } from "../package-root.ts";
import { makePackage, type MadePackage } from "./make-package.ts";
import { withProgress } from "./progress.ts";
import { collectWarnings, reportWarnings, shortPath } from "./report.ts";
import { colorDiff, commandLine, summary } from "./summary.ts";
import { write, type Terminal } from "./terminal.ts";
import { ownedFolders, withProject, type Job } from "./with-project.ts";

interface Output extends MadePackage {
  /** Source files in it that nobody generated. */
  readonly strays: readonly string[];
}

interface GenerateJob extends Job {
  readonly configs: readonly Config[];
}

/** `generate`: writes the packages, all or none, or with `--check` compares them and the spec with what is there. */
export async function generate(flags: GenerateFlags, terminal: Terminal): Promise<number> {
  const read = (): Promise<GenerateJob> => jobOf(flags, terminal.cwd);
  if (flags.check === true) {
    const job = await read();
    return check(flags, { job, outputs: await makeAll(flags, job, terminal) }, terminal);
  }
  const work = async (job: GenerateJob, locks: Locks): Promise<readonly Output[]> => {
    const made = await makeAll(flags, job, terminal);
    const targets = made.map(({ folder, changes }): OutputTarget => ({ folder, changes, target: "package" }));
    await writeAll(targets, locks);
    return made;
  };
  for (const { folder, changes } of await withProject(read, work, terminal)) {
    await write(terminal.stdout, summary(shortPath(folder, terminal.cwd), changes));
  }
  return 0;
}

async function jobOf(flags: GenerateFlags, cwd: string): Promise<GenerateJob> {
  const configs = await configureAll(flags, cwd);
  const part = flags.only !== undefined || flags.out !== undefined || flags.metadata !== undefined;
  const alone = flags.config === undefined && flags.metadata !== undefined;
  const whole = part && !alone ? await configureAll({ config: flags.config }, cwd) : [];
  return { configs, writes: configs.map(({ out }) => out), owned: ownedFolders([...whole, ...configs]) };
}

async function makeAll(flags: GenerateFlags, { configs }: GenerateJob, terminal: Terminal): Promise<Output[]> {
  const { warn, all: warnings } = collectWarnings();
  const outputs = await withProgress(terminal, async (progress) => {
    const made: Output[] = [];
    for (const config of configs) {
      const label = config.name === undefined ? "" : `${config.name}: `;
      const step = (name: string): void => progress(label + name);
      made.push(await make(config, { overlay: flags["no-overlay"] !== true, progress: step, warn }));
    }
    return made;
  });
  warn(outputs.flatMap(strayWarnings));
  await reportWarnings(warnings(), terminal);
  return outputs;
}

async function make(config: Config, options: RunOptions): Promise<Output> {
  const { folder, changes } = await makePackage(config, options);
  return { folder, changes, strays: await strayFiles(folder, changes) };
}

function strayWarnings({ folder, strays }: Output): Problem[] {
  return strays.map((path) => {
    const place = { file: join(folder, path) };
    return { place, message: "this file is not generated", hint: "It is left alone; move or delete it." };
  });
}

/** Shows what differs in the packages and in the spec; the exit code. */
async function check(
  flags: GenerateFlags,
  { job: { configs, owned }, outputs }: { readonly job: GenerateJob; readonly outputs: readonly Output[] },
  terminal: Terminal,
): Promise<number> {
  let differs = outputs.some(({ strays }) => strays.length > 0);
  for (const folder of await unfinishedFolders(owned)) {
    differs = true;
    const message = `an interrupted run has not been brought to its end; to do so: ${remedyFor("generate", flags)}`;
    await write(terminal.stderr, `${printable(shortPath(folder, terminal.cwd))}: ${message}\n`);
  }
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

/**
 * Only a document that `refresh` maintains is ours to judge; not one named by a flag, nor somebody's own file. It holds
 * what the file says, for all outputs that read it, whatever the flags choose.
 */
async function judgedDocuments(flags: GenerateFlags, configs: readonly Config[], cwd: string): Promise<Config[]> {
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
