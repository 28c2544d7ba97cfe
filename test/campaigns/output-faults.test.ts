import { mkdtempSync, rmSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { BindgenError } from "../../generator/errors.ts";
import { unfinishedFolders } from "../../generator/output/recover.ts";
import { randomOf, shuffled } from "../determinism/random.ts";
import {
  diesAt,
  failing,
  failsAt,
  first,
  generated,
  header,
  owned,
  put,
  second,
  tree,
  visible,
} from "../output/support.ts";
import type { Call, Fault, Files } from "../output/support.ts";
import { expectKnown, isLong, longTimeout, report, runsOf, seed } from "./campaign.ts";

const base = mkdtempSync(join(tmpdir(), "faults-"));
afterAll(() => rmSync(base, { recursive: true, force: true }));

const third: Files = { ...first, "README.md": "three\n", "src/a.ts": `${header}3\n` };

/** Something that is done to two folders, from states that earlier runs left. */
interface Scenario {
  readonly name: string;
  readonly folders: readonly string[];
  readonly prepare: () => Promise<void>;
  readonly files: Files;
  /** The states in which the folders may be when it fails, beside the new one. */
  readonly earlier: readonly Files[];
  /** Whether they are in no state at all when it begins. */
  readonly torn: boolean;
}

const beside = [join(base, "a"), join(base, "deep", "b")];
const inside = [join(base, "a"), join(base, "a", "b")];

const reset = async (files: Files): Promise<void> => {
  await rm(base, { recursive: true, force: true });
  await put(base, { "other.txt": "theirs" });
  for (const folder of beside) await put(folder, files);
};

/** A run that ends for ever where a file was about to move for the `nth` time. */
const interrupted = async (nth: number): Promise<void> => {
  await reset(first);
  let moves = 0;
  const dead = ({ name, args }: Call): boolean => {
    if (name === "rename" && String(args[0]).includes("new-")) moves += 1;
    return moves >= nth;
  };
  await expect(generated(beside, second, failing(dead).fs)).rejects.toThrow();
};

/** A run that ends for ever while it takes back what failed. */
const takingBack = async (): Promise<void> => {
  await reset(first);
  let fatal = false;
  const dead = ({ name, args }: Call): boolean => {
    if (name === "rename" && String(args[1]).endsWith(join("b", "src", "a.ts"))) return true;
    if (name === "rename" && String(args[0]).includes("old-")) fatal = true;
    return fatal;
  };
  await expect(generated(beside, second, failing(dead).fs)).rejects.toThrow(/cannot take back/);
};

const scenarios: readonly Scenario[] = [
  { name: "change", folders: beside, prepare: () => reset(first), files: second, earlier: [first], torn: false },
  { name: "create", folders: inside, prepare: () => reset({}), files: first, earlier: [{}], torn: false },
  { name: "finish", folders: beside, prepare: () => interrupted(4), files: third, earlier: [second], torn: true },
  { name: "forget", folders: beside, prepare: () => interrupted(1), files: third, earlier: [second], torn: true },
  { name: "take back", folders: beside, prepare: () => takingBack(), files: third, earlier: [first], torn: true },
];

const codes = ["ENOSPC", "EACCES", "EIO", "EROFS", "EMFILE", "EBUSY", "EPERM"];

/** One call, and how it fails: alone, or with all that follow. */
interface Case {
  readonly scenario: Scenario;
  readonly call: Call;
  readonly fault: Fault;
  readonly dies: boolean;
}

function casesOf(scenario: Scenario, log: readonly Call[]): Case[] {
  return log.flatMap((call) => {
    // Recovery treats all codes alike, as its scenarios are to show for the calls that they share with the others.
    const faults: Fault[] = (scenario.torn ? codes.slice(0, 2) : codes).map((code) => ({ code }));
    // A system may do what it then says that it has not done, or half of it.
    if (/^(rename|unlink|open\.close|open\.sync)$/.test(call.name)) faults.push({ code: "EIO", when: "after" });
    if (call.name === "open.writeFile") faults.push({ code: "ENOSPC", when: "halfway" });
    const alone = faults.map((fault) => ({ scenario, call, fault, dies: false }));
    const dying = (["before", "after"] as const).map((when) => ({
      scenario,
      call,
      fault: { code: "EIO", when },
      dies: true,
    }));
    return [...alone, ...dying];
  });
}

/** What is wrong after a fault, or after the run that follows it. */
async function wrongWith({ scenario, call, fault, dies }: Case): Promise<string[]> {
  const { folders, files, earlier } = scenario;
  await scenario.prepare();
  const { fs } = failing(dies ? diesAt(call.number) : failsAt(call.number), fault);
  const error: unknown = await generated(folders, files, fs).catch((thrown: unknown) => thrown);
  const wrong: string[] = [];
  if (error instanceof Error && !(error instanceof BindgenError && error.kind === "input")) wrong.push(error.message);
  // Of one that is dead, the next run says what became of it.
  if (!dies) wrong.push(...(await stateOf(scenario, error instanceof Error ? earlier : [files])));
  const again: unknown = await generated(folders, files).catch((thrown: unknown) => thrown);
  if (again instanceof Error) return [...wrong, `the next run: ${again.message}`];
  const after = await filesOf(scenario);
  const wanted = JSON.stringify(folders.map(() => sorted(files)));
  return JSON.stringify(after) === wanted ? wrong : [...wrong, `after the next run: ${JSON.stringify(after)}`];
}

async function stateOf(scenario: Scenario, allowed: readonly Files[]): Promise<string[]> {
  const [left = {}, right = {}] = await filesOf(scenario);
  const same = visible(left) === visible(right);
  if (same && allowed.some((state) => visible(state) === visible(left))) return [];
  // What was torn before still is, and says so, where it could not be mended.
  if (scenario.torn && (await unfinishedFolders(owned(...scenario.folders))).length > 0) return [];
  return [`a mix: ${visible(left)} and ${visible(right)}`];
}

/** What is in each folder, without folders inside that stand for themselves. */
async function filesOf({ folders }: Scenario): Promise<Files[]> {
  return Promise.all(
    folders.map(async (folder) => {
      const inner = folders.filter((other) => other !== folder && other.startsWith(folder));
      const prefixes = inner.map((other) => `${other.slice(folder.length + 1)}/`);
      const files = Object.entries(await tree(folder));
      return sorted(Object.fromEntries(files.filter(([path]) => !prefixes.some((prefix) => path.startsWith(prefix)))));
    }),
  );
}

function sorted(files: Files): Files {
  return Object.fromEntries(Object.entries(files).sort(([x], [y]) => (x < y ? -1 : 1)));
}

test(
  "whichever call to the file system fails, the folders are the old ones or the new ones",
  { timeout: isLong ? longTimeout : 60_000 },
  async () => {
    const cases: Case[] = [];
    for (const scenario of scenarios) {
      await scenario.prepare();
      const counting = failing(() => false);
      await generated(scenario.folders, scenario.files, counting.fs);
      expect(await stateOf(scenario, [scenario.files]), scenario.name).toEqual([]);
      cases.push(...casesOf(scenario, counting.log()));
    }
    const chosen = shuffled(cases, randomOf(seed)).slice(0, runsOf({ short: 30, long: cases.length }));
    const found: string[] = [];
    for (const one of chosen) {
      const { scenario, call, fault, dies } = one;
      const what = `${scenario.name}, call ${call.number} (${call.name}) ${dies ? "ends it" : "fails"}: ${fault.code} ${fault.when ?? ""}`;
      found.push(...(await wrongWith(one)).map((wrong) => `${what}: ${wrong}`));
    }
    report("output-faults", { calls: cases.length, tried: chosen.length, found: found.length });
    expectKnown("output-faults", found);
  },
);
