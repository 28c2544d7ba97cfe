import { append } from "../group.ts";
import { dirname } from "node:path";
import type { Config } from "../config/types.ts";
import type { Problem } from "../errors.ts";
import { printable } from "../excerpt.ts";
import { formatFiles } from "../output/format.ts";
import type { Locks } from "../output/lock.ts";
import { planChanges } from "../output/plan-changes.ts";
import type { OutputTarget } from "../output/types.ts";
import { writeAll } from "../output/write-changes.ts";
import { refreshSpec } from "../run.ts";
import { apiVersion } from "../source/api-version.ts";
import type { Source } from "../source/types.ts";
import type { RefreshFlags } from "./arguments.ts";
import { configFile, configureAll } from "./configure.ts";
import { downloadOptions } from "./download-options.ts";
import { makePackage } from "./make-package.ts";
import { redundantEntries } from "./overlay-notes.ts";
import { withProgress, type Progress } from "./progress.ts";
import { refreshDiff } from "./refresh-diff.ts";
import { ordersOf, type Orders } from "./refresh-orders.ts";
import { readState } from "./refresh-state.ts";
import { refuseForeignTargets } from "./refresh-targets.ts";
import { collectWarnings, reportWarnings, shortPath } from "./report.ts";
import { summary } from "./summary.ts";
import { write, type Terminal } from "./terminal.ts";
import { ownedFolders, withProject, type Job } from "./with-project.ts";

/** The documents, and what is made of them beside the packages. */
interface Documents {
  readonly targets: readonly OutputTarget[];
  /** What is to stand in the spec folder, by location. */
  readonly slices: ReadonlyMap<string, Source>;
  /** Documents that the server says are the ones that we have. */
  readonly notModified: readonly string[];
  /** Entries of the overlay that the new metadata makes needless. */
  readonly redundant: readonly Problem[];
}

interface Made {
  readonly documents: Documents;
  readonly packages: readonly OutputTarget[];
  readonly diff: string;
}

interface Tools {
  readonly terminal: Terminal;
  readonly progress: Progress["step"];
  readonly warn: (found: readonly Problem[]) => void;
}

interface RefreshJob extends Job {
  readonly orders: Orders;
  /** The outputs whose documents are refreshed. */
  readonly concerned: readonly Config[];
}

/**
 * `refresh`: downloads the full documents, slices them into the spec folder, makes the packages again and says what
 * changed for their users. Nothing is written until everything is made.
 */
export async function refresh(flags: RefreshFlags, terminal: Terminal): Promise<number> {
  const { warn, all: warnings } = collectWarnings();
  const work = async (job: RefreshJob, locks: Locks): Promise<Made & Pick<RefreshJob, "concerned">> => {
    const made = await withProgress(terminal, (progress) => make(job, { terminal, progress, warn }));
    await writeAll([...made.documents.targets, ...made.packages], locks);
    return { ...made, concerned: job.concerned };
  };
  const read = (): Promise<RefreshJob> => jobOf(flags, terminal.cwd);
  const { documents, packages, diff, concerned } = await withProject(read, work, terminal);
  await reportWarnings([...documents.redundant, ...warnings()], terminal);
  for (const metadata of documents.notModified) await write(terminal.stdout, `not modified: ${printable(metadata)}\n`);
  for (const { folder, changes } of [...documents.targets, ...packages]) {
    await write(terminal.stdout, summary(shortPath(folder, terminal.cwd), changes));
  }
  await write(terminal.stdout, diff);
  if (flags.api !== undefined) await write(terminal.stderr, apiNote(flags.api, concerned));
  return 0;
}

async function jobOf(flags: RefreshFlags, cwd: string): Promise<RefreshJob> {
  const file = configFile(flags.config, cwd);
  const all = await configureAll({ config: file }, cwd);
  const chosen = await configureAll({ config: file, only: flags.only }, cwd);
  const orders = ordersOf(flags, { all, chosen }, cwd);
  const refreshed = new Set(orders.map(({ config }) => config.metadata));
  // A package that was not chosen goes along where its document changes: it would no longer be what that yields.
  const concerned = all.filter(({ metadata }) => refreshed.has(metadata));
  const writes = [...[...refreshed].map((metadata) => dirname(metadata)), ...concerned.map(({ out }) => out)];
  return { orders, concerned, writes, owned: ownedFolders(all) };
}

async function make({ orders, concerned }: RefreshJob, tools: Tools): Promise<Made> {
  const { terminal, progress, warn } = tools;
  await refuseForeignTargets(orders);
  const documents = await makeDocuments(orders, tools);
  const known = documents.slices;
  const packages: OutputTarget[] = [];
  for (const config of concerned) {
    packages.push({ ...(await makePackage(config, { overlay: true, progress, known })), target: "package" });
  }
  return { documents, packages, diff: await refreshDiff(concerned, { terminal, known, progress, warn }) };
}

async function makeDocuments(orders: Orders, { progress, warn }: Tools): Promise<Documents> {
  const targets: OutputTarget[] = [];
  const slices = new Map<string, Source>();
  const notModified: string[] = [];
  const redundant: Problem[] = [];
  for (const order of orders) {
    const { metadata } = order.config;
    const download = { ...order.download, ...downloadOptions.listeners(order.metadata, progress) };
    const state = await readState(metadata, order.page);
    const refreshed = await refreshSpec({ ...order, state, download }, { overlay: true, progress, warn });
    if (refreshed === "not-modified") {
      notModified.push(order.metadata);
      continue;
    }
    const { document } = refreshed;
    const files = [document, ...(await formatFiles(refreshed.files))];
    // Lines in messages are those of a file that is not there yet.
    slices.set(metadata, { file: `${metadata} (new)`, bytes: new TextEncoder().encode(document.text) });
    append(redundant, redundantEntries(refreshed.overlay));
    const folder = dirname(metadata);
    targets.push({ folder, changes: await planChanges(folder, files, { target: "named" }), target: "named" });
  }
  return { targets, slices, notModified, redundant };
}

/** The config goes on naming its own version, and the next refresh comes back to it. */
function apiNote(api: string, configs: readonly Config[]): string {
  const differs = configs.some(({ source = "" }) => apiVersion(source)?.toLowerCase() !== api.toLowerCase());
  if (!differs) return "";
  return `the config still names another version than ${api}: change its "source", or give ${api} an output of its own\n`;
}
