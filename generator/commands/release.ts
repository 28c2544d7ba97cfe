import { dirname } from "node:path";
import type { Comparison } from "../diff/types.ts";
import { BindgenError } from "../errors.ts";
import { printableJson } from "../excerpt.ts";
import type { Locks } from "../output/lock.ts";
import type { OutputTarget } from "../output/types.ts";
import { writeAll } from "../output/write-changes.ts";
import { highestStep, nextVersion, type NextVersion } from "../release/next-version.ts";
import type { RunOptions } from "../read-slice.ts";
import { diffPackages } from "../run.ts";
import { hasTag } from "../source/has-tag.ts";
import type { ReleaseFlags } from "./arguments.ts";
import { configureAll } from "./configure.ts";
import { diffSides } from "./diff-sides.ts";
import { withProgress, type Progress } from "./progress.ts";
import { entryOf, releaseTargets, type ReleasedOutput } from "./release-files.ts";
import { baseOf, orderOf, tagOf, type ReleaseOrder } from "./release-order.ts";
import { collectWarnings, reportWarnings, shortPath } from "./report.ts";
import { summary } from "./summary.ts";
import { write, type Terminal } from "./terminal.ts";
import { ownedFolders, withProject, type Job } from "./with-project.ts";
import { usage } from "./usage.ts";

/** A release that is made and not written yet. */
interface Release {
  readonly next: NextVersion;
  /** The entries of all changelogs. */
  readonly entry: string;
  readonly targets: readonly OutputTarget[];
}

interface ReleaseJob extends Job {
  readonly order: ReleaseOrder;
}

/** What came of it, and what is to be said of it. */
interface Result {
  readonly made: Release | undefined;
  readonly context: Context;
}

/**
 * `release`: compares the package as it was released with what the configuration says now, and raises the version by the
 * step that follows: in the config file, in the changelog, in the package. All of it is written, or nothing.
 */
export async function release(flags: ReleaseFlags, terminal: Terminal): Promise<number> {
  const writes = flags["dry-run"] !== true;
  const read = async (): Promise<ReleaseJob> => jobOf(await orderOf(flags, terminal.cwd), terminal.cwd);
  const work = async ({ order }: ReleaseJob, locks?: Locks): Promise<Result> => {
    const base = await baseOf(flags, order);
    const made = await prepare(order, base, { flags, terminal });
    if (made !== undefined && locks !== undefined) await writeAll(made.targets, locks);
    return { made, context: { order, base, writes, terminal } };
  };
  const { made, context } = writes ? await withProject(read, work, terminal) : await work(await read());
  await write(terminal.stdout, (flags.json === true ? asJson : asText)(made, context));
  return 0;
}

async function jobOf(order: ReleaseOrder, cwd: string): Promise<ReleaseJob> {
  const all = await configureAll({ config: order.file }, cwd);
  const writes = [dirname(order.file), ...order.configs.map(({ out }) => out)];
  return { order, writes, owned: ownedFolders(all) };
}

/** The release, made and not written; undefined where there is nothing to release. */
async function prepare(
  order: ReleaseOrder,
  base: string,
  { flags, terminal }: { readonly flags: ReleaseFlags; readonly terminal: Terminal },
): Promise<Release | undefined> {
  const { warn, all: warnings } = collectWarnings();
  const made = await withProgress(terminal, async (progress) => {
    const comparisons = await compare(order, base, { flags, cwd: terminal.cwd, progress });
    const step = highestStep(comparisons.map(({ semver }) => semver));
    const next = nextVersion(order.version, step, flags.step);
    return next && (await make(order, { next, comparisons }, { overlay: true, progress, warn }));
  });
  await reportWarnings(warnings(), terminal);
  return made;
}

/** What differs for the users of each output. */
async function compare(
  { configs }: ReleaseOrder,
  base: string,
  { flags, cwd, progress }: { readonly flags: ReleaseFlags; readonly cwd: string; readonly progress: Progress["step"] },
): Promise<Comparison[]> {
  const comparisons: Comparison[] = [];
  for (const { name } of configs) {
    const only = name === undefined ? undefined : [name];
    const sides = await diffSides({ base, config: flags.config, only }, cwd).catch((error: unknown) => {
      throw name === undefined ? error : explained(error, base, name);
    });
    comparisons.push((await diffPackages(sides, { overlay: true, progress })).comparison);
  }
  return comparisons;
}

/** Nobody may have given `--only`: each output is compared with the one that had its name. */
function explained(error: unknown, base: string, name: string): unknown {
  if (!(error instanceof BindgenError) || !error.message.startsWith("--only")) return error;
  const hint = "name the document that users have: odata-bindgen release FILE, URL or git:REVISION:FILE";
  return usage(`${base} has no output "${name}" to compare with`, hint);
}

async function make(
  order: ReleaseOrder,
  { next, comparisons }: { readonly next: NextVersion; readonly comparisons: readonly Comparison[] },
  options: RunOptions,
): Promise<Release> {
  const { version } = next;
  if ((await hasTag(dirname(order.file), tagOf(version))) === true) {
    throw usage(
      `there is a tag ${tagOf(version)} already`,
      "release a higher version with --step, or take the tag away",
    );
  }
  const outputs: ReleasedOutput[] = [];
  for (const [index, comparison] of comparisons.entries()) {
    const config = order.configs[index];
    if (config !== undefined) outputs.push({ config, entry: await entryOf(comparison, version) });
  }
  const targets = await releaseTargets(order, outputs, version, options);
  return { next, entry: outputs.map((output) => titled(output, outputs.length > 1)).join("\n"), targets };
}

function titled({ config, entry }: ReleasedOutput, several: boolean): string {
  return several ? `${config.name ?? ""}:\n\n${entry}` : entry;
}

interface Context {
  readonly order: ReleaseOrder;
  readonly base: string;
  readonly writes: boolean;
  readonly terminal: Terminal;
}

function asJson(made: Release | undefined, { order: { version: from } }: Context): string {
  const { version: to, step } = made?.next ?? { version: from, step: "none" };
  return `${printableJson({ from, to, step, entry: made?.entry ?? "" }, 2)}\n`;
}

function asText(made: Release | undefined, { order, base, writes, terminal }: Context): string {
  if (made === undefined) return `nothing to release: no change for users of the package since ${base}\n`;
  const { version } = made.next;
  const told = `${terminal.colors.stdout.bold(`${order.version} → ${version}`)}\n\n${made.entry}`;
  if (!writes) return told;
  const folders = new Set(made.targets.map(({ folder }) => folder));
  const files = [...folders].map((folder) => {
    const changes = made.targets.flatMap((target) => (target.folder === folder ? target.changes : []));
    return summary(shortPath(folder, terminal.cwd), changes);
  });
  return `${told}\n${files.join("")}\nnext: commit this, and tag it ${tagOf(version)}\n`;
}
