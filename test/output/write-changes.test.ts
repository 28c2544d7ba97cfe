import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { planChanges } from "../../generator/output/plan-changes.ts";
import { writeAll } from "../../generator/output/write-changes.ts";
import * as support from "./support.ts";
import { first, generated, header, locked, second, type Files } from "./support.ts";

let base = "";
let out = "";
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), "output-"));
  out = join(base, "a", "out");
});
afterEach(() => rm(base, { recursive: true }));

const put = (files: Files): Promise<void> => support.put(out, files);
const tree = (folder = out): Promise<Files> => support.tree(folder);

async function generate(files: Files): Promise<string[]> {
  const changes = await generated([out], files);
  return changes.filter(({ kind }) => kind !== "unchanged").map(({ kind, path }) => `${kind} ${path}`);
}

describe("writing", () => {
  test("creates the folder, then changes only what differs, and removes what is ours and obsolete", async () => {
    expect(await generate(first)).toEqual([
      "added README.md",
      "added package.json",
      "added src/a.ts",
      "added src/deep/b.ts",
    ]);
    expect(await tree()).toEqual(first);
    await put({ "src/mine.ts": "mine\n", "node_modules/x/i.ts": header });
    expect(await generate(first)).toEqual([]);
    expect(await generate(second)).toEqual([
      "changed README.md",
      "changed src/a.ts",
      "removed src/deep/b.ts",
      "added src/new/c.ts",
    ]);
    expect(await tree()).toEqual({ ...second, "src/mine.ts": "mine\n", "node_modules/x/i.ts": header });
    expect(existsSync(join(out, "src", "deep"))).toBe(false);
  });

  test("leaves what is not named alone where the config names the files", async () => {
    await put({ "src/a.ts": header });
    const changes = await planChanges(out, [{ path: "SOURCE.md", text: "x\n" }], { target: "named" });
    expect(changes).toEqual([{ kind: "added", path: "SOURCE.md", after: "x\n" }]);
    await put({ "SOURCE.md": "theirs\n" });
    const overwriting = await planChanges(out, [{ path: "SOURCE.md", text: "x\n" }], { target: "named" });
    await locked([out], (locks) => writeAll([{ folder: out, changes: overwriting, target: "named" }], locks));
    expect(await tree()).toEqual({ "src/a.ts": header, "SOURCE.md": "x\n" });
  });
});

describe("refusing", () => {
  const foreign: [why: string, files: Record<string, string>][] = [
    ["a package.json of somebody else", { "package.json": '{ "name": "mine" }' }],
    ["a README without our package", { "README.md": "mine" }],
    ["a source file without our header", { "src/a.ts": "mine" }],
    ["a package.json that is no JSON", { "package.json": "{" }],
  ];
  test.each(foreign)("does not overwrite %s", async (_why, files) => {
    await put(files);
    await expect(generate(first)).rejects.toMatchObject({ kind: "usage" });
    expect(await tree()).toEqual(files);
  });

  test("takes files with our header for ours, in any folder", async () => {
    await put({ "src/a.ts": `// @ts-nocheck\n${header}old`, "other.txt": "theirs" });
    await generate({ "src/a.ts": `${header}1\n` });
    expect(await tree()).toEqual({ "src/a.ts": `${header}1\n`, "other.txt": "theirs" });
  });

  test("a file where the folder should be", async () => {
    await mkdir(dirname(out));
    await writeFile(out, "x");
    await expect(generate(first)).rejects.toMatchObject({ kind: "usage", problems: [{ place: { file: out } }] });
  });

  const links: [where: string, path: string][] = [
    ["the folder", ""],
    ["a folder inside", "src"],
    ["a file inside", "src/a.ts"],
  ];
  test.each(links)("to write through a link at %s", async (_where, path) => {
    const elsewhere = join(base, "elsewhere");
    await mkdir(elsewhere);
    await writeFile(join(elsewhere, "file"), header);
    await mkdir(dirname(join(out, path)), { recursive: true });
    await symlink(path === "src/a.ts" ? join(elsewhere, "file") : elsewhere, join(out, path));
    await expect(generate(first)).rejects.toThrow(/symbolic link/);
    expect(await tree(elsewhere)).toEqual({ file: header });
  });

  describe("packages that would be mixed", () => {
    const outer = (): string => join(base, "a");

    test.each(["src", "src/deep/inner", "SRC"])("one inside another: %s", async (inside) => {
      await support.put(outer(), first);
      out = join(outer(), inside);
      await expect(generate(second)).rejects.toMatchObject({
        kind: "usage",
        problems: [{ place: { file: out }, message: `this folder lies inside "src" of the package ${outer()}` }],
      });
      expect(await tree(outer())).toEqual(first);
    });

    test.each<[where: string, inside: string, files: Files]>([
      ["beside src", "lib/inner", first],
      ["inside src of what is no package of ours", "src", { "package.json": '{ "name": "mine" }' }],
      ["inside src of what has a folder for a package.json", "src", { "package.json/file": "" }],
      ["inside src of nothing", "src", {}],
    ])("but not one %s", async (_where, inside, files) => {
      await support.put(outer(), files);
      out = join(outer(), inside);
      await generate(second);
      expect(await tree()).toEqual(second);
    });

    test("one around another, of which it would remove files", async () => {
      out = join(outer(), "src", "inner");
      await put(first);
      out = outer();
      await expect(generate(second)).rejects.toMatchObject({
        kind: "usage",
        problems: [
          { place: { file: join(out, "src", "inner") }, message: expect.stringContaining("of its own") as string },
        ],
      });
      expect(await tree(join(out, "src", "inner"))).toEqual(first);
    });
  });
});
