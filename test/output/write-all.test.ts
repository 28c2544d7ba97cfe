import { existsSync } from "node:fs";
import { mkdtemp, readdir, rename, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { nodeFileSystem, type FileSystem } from "../../generator/output/file-system.ts";
import { planChanges } from "../../generator/output/plan-changes.ts";
import type { OutputTarget, TargetKind } from "../../generator/output/types.ts";
import { recover, writeAll } from "../../generator/output/write-changes.ts";
import {
  diesAt,
  failing,
  failsAt,
  first,
  formatted,
  header,
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

/** Recovers, compares and writes both folders, as `generate` does. */
async function generate(files: Files, fs: FileSystem = nodeFileSystem): Promise<unknown> {
  try {
    for (const folder of [a, b]) await recover(folder, fs);
    await writeAll([await plan(a, files), await plan(b, files)], fs);
    return undefined;
  } catch (error) {
    return error;
  }
}

async function reset(files: Files): Promise<void> {
  for (const folder of [a, b]) {
    await rm(folder, { recursive: true, force: true });
    await put(folder, files);
  }
}

async function countCalls(): Promise<number> {
  await reset(first);
  const counting = failing(() => false);
  expect(await generate(second, counting.fs)).toBeUndefined();
  return counting.calls();
}

describe("writing several folders", () => {
  test("brings all to their new state, also one inside another, and leaves nothing behind", async () => {
    b = join(a, "inner");
    expect(await generate(first)).toBeUndefined();
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
    await writeAll(targets);
    expect(await tree(a)).toEqual({ "m.xml": "<m />\n", "n.xml": "<n />\n" });
  });

  test("touches no folder in which nothing changes", async () => {
    await reset(first);
    const untouched = failing(({ args: [path] }) => String(path).startsWith(b));
    await writeAll([await plan(a, second), await plan(b, first)], untouched.fs);
    expect([await tree(a), await tree(b)]).toEqual([second, first]);
    await writeAll([]);
  });
});

describe("refusing several folders", () => {
  test("two targets that name the same file", async () => {
    const file = join(a, "src", "a.ts");
    const same = [await plan(a, first), await plan(a, { "src/a.ts": header })];
    const nested = [await plan(a, first), await plan(join(a, "src"), { "a.ts": header }, "named")];
    for (const targets of [same, nested]) {
      await expect(writeAll(targets)).rejects.toMatchObject({ kind: "usage", problems: [{ place: { file } }] });
    }
    expect(existsSync(a)).toBe(false);
  });

  test("all, where one holds somebody else's file or a link", async () => {
    await put(b, { "README.md": "mine\n" });
    await expect(writeAll([await plan(a, first), await plan(b, first)])).rejects.toMatchObject({ kind: "usage" });
    await rm(b, { recursive: true });
    await symlink(base, b);
    await expect(writeAll([await plan(a, first), await plan(b, first)])).rejects.toThrow(/symbolic link/);
    expect(existsSync(a)).toBe(false);
  });

  test("all, while another run is writing in one", async () => {
    await reset(first);
    await put(b, { ".odata-bindgen/new-0": "theirs" });
    const writing = writeAll([await plan(a, second), await plan(b, second)]);
    await expect(writing).rejects.toThrow(/another run is writing here/);
    expect(await tree(a)).toEqual(first);
    expect(await tree(b)).toEqual({ ...first, ".odata-bindgen/new-0": "theirs" });
  });
});

describe("failing at any call", () => {
  test("leaves all folders as they were, and the next run completes", async () => {
    const total = await countCalls();
    expect(total).toBeGreaterThan(80);
    for (let nth = 1; nth <= total; nth += 1) {
      await reset(first);
      const error = await generate(second, failing(failsAt(nth)).fs);
      if (error !== undefined) expect(error).toMatchObject({ kind: "input" });
      const wanted = visible(error === undefined ? second : first);
      expect([visible(await tree(a)), visible(await tree(b))], `call ${nth}`).toEqual([wanted, wanted]);
      expect(await generate(second), `after call ${nth}`).toBeUndefined();
      expect([await tree(a), await tree(b)], `after call ${nth}`).toEqual([second, second]);
    }
  });

  test.each([
    ["beside each other", ["deep", "b"]],
    ["one inside the other", ["a", "b"]],
  ])("leaves no folder behind where there were none, %s", async (_where, path) => {
    b = join(base, ...path);
    const counting = failing(() => false);
    await generate(first, counting.fs);
    expect([a, b].every((folder) => existsSync(folder))).toBe(true);
    for (let nth = 1; nth <= counting.calls(); nth += 1) {
      await rm(base, { recursive: true });
      await put(base, { "other.txt": "theirs" });
      const error = await generate(first, failing(failsAt(nth)).fs);
      if (error !== undefined) expect(await readdir(base), `call ${nth}`).toEqual(["other.txt"]);
    }
  });
});

/** That both folders are in the same state, old or new, with nothing staged. */
async function expectWhole(when: string): Promise<void> {
  const [left, right] = [await tree(a), await tree(b)];
  expect([JSON.stringify(sorted(first)), JSON.stringify(sorted(second))], when).toContain(JSON.stringify(left));
  expect(right, when).toEqual(left);
}

function sorted(files: Files): Files {
  return Object.fromEntries(Object.entries(files).sort(([x], [y]) => (x < y ? -1 : 1)));
}

describe("dying at any call", () => {
  test.each([
    ["the first, then the second", () => [a, b]],
    ["the second, then the first", () => [b, a]],
  ])("recovering %s makes both old or both new", async (_order, order) => {
    const total = await countCalls();
    for (let nth = 1; nth <= total; nth += 1) {
      await reset(first);
      await generate(second, failing(diesAt(nth)).fs);
      for (const folder of order()) await recover(folder);
      await expectWhole(`call ${nth}`);
    }
  });

  test("and again at any call of the recovery", async () => {
    for (let nth = 1; nth <= 40; nth += 1) {
      await reset(first);
      // Everything is decided; the process ends in the middle of the second folder.
      const dying = failing(afterwards(({ name, args }) => name === "rename" && args[1] === join(b, "src", "a.ts"), 0));
      expect(await generate(second, dying.fs)).toBeInstanceOf(Error);
      const again = failing(diesAt(nth)).fs;
      for (const folder of nth % 2 === 0 ? [a, b] : [b, a]) await recover(folder, again).catch(() => undefined);
      for (const folder of [a, b]) await recover(folder);
      await expectWhole(`call ${nth}`);
      expect(visible(await tree(a))).toBe(visible(second));
    }
  });

  test("while it takes back what failed", async () => {
    let finished = 0;
    for (let more = 1; finished === 0; more += 1) {
      await reset(first);
      const lastStep = join(b, "src", "new", "c.ts");
      const dying = failing(afterwards(({ name, args }) => name === "rename" && args[1] === lastStep, more));
      const error = await generate(second, dying.fs);
      expect(error, `${more} later`).toMatchObject({
        kind: "input",
        problems: [{ place: { file: expect.anything() as string } }],
      });
      if (!String(error).includes("cannot take back")) finished = more;
      for (const folder of more % 2 === 0 ? [a, b] : [b, a]) await recover(folder);
      await expectWhole(`${more} later`);
      if (more > 1) expect(visible(await tree(a)), `${more} later`).toBe(visible(first));
    }
    expect(finished).toBeGreaterThan(20);
  });
});

/** Fails where `starts` says so, and from the `more`-th call after that on; 0: from there on. */
function afterwards(starts: Parameters<typeof failing>[0], more: number): Parameters<typeof failing>[0] {
  let start = Infinity;
  return (call) => {
    if (start === Infinity && starts(call)) start = call.number;
    return call.number === start || call.number >= start + more;
  };
}

describe("what an interrupted run left", () => {
  /** Dies once everything is decided and nothing is in place. */
  async function interrupt(): Promise<void> {
    await reset(first);
    const dying = failing(
      afterwards(({ name, args }) => name === "rename" && String(args[1]).endsWith("README.md"), 0),
    );
    expect(await generate(second, dying.fs)).toBeInstanceOf(Error);
    expect([visible(await tree(a)), visible(await tree(b))]).toEqual([visible(first), visible(first)]);
  }

  test("is finished in one folder alone, and later in the others", async () => {
    await interrupt();
    await recover(b);
    expect([visible(await tree(a)), await tree(b)]).toEqual([visible(first), second]);
    await put(b, { "README.md": "three\n" });
    await recover(a);
    expect([await tree(a), await tree(b)]).toEqual([second, { ...second, "README.md": "three\n" }]);
  });

  test("is finished after the folders have been moved together", async () => {
    await interrupt();
    const moved = `${base}-moved`;
    await rename(base, moved);
    try {
      await recover(join(moved, "a"));
      expect([await tree(join(moved, "a")), await tree(join(moved, "deep", "b"))]).toEqual([second, second]);
    } finally {
      await rm(moved, { recursive: true });
    }
  });

  test("is forgotten in a folder that its leader's decision is not about", async () => {
    await interrupt();
    await writeFile(join(a, ".odata-bindgen", "apply.json"), '[""]');
    await recover(b);
    expect(await tree(b)).toEqual(first);
    await interrupt();
    await rm(join(a, ".odata-bindgen"), { recursive: true });
    await recover(b);
    expect([await tree(a), await tree(b)]).toEqual([first, first]);
  });

  test("does not touch what another run has staged since", async () => {
    await interrupt();
    const staged = {
      ".odata-bindgen/journal.json": '{ "leader": "", "steps": [{ "kind": "removed", "path": "README.md" }] }',
    };
    await rm(join(b, ".odata-bindgen"), { recursive: true });
    await put(b, staged);
    await recover(a);
    expect([await tree(a), visible(await tree(b))]).toEqual([second, visible(first)]);
    expect(await tree(b)).toMatchObject(staged);
  });

  test("is taken back only as far as it was begun", async () => {
    await interrupt();
    await rename(join(a, ".odata-bindgen", "apply.json"), join(a, ".odata-bindgen", "undo.json"));
    await put(b, { "src/new/c.ts": "mine\n" });
    for (const folder of [b, a]) await recover(folder);
    expect([await tree(a), visible(await tree(b))]).toEqual([first, visible({ ...first, "src/new/c.ts": "mine\n" })]);
  });

  test("never leads outside the folder", async () => {
    await interrupt();
    await put(base, { "outside.txt": "mine" });
    const steps = [{ kind: "removed", path: "../outside.txt" }];
    await writeFile(join(a, ".odata-bindgen", "journal.json"), JSON.stringify({ leader: "", steps }));
    await expect(recover(a)).rejects.toThrow(/no portable file name/);
    expect(existsSync(join(base, "outside.txt"))).toBe(true);
  });
});
