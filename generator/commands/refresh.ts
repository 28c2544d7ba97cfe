import { basename, dirname } from "node:path";
import { isUrl, locate } from "../config/defaults.ts";
import { documentConfigs } from "../config/documents.ts";
import type { Config } from "../config/types.ts";
import { formatProblem, type Problem } from "../errors.ts";
import { formatFiles } from "../output/format.ts";
import { planChanges } from "../output/plan-changes.ts";
import type { OutputTarget } from "../output/types.ts";
import { recover, writeAll } from "../output/write-changes.ts";
import { refreshSpec, type RefreshOrder } from "../run.ts";
import { apiVersion, withApiVersion } from "../source/api-version.ts";
import type { RefreshFlags } from "./arguments.ts";
import { configureAll } from "./configure.ts";
import { downloadOptions } from "./download-options.ts";
import { makePackage } from "./make-package.ts";
import { redundantEntries } from "./overlay-notes.ts";
import { withProgress, type Progress } from "./progress.ts";
import { refreshDiff } from "./refresh-diff.ts";
import { reportWarnings, shortPath } from "./report.ts";
import { summary } from "./summary.ts";
import { write, type Terminal } from "./terminal.ts";
import { usage } from "./usage.ts";

/** Everything that a refresh is about to write, and what it tells. */
interface Refreshed {
  readonly targets: readonly OutputTarget[];
  /** Documents that the server says are the ones that we have. */
  readonly notModified: readonly string[];
  /** Entries of the overlay that the new metadata makes needless. */
  readonly redundant: readonly Problem[];
  readonly diff: string;
}

/**
 * `refresh`: downloads the full documents, slices them into the spec folder, makes the packages again and says what
 * changed for their users. Nothing is written until everything is made.
 */
export async function refresh(flags: RefreshFlags, terminal: Terminal): Promise<number> {
  const chosen = await configureAll({ config: flags.config, only: flags.only }, terminal.cwd);
  // A document holds what all outputs that are made from it need, whichever were chosen.
  const configs = flags.only === undefined ? chosen : await configureAll({ config: flags.config }, terminal.cwd);
  const orders = ordersOf(flags, { chosen, configs }, terminal.cwd);
  const folders = [...orders.map(({ config }) => dirname(config.metadata)), ...configs.map(({ out }) => out)];
  for (const folder of new Set(folders)) await recover(folder);
  const warnings = new Map<string, Problem>();
  const warn = (found: readonly Problem[]): void => {
    for (const problem of found) warnings.set(formatProblem(problem), problem);
  };
  const { targets, notModified, redundant, diff } = await withProgress(terminal, (progress) =>
    make({ orders, configs }, { terminal, progress, warn }),
  );
  await reportWarnings([...redundant, ...warnings.values()], terminal);
  await writeAll(targets);
  for (const metadata of notModified) await write(terminal.stdout, `not modified: ${metadata}\n`);
  for (const { folder, changes } of targets) {
    await write(terminal.stdout, summary(shortPath(folder, terminal.cwd), changes));
  }
  await write(terminal.stdout, diff);
  return 0;
}

interface Tools {
  readonly terminal: Terminal;
  readonly progress: Progress["step"];
  readonly warn: (found: readonly Problem[]) => void;
}

async function make(
  { orders, configs }: { readonly orders: readonly RefreshOrder[]; readonly configs: readonly Config[] },
  { terminal, progress, warn }: Tools,
): Promise<Refreshed> {
  const targets: OutputTarget[] = [];
  const notModified: string[] = [];
  const redundant: Problem[] = [];
  const known = new Map<string, Uint8Array>();
  for (const order of orders) {
    const { metadata } = order.config;
    const download = { ...order.download, ...downloadOptions.listeners(order.metadata, progress) };
    const refreshed = await refreshSpec({ ...order, download }, { overlay: true, progress, warn });
    if (refreshed === "not-modified") {
      notModified.push(order.metadata);
      continue;
    }
    const files = await formatFiles(refreshed.files);
    const sliced = files.find(({ path }) => path === basename(metadata));
    if (sliced !== undefined) known.set(metadata, new TextEncoder().encode(sliced.text));
    redundant.push(...redundantEntries(refreshed.overlay));
    const folder = dirname(metadata);
    targets.push({ folder, changes: await planChanges(folder, files, { target: "named" }), target: "named" });
  }
  const documents = new Set(orders.map(({ config }) => config.metadata));
  const concerned = configs.filter(({ metadata }) => documents.has(metadata));
  for (const config of concerned) {
    const { folder, changes } = await makePackage(config, { overlay: true, progress, known });
    targets.push({ folder, changes, target: "package" });
  }
  const diff = await refreshDiff(concerned, { terminal, known, progress });
  return { targets, notModified, redundant, diff };
}

/** What to refresh: each document once, from where the flags or the configuration say. */
function ordersOf(
  flags: RefreshFlags,
  { chosen, configs }: { readonly chosen: readonly Config[]; readonly configs: readonly Config[] },
  cwd: string,
): RefreshOrder[] {
  const wanted = new Set(chosen.map(({ metadata }) => metadata));
  const documents = documentsFor(
    flags,
    documentConfigs(configs).filter(({ metadata }) => wanted.has(metadata)),
  );
  if (flags.metadata !== undefined && documents.length > 1) {
    throw usage("--metadata is for one document, and the config has several", "choose one with --only NAME");
  }
  const download = downloadOptions.bounds(flags);
  return documents.map((config) => {
    if (isUrl(config.metadata)) {
      throw usage(
        `the config generates from ${config.metadata}, there is no file to refresh`,
        'name a file in "metadata"',
      );
    }
    return { config, metadata: fullDocument(flags, config, cwd), page: pageOf(config, configs), download };
  });
}

/** With `--api`, those of several documents that are of this version already; else all. */
function documentsFor({ api }: RefreshFlags, documents: readonly Config[]): readonly Config[] {
  if (api === undefined || documents.length === 1) return documents;
  const chosen = documents.filter(({ source }) => source !== undefined && apiVersion(source) === api);
  if (chosen.length > 0) return chosen;
  throw usage(`--api ${api}: no output of the config is from this version`, "choose the output with --only NAME");
}

function fullDocument({ metadata, api }: RefreshFlags, { source }: Config, cwd: string): string {
  if (metadata !== undefined && api !== undefined) throw usage("--metadata and --api exclude each other");
  if (metadata !== undefined) return locate(cwd, metadata);
  if (source === undefined) {
    throw usage(
      "the config does not say where to download from",
      'give --metadata FILE|URL, or add "source" to the config',
    );
  }
  return api === undefined ? source : withApiVersion(source, api);
}

/** One page for each document: with a name of its own where a folder has several. */
function pageOf({ metadata }: Config, configs: readonly Config[]): string {
  const neighbours = documentConfigs(configs).filter((other) => dirname(other.metadata) === dirname(metadata));
  return neighbours.length > 1 ? `${basename(metadata).replace(/(\.csdl)?\.xml$/i, "")}.SOURCE.md` : "SOURCE.md";
}
