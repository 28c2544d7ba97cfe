import { mkdtempSync, realpathSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packagePath } from "../../generator/package-root.ts";
import { commit, git } from "../source/git-support.ts";
import { run, type Result } from "./support.ts";

/** A small service. */
function service(members: string, more = ""): string {
  const edmx = "http://docs.oasis-open.org/odata/ns/edmx";
  const edm = "http://docs.oasis-open.org/odata/ns/edm";
  return [
    `<edmx:Edmx Version="4.0" xmlns:edmx="${edmx}"><edmx:DataServices>`,
    `<Schema Namespace="Shop" xmlns="${edm}">`,
    `<ComplexType Name="Order">`,
    members,
    `</ComplexType>${more}`,
    "</Schema></edmx:DataServices></edmx:Edmx>",
  ].join("\n");
}

const one = '<Property Name="number" Type="Edm.Int32" />';
const two = `${one}\n<Property Name="note" Type="Edm.String" />`;
const config = { metadata: "shop.xml", out: "../generated", roots: ["Shop.Order"], source: "https://x.test/m" };

let folder = "";
let first = "";
beforeAll(async () => {
  folder = realpathSync.native(mkdtempSync(join(tmpdir(), "diff-")));
  git(folder, "init", "--quiet", "--initial-branch=main");
  await mkdir(join(folder, "spec"));
  const write = (path: string, text: string): Promise<void> => writeFile(join(folder, path), text);
  await write("spec/config.json", JSON.stringify(config));
  await write("spec/shop.xml", service(one));
  await write("one.xml", service(one));
  await write("two.xml", service(two));
  await write("grown.xml", service(two, '<ComplexType Name="Parcel" />'));
  first = commit(folder);
  await write("spec/shop.xml", service(two));
  await write("spec/two.json", JSON.stringify({ outputs: { a: config, b: { ...config, out: "../b" } } }));
  commit(folder);
  await write("spec/shop.xml", service(two.replace("Int32", "String")));
});
afterAll(() => rm(folder, { recursive: true }));

const env = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
const diff = (...args: string[]): Promise<Result> => run(["diff", ...args], { cwd: folder, env });
const own = ["--config", "spec/config.json"];

/** Code and path of each change, as JSON tells it. */
async function changes(...args: string[]): Promise<readonly string[]> {
  const { stdout } = await diff(...args, "--json");
  const { changes: list } = JSON.parse(stdout) as { changes: { code: string; path: string }[] };
  return list.map(({ code, path }) => `${code} ${path}`);
}

describe("sides", () => {
  const added = "member-added Shop.Order/note";
  test.each<[string, string[], string[]]>([
    ["two files", ["one.xml", "two.xml", "--all"], [added]],
    ["the other way round", ["two.xml", "one.xml", "--all"], ["member-removed Shop.Order/note"]],
    ["a file and itself", ["two.xml", "two.xml", "--all"], []],
    ["a root", ["one.xml", "grown.xml", "--root", "Shop.Order"], [added]],
    ["everything", ["one.xml", "grown.xml", "--all"], [added, "type-added Shop.Parcel"]],
    ["the roots of a configuration", ["one.xml", "grown.xml", ...own], [added]],
    ["files of a service that the tool's own configuration is not about", ["one.xml", "two.xml"], [added]],
    ["two revisions", ["git:HEAD~1", "git:HEAD", ...own], [added]],
    ["a revision and the working tree", ["git:HEAD", ...own], ["type-changed Shop.Order/number"]],
    ["a file of a revision", ["git:HEAD:spec/shop.xml", "two.xml", ...own], []],
    ["a root that comes", ["one.xml", "grown.xml", "--root", "Shop.Parcel"], ["type-added Shop.Parcel"]],
    ["one output of several", ["git:HEAD", "git:HEAD", "--config", "spec/two.json", "--only", "b"], []],
  ])("%s", async (_, args, want) => {
    expect(await changes(...args)).toEqual(want);
  });

  test("a revision is named by its hash as well, and has the configuration that it had", async () => {
    expect(await changes(`git:${first}`, "git:HEAD", ...own)).toEqual([added]);
  });

  test("who did not name the roots is told that they were not used", async () => {
    const { stderr, stdout } = await diff("one.xml", "two.xml");
    expect(stderr).toBe("none of the config's roots is in these documents: comparing all of them\n");
    expect(stdout).toContain("member-added");
    expect((await diff("one.xml", "two.xml", "--all")).stderr).toBe("");
  });
});

describe("exit codes", () => {
  test.each<[string[], number]>([
    [["one.xml", "two.xml", "--all"], 0],
    [["two.xml", "one.xml", "--all"], 1],
    [["two.xml", "one.xml", "--all", "--fail-on", "none"], 0],
    [["one.xml", "two.xml", "--all", "--fail-on", "any"], 1],
    [["two.xml", "two.xml", "--all", "--fail-on", "any"], 0],
  ])("%j: %i", async (args, want) => {
    expect((await diff(...args)).code).toBe(want);
  });
});

describe("errors", () => {
  test.each<[string, string[], number, string]>([
    ["no side", [], 2, "diff has nothing to compare with"],
    ["a file that is not there", ["gone.xml", "two.xml", "--all"], 3, "gone.xml: it cannot be read"],
    ["no XML", ["spec/config.json", "two.xml", "--all"], 3, "spec/config.json:1:1"],
    ["an unknown revision", ["git:gone", ...own], 2, "there is no revision gone"],
    ["no revision", ["git:", ...own], 2, "git: names no revision"],
    ["an option in a revision's place", ["git:--all", ...own], 2, "there is no revision --all"],
    ["a root that is nowhere", ["one.xml", "two.xml", "--root", "Shop.Gone"], 2, "Shop.Gone, before or after"],
    ["a document with another scheme", ["ftp://x.test/m", "two.xml", "--all"], 2, "ftp: URLs are not read"],
    ["several outputs", ["git:HEAD", "--config", "spec/two.json"], 2, "choose one with --only"],
    ["no outputs", ["git:HEAD", ...own, "--only", "b"], 2, "neither side has several"],
    ["roots and everything", ["one.xml", "two.xml", "--all", "--root", "x"], 2, "--root and --all exclude each other"],
    ["two formats", ["one.xml", "two.xml", "--json", "--format", "text"], 2, "exclude each other"],
  ])("%s", async (_, args, code, message) => {
    const result = await diff(...args);
    expect(result).toMatchObject({ code, stdout: "" });
    expect(result.stderr).toContain(message);
  });
});

test("what the packages could not be generated from can be compared: name clashes, large unions", async () => {
  const many = Array.from({ length: 201 }, (_, n) => `<ComplexType Name="D${n}" BaseType="Shop.Order" />`).join("");
  const clash = `${many}<ComplexType Name="use"><Property Name="o" Type="Shop.Order" /></ComplexType><ComplexType Name="Use" />`;
  await writeFile(join(folder, "clash.xml"), service(one, clash));
  expect(await changes("clash.xml", "clash.xml", "--all")).toEqual([]);
  expect(await changes("two.xml", "clash.xml", "--root", "Shop.Order")).toContain("union-dropped Shop.Order");
});

test("the flagship against itself: nothing changed", async () => {
  const { code, stdout } = await run(["diff", "spec/graph/v1.0.csdl.xml"], { cwd: packagePath() });
  expect({ code, stdout }).toEqual({ code: 0, stdout: "no change for users of the package\n" });
});
