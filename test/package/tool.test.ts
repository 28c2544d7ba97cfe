import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { packagePath } from "../../generator/package-root.ts";
import { npm, npx } from "./npm.ts";

const tool = inject("tool");
const folder = mkdtempSync(join(tmpdir(), "odata-bindgen-tool-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("installed in an empty project", () => {
  const project = join(folder, "project");

  beforeAll(async () => {
    mkdirSync(project);
    writeFileSync(join(project, "package.json"), JSON.stringify({ name: "project", private: true }));
    writeFileSync(join(project, "right.json"), '{ "id": "1" }');
    writeFileSync(join(project, "wrong.json"), '{ "id": 1 }');
    cpSync(packagePath("spec", "cases", "package-files.csdl.xml"), join(project, "ferry.xml"));
    await npm(["install", "--prefer-offline", "--no-audit", "--no-fund", tool.file], project);
  });

  // One after the other: what one writes, the next one reads.
  const about = ["--metadata", "ferry.xml", "--all"];
  const judge = ["validate", "--package", "made", "--type", "Ferry.Fleet.vessel"];
  test.each<[args: readonly string[], code: number, output: string]>([
    [["--version"], 0, tool.version],
    [["--help"], 0, "odata-bindgen generate "],
    [["inspect", ...about, "Ferry.Fleet.vessel"], 0, "Ferry.Fleet.vessel (entity type)"],
    [["generate", ...about, "--out", "made"], 0, "made"],
    [["generate", ...about, "--out", "made", "--check"], 0, ""],
    [[...judge, "right.json"], 0, ""],
    [[...judge, "wrong.json"], 1, "/id  wrong-type"],
    // The project of the tool has a config file; who installs it has to write one.
    [["generate"], 2, "give --config FILE, or --metadata FILE|URL with --root or --all and --out\n"],
    [["refresh"], 2, "give --config FILE\n"],
  ])("%j", async (args, wanted, output) => {
    const { code, stdout, stderr } = await npx(["--no-install", "odata-bindgen", ...args], project);
    expect(code, stdout + stderr).toBe(wanted);
    expect(stdout + stderr).toContain(output);
  });

  test("what it made is a package", () => {
    const made = readdirSync(join(project, "made")).filter((name) => !name.startsWith("."));
    expect(made.sort()).toEqual(["README.md", "package.json", "src", "tsconfig.json"]);
  });
});

test("npx runs the tarball", async () => {
  // A cache of its own keeps npx from running what it installed for an earlier tarball of this name; the downloads in
  // it are shared.
  const cache = join(folder, "cache");
  const shared = (await npm(["config", "get", "cache"], folder)).trim();
  mkdirSync(cache);
  symlinkSync(join(shared, "_cacache"), join(cache, "_cacache"), "junction");
  // What npm finds first on the way up is where it takes relative paths from.
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true }));
  cpSync(tool.file, join(folder, basename(tool.file)));
  const options = ["--yes", "--prefer-offline", "--cache", cache, "--package", `./${basename(tool.file)}`];
  const { code, stdout, stderr } = await npx([...options, "odata-bindgen", "--version"], folder);
  expect({ code, stdout }, stderr).toEqual({ code: 0, stdout: `${tool.version}\n` });
  expect(readdirSync(join(cache, "_npx"))).toHaveLength(1);
});
