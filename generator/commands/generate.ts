import { join } from "node:path";
import type { Config } from "../config/types.ts";
import type { Problem } from "../errors.ts";
import type { Locks } from "../output/lock.ts";
import { strayFiles } from "../output/plan-changes.ts";
import type { OutputTarget } from "../output/types.ts";
import { writeAll } from "../output/write-changes.ts";
import type { RunOptions } from "../read-slice.ts";
import type { GenerateFlags } from "./arguments.ts";
import { toolHash } from "./cache-key.ts";
import { cacheFolder, makeCached, type Cache } from "./cached-package.ts";
import { configureAll } from "./configure.ts";
import { makePackage, type MadePackage } from "./make-package.ts";
import { withProgress } from "./progress.ts";
import { collectWarnings, reportWarnings, shortPath } from "./report.ts";
import { summary } from "./summary.ts";
import { write, type Terminal } from "./terminal.ts";
import { ownedFolders, withProject, type Job } from "./with-project.ts";

/** A package that was made, and what stands in its folder. */
export interface Output extends MadePackage {
  /** Source files in it that nobody generated. */
  readonly strays: readonly string[];
}

/** The packages that are to be made. */
export interface GenerateJob extends Job {
  readonly configs: readonly Config[];
}

/** `generate`: writes the packages, all or none, or with `--check` compares them and the spec with what is there. */
export async function generate(flags: GenerateFlags, terminal: Terminal): Promise<number> {
  const read = (): Promise<GenerateJob> => jobOf(flags, terminal.cwd);
  if (flags.check === true) {
    const job = await read();
    const { checkAll } = await import("./generate-check.ts");
    return checkAll(flags, { job, outputs: await makeAll(flags, job, terminal) }, terminal);
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
  // A check is told what is true, and not what was true before.
  const tool = flags.check === true ? undefined : toolHash();
  const { warn, all: warnings } = collectWarnings();
  const outputs = await withProgress(terminal, async (progress) => {
    const made: Output[] = [];
    for (const config of configs) {
      const label = config.name === undefined ? "" : `${config.name}: `;
      const step = (name: string): void => progress(label + name);
      const folder = tool === undefined ? undefined : cacheFolder(config.out);
      const cache = folder === undefined || tool === undefined ? undefined : { folder, tool: [tool, terminal.engine] };
      made.push(await make(config, { overlay: flags["no-overlay"] !== true, progress: step, warn }, cache));
    }
    return made;
  });
  warn(outputs.flatMap(strayWarnings));
  await reportWarnings(warnings(), terminal);
  return outputs;
}

async function make(config: Config, options: RunOptions, cache: Cache | undefined): Promise<Output> {
  const { folder, changes } = await (cache === undefined
    ? makePackage(config, options)
    : makeCached(config, options, cache));
  return { folder, changes, strays: await strayFiles(folder, changes) };
}

function strayWarnings({ folder, strays }: Output): Problem[] {
  return strays.map((path) => {
    const place = { file: join(folder, path) };
    return { place, message: "this file is not generated", hint: "it is left alone: move or delete it" };
  });
}
