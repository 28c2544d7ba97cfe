import { dirname } from "node:path";
import type { Comparison } from "../diff/types.ts";
import { BindgenError } from "../errors.ts";
import type { OutputTarget } from "../output/types.ts";
import { recover, writeAll } from "../output/write-changes.ts";
import { highestStep, nextVersion, type NextVersion } from "../release/next-version.ts";
import { diffPackages, type RunOptions } from "../run.ts";
import { hasTag } from "../source/has-tag.ts";
import type { ReleaseFlags } from "./arguments.ts";
import { diffSides } from "./diff-sides.ts";
import { withProgress, type Progress } from "./progress.ts";
import { entryOf, releaseTargets, type ReleasedOutput } from "./release-files.ts";
import { baseOf, editedConfig, orderOf, tagOf, type ReleaseOrder } from "./release-order.ts";
import { collectWarnings, reportWarnings, shortPath } from "./report.ts";
import { summary } from "./summary.ts";
import { write, type Terminal } from "./terminal.ts";
import { usage } from "./usage.ts";

/** A release that is made and not written yet. */
interface Release {
  readonly next: NextVersion;
  /** The entries of all changelogs. */
  readonly entry: string;
  readonly targets: readonly OutputTarget[];
}

/**
 * `release`: compares the package as it was released with what the configuration says now, and raises the version by the
 * step that follows: in the config file, in the changelog, in the package. All of it is written, or nothing.
 */
export async function release(flags: ReleaseFlags, terminal: Terminal): Promise<number> {
  const writes = flags["dry-run"] !== true;
  // Before it is read: an interrupted release may have left the config file behind.
  if (writes) await recover(dirname(editedConfig(flags, terminal.cwd)));
  const order = await orderOf(flags, terminal.cwd);
  if (writes) for (const { out } of order.configs) await recover(out);
  const base = await baseOf(flags, order);
  const { warn, all: warnings } = collectWarnings();
  const made = await withProgress(terminal, async (progress) => {
    const comparisons = await compare(order, base, { flags, cwd: terminal.cwd, progress });
    const step = highestStep(comparisons.map(({ semver }) => semver));
    const next = nextVersion(order.version, step, flags.step);
    return next && (await make(order, { next, comparisons }, { overlay: true, progress, warn }));
  });
  await reportWarnings(warnings(), terminal);
  if (made !== undefined && writes) await writeAll(made.targets);
  await write(terminal.stdout, (flags.json === true ? asJson : asText)(made, { order, base, writes, terminal }));
  return 0;
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
  if (await hasTag(dirname(order.file), tagOf(version))) {
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
  return `${JSON.stringify({ from, to, step, entry: made?.entry ?? "" }, undefined, 2)}\n`;
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
