import { existsSync, writeFileSync } from "node:fs";
import { mkdtemp, readdir, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { FileSystem } from "../../generator/output/file-system.ts";
import { planChanges } from "../../generator/output/plan-changes.ts";
import type { OutputTarget, TargetKind } from "../../generator/output/types.ts";
import { writeAll } from "../../generator/output/write-changes.ts";
import {
  failing,
  first,
  formatted,
  generated,
  header,
  locked,
  put,
  second,
  tree,
  visible,
  type Files,
} from "./support.ts";

let base = "";
let [a, b] = ["", ""];
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), "outputs-"));
  [a, b] = [join(base, "a"), join(base, "deep", "b")];
});
afterEach(() => rm(base, { recursive: true, force: true }));

async function plan(folder: string, files: Files, target: TargetKind = "package"): Promise<OutputTarget> {
  return { folder, changes: await planChanges(folder, formatted(files), { target }), target };
}

function write(targets: readonly OutputTarget[], fs?: FileSystem): Promise<void> {
  const folders = targets.map(({ folder }) => folder);
  return locked(folders, (locks) => writeAll(targets, locks, fs), fs);
}

/** Recovers, compares and writes both folders, as `generate` does. */
async function generate(files: Files): Promise<void> {
  await generated([a, b], files);
}

async function reset(files: Files): Promise<void> {
  for (const folder of [a, b]) {
    await rm(folder, { recursive: true, force: true });
    await put(folder, files);
  }
}

describe("writing several folders", () => {
  test("brings all to their new state, also one inside another, and leaves nothing behind", async () => {
    b = join(a, "inner");
    await generate(first);
    await generate(second);
    expect(await tree(b)).toEqual(second);
    const inner = Object.fromEntries(Object.entries(second).map(([path, text]) => [`inner/${path}`, text]));
    expect(visible(await tree(a))).toBe(visible({ ...second, ...inner }));
    expect(await readdir(a)).not.toContain(".odata-bindgen");
  });

  test("takes targets with the same folder as one", async () => {
    const targets = [
      await plan(a, { "m.xml": "<m />\n" }, "named"),
      await plan(`${a}/`, { "n.xml": "<n />\n" }, "named"),
    ];
    await write(targets);
    expect(await tree(a)).toEqual({ "m.xml": "<m />\n", "n.xml": "<n />\n" });
  });

  test("touches no folder in which nothing changes", async () => {
    await reset(first);
    const untouched = failing(({ args: [path] }) => String(path).startsWith(b));
    const targets = [await plan(a, second), await plan(b, first)];
    await locked([a, b], (locks) => writeAll(targets, locks, untouched.fs));
    expect([await tree(a), await tree(b)]).toEqual([second, first]);
    await write([]);
  });
});

describe("refusing several folders", () => {
  test("two targets that name the same file", async () => {
    const file = join(a, "src", "a.ts");
    const same = [await plan(a, first), await plan(a, { "src/a.ts": header })];
    const nested = [await plan(a, first), await plan(join(a, "src"), { "a.ts": header }, "named")];
    for (const targets of [same, nested]) {
      await expect(write(targets)).rejects.toMatchObject({ kind: "usage", problems: [{ place: { file } }] });
    }
    expect(existsSync(a)).toBe(false);
  });

  test("all, where one holds somebody else's file or a link", async () => {
    await put(b, { "README.md": "mine\n" });
    await expect(write([await plan(a, first), await plan(b, first)])).rejects.toMatchObject({ kind: "usage" });
    await rm(b, { recursive: true });
    await symlink(base, b);
    await expect(write([await plan(a, first), await plan(b, first)])).rejects.toThrow(/symbolic link/);
    expect(existsSync(a)).toBe(false);
  });

  test("a folder that is not locked", async () => {
    const targets = [await plan(a, first), await plan(b, first)];
    await expect(locked([a], (locks) => writeAll(targets, locks))).rejects.toThrow(`${b} is not locked`);
    expect(existsSync(a)).toBe(false);
  });

  test("what somebody has changed since it was compared, and what somebody has put there", async () => {
    await reset(first);
    const targets = [await plan(a, second), await plan(b, second)];
    const edits: Files[] = [{ "README.md": "mine\n" }, { "src/new/c.ts": "mine\n" }];
    for (const edit of edits) {
      await put(b, edit);
      await expect(write(targets)).rejects.toThrow(/somebody has changed this/);
      expect([await tree(a), visible(await tree(b))]).toEqual([first, visible({ ...first, ...edit })]);
      await reset(first);
    }
  });

  test("and takes everything back where somebody writes to a file at the last moment", async () => {
    await reset(first);
    const targets = [await plan(a, second), await plan(b, second)];
    // Before the first file moves: everything is decided.
    let edited = false;
    const { fs } = failing(({ name, args }) => {
      if (name === "rename" && String(args[0]).endsWith("new-0") && !edited) {
        edited = true;
        writeFileSync(join(b, "src", "a.ts"), "mine\n");
      }
      return false;
    });
    await expect(write(targets, fs)).rejects.toThrow(/somebody has changed this/);
    expect([await tree(a), visible(await tree(b))]).toEqual([first, visible({ ...first, "src/a.ts": "mine\n" })]);
  });
});
