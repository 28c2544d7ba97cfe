import { existsSync, rmSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { leftovers, unfinishedFolders } from "../../generator/output/recover.ts";
import {
  afterwards,
  failing,
  first,
  generated,
  header,
  locked,
  nextHost,
  owned,
  put,
  recovered,
  second,
  tree,
  unclaimed,
  visible,
} from "./support.ts";

let base = "";
let [a, b] = ["", ""];
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), "recover-"));
  [a, b] = [join(base, "a"), join(base, "deep", "b")];
});
afterEach(() => rm(base, { recursive: true, force: true }));

/** Dies once everything is decided and nothing is in place. */
async function interrupt(): Promise<void> {
  for (const folder of [a, b]) {
    await rm(folder, { recursive: true, force: true });
    await put(folder, first);
  }
  const starts = ({ name, args }: { name: string; args: readonly unknown[] }): boolean =>
    name === "rename" && String(args[1]).endsWith("README.md");
  await expect(generated([a, b], second, failing(afterwards(starts, 0)).fs)).rejects.toThrow();
  expect([visible(await tree(a)), visible(await tree(b))]).toEqual([visible(first), visible(first)]);
}

const journal = (folder: string): string => join(folder, ".odata-bindgen", "journal.json");

interface Doctored {
  leader: string;
  steps: { path: string; before?: string; after?: string }[];
}

async function doctor(folder: string, change: (content: Doctored) => void): Promise<void> {
  const content = JSON.parse(await readFile(journal(folder), "utf8")) as Doctored;
  change(content);
  await writeFile(journal(folder), JSON.stringify(content));
}

describe("what an interrupted run left", () => {
  test("is finished, and that is said, in every folder that it wrote, whichever comes first", async () => {
    for (const order of [
      [a, b],
      [b, a],
    ]) {
      await interrupt();
      expect((await recovered(owned(...order))).map(({ place, message }) => [place?.file, message])).toEqual([
        [a, "finished what an interrupted run had begun: 4 files"],
        [b, "finished what an interrupted run had begun: 4 files"],
      ]);
      expect([await tree(a), await tree(b)]).toEqual([second, second]);
      expect(await recovered(owned(...order))).toEqual([]);
    }
  });

  test("is found in folders that are not written now, unless another run is at work there", async () => {
    await interrupt();
    const host = nextHost();
    expect(await leftovers(owned(a, b, join(base, "c")), { host })).toEqual([a, b]);
    await recovered(owned(a, b));
    expect(await leftovers(owned(a, b), { host })).toEqual([]);
    await mkdir(join(b, ".odata-bindgen"));
    expect(await leftovers(owned(a, b), { host })).toEqual([b]);
    const working = { ...host, isRunning: () => true };
    await locked([a, b], async () => expect(await leftovers(owned(a, b), { host: working })).toEqual([]));
  });

  test("is none where whoever was at work goes, and the folder with them, while it is looked at", async () => {
    const staging = join(a, ".odata-bindgen");
    await mkdir(staging, { recursive: true });
    let looks = 0;
    const { fs } = failing(({ name, args }) => {
      if (name === "readdir" && args[0] === staging && (looks += 1) > 1)
        rmSync(staging, { recursive: true, force: true });
      return false;
    });
    expect(await leftovers(owned(a), { host: nextHost(), fs })).toEqual([]);
    expect(looks).toBeGreaterThan(1);
  });

  test("is told apart by those who only look", async () => {
    await interrupt();
    const [left, right] = [await tree(a), await tree(b)];
    expect(await unfinishedFolders(owned(a, b))).toEqual([a, b]);
    expect([await tree(a), await tree(b)]).toEqual([left, right]);
    await rm(join(a, ".odata-bindgen", "apply.json"));
    expect(await unfinishedFolders(owned(a, b))).toEqual([]);
  });

  test("is finished after the folders have been moved together", async () => {
    await interrupt();
    const moved = `${base}-moved`;
    await rename(base, moved);
    try {
      const [left, right] = [join(moved, "a"), join(moved, "deep", "b")];
      await recovered(owned(left, right));
      expect([await tree(left), await tree(right)]).toEqual([second, second]);
    } finally {
      await rm(moved, { recursive: true });
    }
  });

  test("is forgotten in a folder that its leader's decision is not about, or where there is none", async () => {
    await interrupt();
    await writeFile(join(a, ".odata-bindgen", "apply.json"), '[""]');
    await recovered(owned(a, b));
    expect([await tree(a), await tree(b)]).toEqual([second, first]);
    await interrupt();
    await rm(join(a, ".odata-bindgen"), { recursive: true });
    await recovered(owned(a, b));
    expect([await tree(a), await tree(b)]).toEqual([first, first]);
  });

  test.each<[what: string, prepare: () => Promise<void>]>([
    ["has been staged anew for itself", () => doctor(b, (content) => (content.leader = ""))],
    ["has been cleared by hand", () => rm(join(b, ".odata-bindgen"), { recursive: true })],
  ])("is finished without a folder that %s", async (_what, prepare) => {
    await interrupt();
    await prepare();
    await recovered(owned(a, b));
    expect([await tree(a), await tree(b)]).toEqual([second, first]);
  });

  test("is taken back only as far as it was begun", async () => {
    await interrupt();
    await rename(join(a, ".odata-bindgen", "apply.json"), join(a, ".odata-bindgen", "undo.json"));
    await put(b, { "src/new/c.ts": "mine\n" });
    await recovered(owned(b, a));
    expect([await tree(a), visible(await tree(b))]).toEqual([first, visible({ ...first, "src/new/c.ts": "mine\n" })]);
  });
});

describe("what was edited since", () => {
  const edits: [what: string, path: string, text: string | undefined][] = [
    ["a file that was to be changed", "README.md", "mine\n"],
    ["a file that was to be removed", "src/deep/b.ts", `${header}mine\n`],
    ["a file that was to be added", "src/new/c.ts", "mine\n"],
    ["a file that is gone", "src/a.ts", undefined],
  ];
  test.each(edits)("stays and is named, and all else is finished: %s", async (_what, path, text) => {
    await interrupt();
    if (text === undefined) await rm(join(b, path));
    else await put(b, { [path]: text });
    await expect(recovered(owned(a, b))).rejects.toMatchObject({
      kind: "input",
      problems: [{ place: { file: join(b, path) }, message: expect.stringMatching(/stays as it is/) as string }],
    });
    const others = Object.entries(second).filter(([other]) => other !== path);
    const wanted = Object.fromEntries(text === undefined ? others : [...others, [path, text]]);
    expect([await tree(a), visible(await tree(b))]).toEqual([second, visible(wanted)]);
    expect(await recovered(owned(a, b))).toEqual([]);
  });

  test("to the very text that was decided is nothing to speak of", async () => {
    await interrupt();
    await put(b, { "README.md": "two\n" });
    await recovered(owned(a, b));
    expect([await tree(a), await tree(b)]).toEqual([second, second]);
  });
});

describe("a journal that somebody else may have written", () => {
  /** A file outside, and one inside that is not generated. */
  const mine = { "outside.txt": `${header}mine`, "a/notes.md": `${header}mine`, "a/.git/hooks/x": "mine" };
  const hash = "0".repeat(64);

  const journals: [what: string, change: (content: Doctored) => void][] = [
    ["a path that leads out", ({ steps }) => steps.push({ path: "../outside.txt", before: hash })],
    ["a path that leads out later", ({ steps }) => steps.push({ path: "src/../../outside.ts", before: hash })],
    ["an absolute path", ({ steps }) => steps.push({ path: join(base, "outside.ts"), before: hash })],
    ["a path of Windows", ({ steps }) => steps.push({ path: "src\\..\\..\\outside.ts", before: hash })],
    ["a file that is not generated", ({ steps }) => steps.push({ path: "notes.md", before: hash })],
    ["a hook of git", ({ steps }) => steps.push({ path: ".git/hooks/x", after: hash })],
    ["a leader elsewhere", (content) => (content.leader = "../../etc")],
    ["an absolute leader", (content) => (content.leader = "/etc")],
    ["steps that are none", (content) => (content.steps = [null as never])],
    ["hashes that are none", (content) => (content.steps = [{ path: "README.md", before: 1 as never }])],
    ["no steps", (content) => delete (content as Partial<Doctored>).steps],
  ];
  test.each(journals)("with %s changes nothing", async (_what, change) => {
    await interrupt();
    await put(base, mine);
    await doctor(a, change);
    const before = unclaimed(await tree(base));
    await expect(recovered(owned(a, b))).rejects.toMatchObject({ kind: "input", problems: [{ hint: /delete/ }] });
    expect(unclaimed(await tree(base))).toEqual(before);
  });

  test("and decides about what is no folder is finished without that", async () => {
    await interrupt();
    await writeFile(join(a, ".odata-bindgen", "apply.json"), '["", 1, null, {}]');
    await recovered(owned(a, b));
    expect([await tree(a), await tree(b)]).toEqual([second, first]);
  });

  test("names folders that are not of this project", async () => {
    await interrupt();
    const elsewhere = join(base, "elsewhere");
    await rename(b, elsewhere);
    await writeFile(join(a, ".odata-bindgen", "apply.json"), '["", "../elsewhere"]');
    await doctor(elsewhere, (content) => (content.leader = "../a"));
    const before = unclaimed(await tree(base));
    await expect(recovered(owned(a, b))).rejects.toThrow(/wrote to .*elsewhere as well/);
    await expect(recovered(owned(elsewhere))).rejects.toThrow(/wrote to .*a as well/);
    expect(unclaimed(await tree(base))).toEqual(before);
  });

  const hashOf = (text: string): Promise<string> =>
    import("../../generator/output/regular-file.ts").then((file) => file.hashOf(text));

  test("removes nothing without our header, even where it knows the text", async () => {
    await interrupt();
    await put(a, { "src/mine.ts": "mine\n" });
    const before = await hashOf("mine\n");
    await doctor(a, ({ steps }) => steps.push({ path: "src/mine.ts", before }));
    await expect(recovered(owned(a, b))).rejects.toThrow(/stays as it is/);
    expect(await tree(a)).toEqual({ ...second, "src/mine.ts": "mine\n" });
  });

  test("puts no link and no other text in place than it says", async () => {
    for (const plant of ["link", "text"]) {
      await interrupt();
      const staged = join(a, ".odata-bindgen", "new-0");
      await rm(staged);
      await put(base, { "secret.txt": "two\n" });
      if (plant === "link") await symlink(join(base, "secret.txt"), staged);
      else await writeFile(staged, "three\n");
      await expect(recovered(owned(a, b))).rejects.toThrow(/new-0 is not what it names/);
      expect(visible(await tree(a))).toBe(visible(first));
    }
  });

  const links: [what: string, path: string][] = [
    ["the journal", ".odata-bindgen/journal.json"],
    ["the decision", ".odata-bindgen/apply.json"],
  ];
  test.each(links)("is not followed where %s is a link", async (_what, path) => {
    await interrupt();
    await rename(join(a, path), join(base, "planted.json"));
    await symlink(join(base, "planted.json"), join(a, path));
    await expect(recovered(owned(a, b))).rejects.toThrow(/is no plain file/);
    expect([visible(await tree(a)), visible(await tree(b))]).toEqual([visible(first), visible(first)]);
  });

  test("is not obeyed through a link at a folder", async () => {
    await interrupt();
    await rename(join(a, "src"), join(base, "src"));
    await symlink(join(base, "src"), join(a, "src"));
    const before = await tree(join(base, "src"));
    await expect(recovered(owned(a, b))).rejects.toThrow(/symbolic link/);
    expect(await tree(join(base, "src"))).toEqual(before);
  });

  test("leaves what it does not know in its own folder, and says nothing of it", async () => {
    await put(a, { ".odata-bindgen/notes.md": "mine", ".odata-bindgen/new-0": "ours" });
    await recovered(owned(a));
    expect(await tree(a)).toEqual({
      ".odata-bindgen/.gitignore": expect.any(String) as string,
      ".odata-bindgen/notes.md": "mine",
    });
    expect(existsSync(join(a, ".odata-bindgen", "new-0"))).toBe(false);
  });
});
