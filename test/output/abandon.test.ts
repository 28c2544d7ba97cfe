import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockFolders } from "../../generator/output/lock.ts";
import { nextHost, put, tree } from "./support.ts";

let base = "";
let [a, b] = ["", ""];
/** What is to be done where the process is told to end. */
let tidy = (): void => undefined;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), "abandon-"));
  [a, b] = [join(base, "a"), join(base, "deep", "b")];
  const onInterrupt = (work: () => void) => {
    tidy = work;
    return () => undefined;
  };
  await put(a, { "x.ts": "x" });
  await lockFolders([a, b], { host: { ...nextHost(), onInterrupt } });
});
afterEach(() => rm(base, { recursive: true }));

const staged = (folder: string): string => join(folder, ".odata-bindgen");

test("nothing is left of locks alone, nor of the folders that were made for them", async () => {
  tidy();
  expect(await tree(base)).toEqual({ "a/x.ts": "x" });
  expect([existsSync(staged(a)), existsSync(join(base, "deep"))]).toEqual([false, false]);
});

test("what is staged and not decided goes; what is not ours stays", async () => {
  await put(staged(a), { "new-0": "1", "old-0": "0", "journal.json": "{}", "apply.json.tmp": "[", "notes.md": "mine" });
  await put(staged(b), { "new-0": "1", "journal.json.tmp": "{" });
  tidy();
  expect(await tree(base)).toEqual({ "a/.odata-bindgen/notes.md": "mine", "a/x.ts": "x" });
  expect(existsSync(b)).toBe(false);
});

test("what the system was still asked for goes as well, though it comes late", async () => {
  // Many, so that something comes while they are removed.
  await put(staged(a), Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`old-${index}`, ""])));
  const script = `
    const { writeFileSync } = require("node:fs");
    const { folder, ready } = require("node:worker_threads").workerData;
    writeFileSync(folder + "/new-1", "late");
    Atomics.store(ready, 0, 1);
    Atomics.notify(ready, 0);
    const end = Date.now() + 30;
    for (let index = 2; Date.now() < end; index += 1) {
      try { writeFileSync(folder + "/new-" + index, "late"); } catch {}
    }`;
  const ready = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(script, { eval: true, workerData: { folder: staged(a), ready } });
  const ended = once(worker, "exit");
  expect(Atomics.wait(ready, 0, 0, 20_000)).not.toBe("timed-out");
  tidy();
  await ended;
  expect(await tree(base)).toEqual({ "a/x.ts": "x" });
});

test.each(["apply", "undo"])("what is decided in one folder (%s) stays in all, for the next run", async (decision) => {
  await put(staged(a), {
    "new-0": "1",
    "journal.json": "{}",
    [`${decision}.json`]: "[]",
    [`${decision}.json.tmp`]: "[",
  });
  await put(staged(b), { "new-0": "1", "journal.json": "{}" });
  tidy();
  const left = Object.keys(await tree(base)).filter((path) => !path.endsWith(".gitignore"));
  expect(left).toEqual(
    [
      `a/.odata-bindgen/${decision}.json`,
      "a/.odata-bindgen/journal.json",
      "a/.odata-bindgen/new-0",
      "a/x.ts",
      "deep/b/.odata-bindgen/journal.json",
      "deep/b/.odata-bindgen/new-0",
    ].sort(),
  );
});

test("what has been cleared by others in the meantime is no trouble", async () => {
  await rm(staged(a), { recursive: true });
  await rm(join(base, "deep"), { recursive: true });
  tidy();
  expect(await tree(base)).toEqual({ "a/x.ts": "x" });
});
