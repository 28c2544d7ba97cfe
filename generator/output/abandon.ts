import { existsSync, readdirSync, rmdirSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { ignoreFile, stagingFolder } from "./folders.ts";
import { decisionFiles, isStaged } from "./journal.ts";
import type { Held } from "./lock.ts";

/**
 * Leaves folders at once, because the process is told to end: nothing else runs any more, so nothing may be waited for.
 * What is staged goes, unless it was decided; then the next run finishes it.
 */
export function abandon(held: readonly Held[]): void {
  const stagings = held.map(({ folder }) => stagingFolder(folder));
  const decisions = Object.values(decisionFiles);
  // Before looking: a decision that is on its way to its name gets there now or never.
  for (const staging of stagings) for (const name of decisions) attempt(() => unlinkSync(join(staging, `${name}.tmp`)));
  const decided = stagings.some((staging) => decisions.some((name) => existsSync(join(staging, name))));
  for (const { folder, claim, made } of held) {
    const staging = stagingFolder(folder);
    attempt(() => unlinkSync(claim));
    if (decided) continue;
    leave(staging);
    for (const path of made) attempt(() => rmdirSync(path));
  }
}

/** So often it is looked again, with so many milliseconds in between. */
const looks = 10;
const pause = 20;

/**
 * Removes what is staged until the folder itself goes: files that were asked of the system before the process was told to
 * end are made all the same, and nothing gets into a folder that is not there.
 */
function leave(staging: string): void {
  for (let look = 0; look < looks && existsSync(staging); look += 1) {
    if (look > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
    attempt(() => {
      for (const name of readdirSync(staging)) if (isStaged(name)) attempt(() => unlinkSync(join(staging, name)));
      attempt(() => unlinkSync(join(staging, ignoreFile)));
      rmdirSync(staging);
    });
  }
}

function attempt(work: () => void): void {
  try {
    work();
  } catch {
    return;
  }
}
