import { basename, dirname, isAbsolute } from "node:path";
import { isUrl } from "../config/defaults.ts";
import type { Config } from "../config/types.ts";
import { BindgenError } from "../errors.ts";
import { parseGitLocation } from "../git-location.ts";
import { lockFolders, type Locks } from "../output/lock.ts";
import { leftovers, recover } from "../output/recover.ts";
import type { OwnFolder } from "../output/types.ts";
import { documentName, stateFile } from "../spec/source-state.ts";
import { withProgress } from "./progress.ts";
import { reportWarnings } from "./report.ts";
import type { Terminal } from "./terminal.ts";

/** A job that writes, and the folders that it concerns. */
export interface Job {
  /** Folders that it writes to. */
  readonly writes: readonly string[];
  /** The folders of the whole project: an interrupted run may have written any of them together. */
  readonly owned: readonly OwnFolder[];
}

const attempts = 5;

/**
 * Does a job with its folders to itself, once what an interrupted run left is brought to its end. What the job is stands
 * in files that such a run, or one that is waited for, may change; so it is read again when nobody else can.
 */
export async function withProject<T extends Job, R>(
  read: () => Promise<T>,
  work: (job: T, locks: Locks) => Promise<R>,
  terminal: Terminal,
): Promise<R> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const before = await read();
    const wanted = [...before.writes, ...(await leftovers(before.owned, terminal))];
    const locks = await lock(wanted, terminal);
    const covered = (folders: readonly string[]): boolean => folders.every((folder) => locks.folders.has(folder));
    try {
      if (!covered(await leftovers(before.owned, terminal))) continue;
      await reportWarnings(await recover(before.owned, locks), terminal);
      const job = await read();
      if (covered(job.writes)) return await work(job, locks);
    } finally {
      await locks.release();
    }
  }
  const message = "other runs go on changing what is to be written";
  throw new BindgenError("input", { message, hint: "wait until they have ended, then try again" });
}

function lock(folders: readonly string[], terminal: Terminal): Promise<Locks> {
  return withProgress(terminal, (progress) =>
    lockFolders(folders, { host: terminal.host, waiting: (pid) => progress(`Waiting for process ${pid}`) }),
  );
}

/** The folders of a project, and the files in them that its commands write. */
export function ownedFolders(configs: readonly Config[]): OwnFolder[] {
  const found = new Map<string, OwnFolder>();
  const add = (folder: string, named: readonly string[], isPackage = false): void => {
    const known = found.get(folder);
    const names = [...(known?.named ?? []), ...named];
    found.set(folder, { folder, package: isPackage || known?.package === true, named: names });
  };
  for (const { from, metadata, out } of configs) {
    add(out, [], true);
    if (isAbsolute(from)) add(dirname(from), [basename(from)]);
    if (isUrl(metadata) || parseGitLocation(metadata) !== undefined) continue;
    const pages = ["SOURCE.md", `${documentName(metadata)}.SOURCE.md`];
    add(dirname(metadata), [basename(metadata), basename(stateFile(metadata)), ...pages]);
  }
  return [...found.values()];
}
