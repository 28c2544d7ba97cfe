import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { unfinishedFolders } from "../../generator/output/recover.ts";
import { packagePath } from "../../generator/package-root.ts";
import { randomOf, shuffled } from "../determinism/random.ts";
import { first, owned, put, second, tree, visible, type Files } from "../output/support.ts";
import { expectKnown, isLong, longTimeout, report, runsOf, seed } from "./campaign.ts";

// The output stage alone starts in a moment, so that it can be killed at each of its calls.
const root = mkdtempSync(join(tmpdir(), "kill-stage-"));
const script = join(root, "child.mjs");
const [a, b] = [join(root, "a"), join(root, "deep", "b")];
afterAll(() => rmSync(root, { recursive: true, force: true }));
beforeAll(async () => {
  const entryPoints = [packagePath("test", "campaigns", "kill-child.ts")];
  await build({ entryPoints, outfile: script, bundle: true, platform: "node", format: "esm", logLevel: "error" });
});

const preload = `--import=${pathToFileURL(packagePath("test", "campaigns", "kill-at.js")).href}`;

/** Brings both folders to a state, in a process that may be killed; the signal that ended it, or its exit code. */
function child(state: "first" | "second", env: Readonly<Record<string, string>> = {}): Promise<string> {
  const options = { env: { ...env, NODE_OPTIONS: preload }, stdio: "ignore" } as const;
  const running = spawn(process.execPath, [script, state, a, b], options);
  return new Promise((resolve, reject) => {
    running.on("error", reject);
    running.on("close", (code, signal) => resolve(signal ?? String(code)));
  });
}

async function reset(): Promise<void> {
  for (const folder of [a, b]) {
    await rm(folder, { recursive: true, force: true });
    await put(folder, first);
  }
}

const figures = { old: 0, new: 0, mixed: 0 };

/** What both folders are; undefined where they are neither old nor new together. */
async function state(): Promise<"old" | "new" | "mixed"> {
  const shown = [visible(await tree(a)), visible(await tree(b))];
  const both = (files: Files): boolean => shown.every((one) => one === visible(files));
  return both(first) ? "old" : both(second) ? "new" : "mixed";
}

/** What is wrong after a kill, and after the next run, which is to go back to the old state or on to the new one. */
async function wrongAfter(call: number, when: string, next: "first" | "second"): Promise<string[]> {
  await reset();
  const wrong: string[] = [];
  const ended = await child("second", { KILL_AT: String(call), KILL_WHEN: when });
  if (ended !== "SIGKILL") wrong.push(`ended with ${ended}`);
  const left = await state();
  figures[left] += 1;
  if (left === "mixed" && (await unfinishedFolders(owned(a, b))).length !== 2)
    wrong.push("a mix that nothing tells of");
  const again = await child(next);
  if (again !== "0") wrong.push(`the next run ends with ${again}`);
  const files = { ...(next === "first" ? first : second) };
  for (const folder of [a, b]) {
    if (JSON.stringify(await tree(folder)) !== JSON.stringify(sorted(files))) wrong.push(`then ${await list(folder)}`);
  }
  return wrong;
}

async function list(folder: string): Promise<string> {
  return Object.keys(await tree(folder)).join(", ");
}

function sorted(files: Files): Files {
  return Object.fromEntries(Object.entries(files).sort(([x], [y]) => (x < y ? -1 : 1)));
}

test(
  "a writer that is killed at a call leaves both folders old or new to the next",
  { timeout: isLong ? longTimeout : 60_000 },
  async () => {
    await reset();
    const log = join(root, "log");
    expect(await child("second", { KILL_LOG: log })).toBe("0");
    expect(await state()).toBe("new");
    const calls = Number(readFileSync(log, "utf8"));
    expect(calls).toBeGreaterThan(40);
    const every = [...Array(calls).keys()].flatMap((index) =>
      (["before", "during"] as const).flatMap((when) =>
        (["first", "second"] as const).map((next) => ({ call: index + 1, when, next })),
      ),
    );
    const chosen = shuffled(every, randomOf(seed)).slice(0, runsOf({ short: 3, long: every.length }));
    const found: string[] = [];
    for (const { call, when, next } of chosen) {
      const wrong = await wrongAfter(call, when, next);
      found.push(...wrong.map((text) => `${when} call ${call}, then ${next}: ${text}`));
    }
    report("kill-stage", { calls, killed: chosen.length, ...figures, found: found.length });
    expectKnown("kill-stage", found);
  },
);
