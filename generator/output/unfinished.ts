import { BindgenError } from "../errors.ts";
import { explained } from "./failures.ts";
import type { FileSystem } from "./file-system.ts";
import { stagingFolder } from "./folders.ts";
import { readDecision, readJournal, unusable, type Decision, type Journal, type Step } from "./journal.ts";
import { isPortable } from "./paths.ts";
import { API_REPORT, type OwnFolder } from "./types.ts";

/** What was decided in some folders together, the leader first, and not brought to its end. */
export interface Unfinished {
  readonly kind: Decision["kind"];
  readonly parts: readonly Part[];
}

export interface Part {
  readonly folder: string;
  readonly steps: readonly Step[];
}

/** The files of a package beside its sources. */
const packageFiles = ["CHANGELOG.md", "LICENSE", "README.md", API_REPORT, "package.json", "tsconfig.json"];

/**
 * What interrupted runs had decided for the folders of a project. A journal is data, and may have come with the files of
 * the project from anybody: what it names is compared with what the configuration names, and never followed.
 * @throws BindgenError `input` where a journal speaks of a folder or a file that is not ours
 */
export async function findUnfinished(owned: readonly OwnFolder[], fs: FileSystem): Promise<Unfinished[]> {
  const journals = new Map<string, Journal>();
  for (const { folder } of owned) {
    const journal = await explained(folder, () => readJournal(folder, fs));
    if (journal !== undefined) journals.set(folder, journal);
  }
  for (const [folder, { leader }] of journals) demandOwned(owned, folder, leader);
  const unfinished: Unfinished[] = [];
  for (const [leader, journal] of journals) {
    const decision = journal.leader === leader ? await explained(leader, () => readDecision(leader, fs)) : undefined;
    if (decision === undefined) continue;
    const parts: Part[] = [];
    for (const folder of new Set([leader, ...decision.folders])) {
      const own = demandOwned(owned, leader, folder);
      const { leader: led, steps = [] } = journals.get(folder) ?? {};
      // One that is not led by this has been staged anew since, or has been cleared by hand.
      if (led !== leader) continue;
      checkSteps(own, steps);
      parts.push({ folder, steps });
    }
    unfinished.push({ kind: decision.kind, parts });
  }
  return unfinished;
}

function demandOwned(owned: readonly OwnFolder[], journal: string, folder: string): OwnFolder {
  const own = owned.find((one) => one.folder === folder);
  if (own !== undefined) return own;
  throw new BindgenError("input", {
    place: { file: stagingFolder(journal) },
    message: `an interrupted run wrote to ${folder} as well, which is no folder of this project`,
    hint: `run again with the configuration that it had; or see that the files are in order, and delete ${stagingFolder(journal)}`,
  });
}

function checkSteps({ folder, package: isPackage, named }: OwnFolder, steps: readonly Step[]): void {
  for (const { path } of steps) {
    const generated = isPackage && (packageFiles.includes(path) || /^src\/.+\.ts$/.test(path));
    if (!(named.includes(path) || generated) || !isPortable(path)) {
      throw unusable(folder, `"${path}" is no file that is written there`);
    }
  }
}
