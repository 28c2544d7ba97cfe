import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { formatFiles } from "../../generator/output/format.ts";
import { commit, git } from "../source/git-support.ts";
import { run, type Result } from "../cli/support.ts";

/** A small service. */
function service(order: string, more = ""): string {
  return `<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="Shop" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<ComplexType Name="Order">${order}<Property Name="state" Type="Shop.State" /></ComplexType>
<EnumType Name="State"><Member Name="open" /><Member Name="paid" />${more}</EnumType>
</Schema></edmx:DataServices></edmx:Edmx>
`;
}

const number = '<Property Name="number" Type="Edm.Int32" />';
const note = '<Property Name="note" Type="Edm.String" />';
const released = service(number);
const grown = service(number + note);
const broken = service(note, '<Member Name="lost" />');

// As somebody's editor may leave it.
const config = `{
\t"metadata": "shop.xml",   "out": "../generated",
  "roots": [ "Shop.Order" ],
  "package": {"version":"0.1.0", "name": "shop" }
}`;
const several = (outputs: string): string =>
  `{ "metadata": "shop.xml", "roots": ["Shop.Order"], "package": { "name": "shop", "version": "1.0.0" },\n"outputs": ${outputs} }\n`;
const shared = several('{ "a": { "out": "../a" }, "b": { "out": "../b", "openTypes": "index" } }');
const apart = several(
  '{ "a": { "out": "../a" }, "b": { "out": "../b", "package": { "name": "b", "version": "0.3.0" } } }',
);

const root = realpathSync.native(mkdtempSync(join(tmpdir(), "release-")));
const template = join(root, "template");
let folder = "";
let copies = 0;

const env = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
const at = (path: string): string => join(folder, path);
const read = (path: string): string => readFileSync(at(path), "utf8");
const write = (path: string, text: string): void => writeFileSync(at(path), text);
const tool = (...args: string[]): Promise<Result> =>
  run([...args, "--config", "spec/config.json"], { cwd: folder, env });
const release = (...args: string[]): Promise<Result> => tool("release", ...args);

/** All files but git's own, with what is in them. */
function tree(): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith(at(".git")));
  return new Map(names.sort().map((path) => [path, readFileSync(path, "utf8")]));
}

beforeAll(async () => {
  mkdirSync(join(template, "spec"), { recursive: true });
  folder = template;
  git(folder, "init", "--quiet", "--initial-branch=main");
  write("spec/shop.xml", released);
  write("spec/config.json", config);
  expect(await tool("generate")).toMatchObject({ code: 0 });
  commit(folder);
  git(folder, "tag", "v0.1.0");
});
beforeEach(() => {
  copies += 1;
  folder = join(root, String(copies));
  cpSync(template, folder, { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true }));

const breaking = `## 0.2.0

### Breaking

#### For readers and writers

- Removed member in \`Shop.Order\`: \`number\`.

#### For readers

- New value in \`Shop.State\`: \`lost\`. A switch is no longer exhaustive.

### Added and compatible

- New member in \`Shop.Order\`: \`note\`.
`;
const compatible = "### Added and compatible\n\n- New member in `Shop.Order`: `note`.\n";

describe("a release", () => {
  test("sets the version, writes the changelog, makes the package", async () => {
    write("spec/shop.xml", broken);
    const { code, stdout, stderr } = await release();
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(
      /^0\.1\.0 → 0\.2\.0\n\n## 0\.2\.0\n[^]*\nspec: 1 file, 1 changed\n {2}changed {2}config\.json\n/,
    );
    expect(stdout).toMatch(
      /\ngenerated: \d+ files, 1 added, \d+ changed\n[^]*\nnext: commit this, and tag it v0\.2\.0\n$/,
    );
    expect(read("spec/config.json")).toBe(config.replace("0.1.0", "0.2.0"));
    expect(read("generated/CHANGELOG.md")).toBe(`# Changelog\n\n${breaking}`);
    expect(JSON.parse(read("generated/package.json"))).toMatchObject({ version: "0.2.0" });
    expect(await tool("generate", "--check")).toMatchObject({ code: 0 });
    expect(existsSync(at("generated/.odata-bindgen"))).toBe(false);
  });

  test("follows on another: from its tag, above its entry, and what is formatted stays so", async () => {
    write("generated/CHANGELOG.md", "# Changes\n\nOur own words.\n\n## 0.1.0\n\n- The first.\n");
    write("spec/shop.xml", broken);
    expect((await release()).code).toBe(0);
    commit(folder);
    git(folder, "tag", "v0.2.0");
    write("spec/shop.xml", broken.replace(note, note + number));
    expect((await release()).code).toBe(0);
    const next = "## 0.2.1\n\n### Added and compatible\n\n- New member in `Shop.Order`: `number`.\n";
    const text = `# Changes\n\nOur own words.\n\n${next}\n${breaking}\n## 0.1.0\n\n- The first.\n`;
    expect(read("generated/CHANGELOG.md")).toBe(text);
    expect(await formatFiles([{ path: "CHANGELOG.md", text }])).toEqual([{ path: "CHANGELOG.md", text }]);
    expect(JSON.parse(read("generated/package.json"))).toMatchObject({ version: "0.2.1" });
  });

  test("keeps byte order marks", async () => {
    write("spec/config.json", `\ufeff${config}`);
    write("generated/CHANGELOG.md", "\ufeff# C\r\n\r\n## 0.1.0\r\n");
    write("spec/shop.xml", grown);
    expect((await release()).code).toBe(0);
    expect(read("spec/config.json")).toBe(`\ufeff${config.replace("0.1.0", "0.1.1")}`);
    const entry = `## 0.1.1\n\n${compatible}`.replaceAll("\n", "\r\n");
    expect(read("generated/CHANGELOG.md")).toBe(`\ufeff# C\r\n\r\n${entry}\r\n## 0.1.0\r\n`);
  });

  test.each<[base: string]>([["git:HEAD"], ["earlier.xml"]])("from %s", async (base) => {
    git(folder, "tag", "--delete", "v0.1.0");
    write("earlier.xml", released);
    write("spec/shop.xml", grown);
    const { code, stdout } = await release(base, "--dry-run");
    expect({ code, stdout }).toEqual({ code: 0, stdout: `0.1.0 → 0.1.1\n\n## 0.1.1\n\n${compatible}` });
  });
});

describe("what is only looked at", () => {
  test("is told, and nothing is written", async () => {
    write("spec/shop.xml", broken);
    const before = tree();
    expect(await release("--dry-run")).toEqual({ code: 0, stdout: `0.1.0 → 0.2.0\n\n${breaking}`, stderr: "" });
    expect(tree()).toEqual(before);
    const { stdout } = await release("--dry-run", "--json");
    expect(stdout).toBe(
      `${JSON.stringify({ from: "0.1.0", to: "0.2.0", step: "minor", entry: breaking }, undefined, 2)}\n`,
    );
    expect(tree()).toEqual(before);
  });

  test("is nothing, where nothing changed", async () => {
    const before = tree();
    const stdout = "nothing to release: no change for users of the package since git:v0.1.0\n";
    expect(await release()).toEqual({ code: 0, stdout, stderr: "" });
    expect(JSON.parse((await release("--json")).stdout)).toEqual({
      from: "0.1.0",
      to: "0.1.0",
      step: "none",
      entry: "",
    });
    expect(tree()).toEqual(before);
  });
});

test("--step releases what the metadata does not tell", async () => {
  const { code, stdout } = await release("--step", "minor", "--json");
  const entry = "## 0.2.0\n\nTypes, members and operations are as before.\n";
  expect({ code, told: JSON.parse(stdout) }).toEqual({
    code: 0,
    told: { from: "0.1.0", to: "0.2.0", step: "minor", entry },
  });
  expect(read("generated/CHANGELOG.md")).toBe(`# Changelog\n\n${entry}`);
});

describe("several outputs", () => {
  /** Released with this configuration. */
  async function start(text: string): Promise<void> {
    write("spec/config.json", text);
    expect((await tool("generate")).code).toBe(0);
    commit(folder);
    for (const tag of ["v1.0.0", "v0.3.0"]) git(folder, "tag", tag);
    write("spec/shop.xml", grown);
  }
  const versionOf = (out: string): string => (JSON.parse(read(`${out}/package.json`)) as { version: string }).version;

  test("that share a version are released together", async () => {
    await start(shared);
    const { stdout } = await release("--only", "b", "--json");
    const entry = `## 1.1.0\n\n${compatible}`;
    expect(JSON.parse(stdout)).toEqual({
      from: "1.0.0",
      to: "1.1.0",
      step: "minor",
      entry: `a:\n\n${entry}\nb:\n\n${entry}`,
    });
    expect(["a", "b"].map((out) => [versionOf(out), read(`${out}/CHANGELOG.md`)])).toEqual([
      ["1.1.0", `# Changelog\n\n${entry}`],
      ["1.1.0", `# Changelog\n\n${entry}`],
    ]);
    expect(read("spec/config.json")).toBe(shared.replace("1.0.0", "1.1.0"));
  });

  test("with versions of their own are released one by one", async () => {
    await start(apart);
    const before = tree();
    const { code, stderr } = await release();
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: "error: each output has a version of its own: a, b\n  choose one with --only NAME\n",
    });
    expect(tree()).toEqual(before);
    expect((await release("--only", "b")).code).toBe(0);
    expect([versionOf("a"), versionOf("b")]).toEqual(["1.0.0", "0.3.1"]);
    expect(existsSync(at("a/CHANGELOG.md"))).toBe(false);
    expect(read("spec/config.json")).toBe(apart.replace("0.3.0", "0.3.1"));
  });

  test("one that is new needs something to be compared with", async () => {
    await start(shared);
    write("spec/config.json", shared.replace('"b":', '"c":'));
    expect((await release()).stderr).toBe(
      'error: git:v1.0.0 has no output "c" to compare with\n' +
        "  name the document that users have: odata-bindgen release FILE, URL or git:REVISION:FILE\n",
    );
    expect((await release("git:v1.0.0:spec/shop.xml", "--dry-run")).code).toBe(0);
    // What else is wrong with that revision is told as it is.
    expect((await release("git:v1.0")).stderr).toMatch(
      /^error: .* there is no revision v1\.0 in .*\n {2}did you mean /,
    );
  });
});

describe("what fails leaves everything as it was", () => {
  const plain = config.replace(/,\s*"package".*\n/, "\n");
  test.each<[why: string, prepare: () => void, args: string[], code: number, message: string]>([
    [
      "no tag",
      () => git(folder, "tag", "--delete", "v0.1.0"),
      [],
      2,
      "there is no tag v0.1.0 to compare with\n  fetch it (git fetch --tags), or name",
    ],
    ["no repository", () => rmSync(at(".git"), { recursive: true }), [], 2, "there is no tag v0.1.0 to compare with"],
    [
      "a tag of the new version",
      () => git(folder, "tag", "v0.2.0"),
      [],
      2,
      "there is a tag v0.2.0 already\n  release a higher version with --step",
    ],
    [
      "an entry for it",
      () => write("generated/CHANGELOG.md", "## [0.2.0]\n"),
      [],
      2,
      "CHANGELOG.md: there is an entry for 0.2.0 already\n  take it out",
    ],
    [
      "a changelog that is no text",
      () => writeFileSync(at("generated/CHANGELOG.md"), "\xff", "latin1"),
      [],
      3,
      "CHANGELOG.md: this is not UTF-8 text",
    ],
    [
      "a changelog that is a folder",
      () => mkdirSync(at("generated/CHANGELOG.md")),
      [],
      3,
      "CHANGELOG.md: cannot read it: it is a folder",
    ],
    [
      "no package in the config",
      () => write("spec/config.json", plain),
      [],
      2,
      'spec/config.json: the config has no "package" with a version\n  add "package"',
    ],
    [
      "a version that is none",
      () => write("spec/config.json", config.replace("0.1.0", "0.1.0-01")),
      ["git:HEAD"],
      2,
      '"package.version": found "0.1.0-01"; allowed: text such as',
    ],
    [
      "a version written twice",
      () => write("spec/config.json", config.replace('"version"', '"version":"0.1.0", "version"')),
      [],
      2,
      '"version" stands here again',
    ],
    ["an unknown revision", () => undefined, ["git:v9"], 2, "there is no revision v9"],
    [
      "a step that is none",
      () => undefined,
      ["--step", "big"],
      2,
      '--step: "big" is none of "major", "minor", "patch"',
    ],
    ["XML that is none", () => write("spec/shop.xml", "<a>"), [], 3, "spec/shop.xml:1"],
    [
      "names that clash",
      () => write("spec/config.json", config.replace('"roots"', '"names": { "Shop.State": "Order" }, "roots"')),
      [],
      4,
      "Order",
    ],
    [
      "a file in the way",
      () => {
        rmSync(at("generated/tsconfig.json"));
        mkdirSync(at("generated/tsconfig.json"));
      },
      [],
      3,
      "tsconfig.json: cannot read what is to be replaced",
    ],
  ])("%s", async (_, prepare, args, code, message) => {
    write("spec/shop.xml", broken);
    prepare();
    const before = tree();
    const result = await release(...args);
    expect(result).toMatchObject({ code, stdout: "" });
    expect(result.stderr).toContain(message);
    expect(result.stderr.match(/^error: /gm)).toHaveLength(1);
    expect(tree()).toEqual(before);
  });

  test.skipIf(process.platform === "win32")("a link in the way, noticed last", async () => {
    write("spec/shop.xml", broken);
    write("elsewhere.json", read("generated/package.json"));
    rmSync(at("generated/package.json"));
    symlinkSync(at("elsewhere.json"), at("generated/package.json"));
    const before = tree();
    const { code, stderr } = await release();
    expect(code).toBe(2);
    expect(stderr).toContain("generated/package.json: this is a symbolic link");
    expect(tree()).toEqual(before);
  });

  test("a config of a revision cannot be edited", async () => {
    const { code, stderr } = await run(["release", "--config", "git:v0.1.0:spec/config.json"], { cwd: folder, env });
    expect(code).toBe(2);
    expect(stderr).toContain("cannot be edited, it lies in a revision");
  });
});
