import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { GenerateFlags } from "../../generator/commands/arguments.ts";
import { generate } from "../../generator/commands/generate.ts";
import { ownedFolders, withProject, type Job } from "../../generator/commands/with-project.ts";
import { readConfigs } from "../../generator/config/read.ts";
import { lockFolders } from "../../generator/output/lock.ts";
import { planChanges } from "../../generator/output/plan-changes.ts";
import type { OwnFolder } from "../../generator/output/types.ts";
import { writeAll } from "../../generator/output/write-changes.ts";
import * as pipeline from "../../generator/run.ts";
import { fakeTerminal, type FakeTerminal } from "../cli/fake-terminal.ts";
import { afterwards, failing, header, locked, nextHost, put } from "./support.ts";

vi.mock("../../generator/run.ts");
const run = vi.mocked(pipeline);

let base = "";
let [spec, out, config] = ["", "", ""];
let fake: FakeTerminal;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), "project-"));
  [spec, out] = [join(base, "spec"), join(base, "out")];
  config = join(spec, "config.json");
  await put(base, {
    "spec/config.json": configOf("0.1.0"),
    "spec/m.xml": "<m />\n",
    "out/package.json": '{ "generatedBy": "odata-bindgen" }\n',
    "out/src/a.ts": `${header}export const a = 1;\n`,
  });
  fake = fakeTerminal({ cwd: base });
  run.generatePackage.mockImplementation(({ package: { version } }) =>
    Promise.resolve([
      { path: "package.json", text: '{ "generatedBy": "odata-bindgen" }\n' },
      { path: "src/a.ts", text: `${header}export const a = "${version}";\n` },
    ]),
  );
  run.checkSpec.mockResolvedValue({ path: "m.xml", text: "<m />\n" });
});
afterEach(() => rm(base, { recursive: true }));

function configOf(version: string): string {
  const content = { metadata: "m.xml", out: "../out", roots: ["x"], package: { name: "p", version } };
  return `${JSON.stringify(content)}\n`;
}

const module = (): Promise<string> => readFile(join(out, "src", "a.ts"), "utf8");

function generateWith(flags: Partial<GenerateFlags> = {}, terminal = fake.terminal): Promise<number> {
  return generate({ config, ...flags } as GenerateFlags, terminal);
}

/** A release that writes the config and the package, and dies when both are decided and the config alone is written. */
async function interruptRelease(): Promise<void> {
  const changes = [
    { folder: spec, files: [{ path: "config.json", text: configOf("0.2.0") }], target: "named" },
    { folder: out, files: [{ path: "src/a.ts", text: `${header}export const a = "0.2.0";\n` }], target: "package" },
  ] as const;
  const dying = failing(afterwards(({ name, args }) => name === "rename" && args[1] === join(out, "src", "a.ts"), 0));
  const writing = locked(
    [spec, out],
    async (locks) => {
      const targets = changes.map(async ({ folder, files, target }) => {
        const made = await planChanges(folder, files, { target });
        return { folder, changes: made.filter(({ path }) => files.some((file) => file.path === path)), target };
      });
      await writeAll(await Promise.all(targets), locks, dying.fs);
    },
    dying.fs,
  );
  await expect(writing).rejects.toThrow();
  expect(await readFile(config, "utf8")).toBe(configOf("0.2.0"));
  expect(await module()).toContain("a = 1");
}

describe("a project in which a run was interrupted", () => {
  test("is brought to its end before its config is read, in all its folders, and that is said", async () => {
    await interruptRelease();
    expect(await generateWith()).toBe(0);
    expect(await module()).toContain('a = "0.2.0"');
    expect(run.generatePackage.mock.lastCall?.[0]).toMatchObject({ package: { version: "0.2.0" } });
    expect(fake.stderr()).toBe("warning: out: finished what an interrupted run had begun: 1 file\n");
    expect(existsSync(join(spec, ".odata-bindgen")) || existsSync(join(out, ".odata-bindgen"))).toBe(false);
  });

  test("is only told of by --check", async () => {
    await interruptRelease();
    run.generatePackage.mockResolvedValue([]);
    expect(await generateWith({ check: true })).toBe(1);
    for (const folder of ["spec", "out"]) {
      expect(fake.stderr()).toContain(`${folder}: an interrupted run has not been brought to its end; to do so: `);
    }
    expect(await module()).toContain("a = 1");
  });

  test("stops where somebody has edited since, once, and keeps that", async () => {
    await interruptRelease();
    await writeFile(config, configOf("0.3.0"));
    await put(out, { "src/a.ts": `${header}mine\n` });
    await expect(generateWith()).rejects.toMatchObject({
      kind: "input",
      problems: [{ place: { file: config } }, { place: { file: join(out, "src", "a.ts") } }],
    });
    expect([await readFile(config, "utf8"), await module()]).toEqual([configOf("0.3.0"), `${header}mine\n`]);
    expect(await generateWith()).toBe(0);
    expect(await module()).toContain('a = "0.3.0"');
  });
});

describe("a project in which another run is at work", () => {
  test("is waited for where it writes, and looked at again", async () => {
    let reads = 0;
    const read = async (): Promise<Job & { text: string }> => {
      const owned = ownedFolders(await readConfigs(config));
      const text = await readFile(config, "utf8");
      reads += 1;
      return { writes: [out], owned, text };
    };
    const other = await lockFolders([out], { host: { ...nextHost(), isRunning: () => true } });
    const host = { ...nextHost(), isRunning: () => true };
    const work = withProject(read, (job) => Promise.resolve(job.text), { ...fake.terminal, host });
    await vi.waitFor(() => expect(reads).toBe(1), { timeout: 20_000 });
    await writeFile(config, configOf("0.9.0"));
    await other.release();
    expect(await work).toBe(configOf("0.9.0"));
  });

  test("is not waited for where it only reads", async () => {
    const other = await lockFolders([spec], { host: { ...nextHost(), isRunning: () => true } });
    const host = { ...nextHost(), isRunning: () => true };
    expect(await generateWith({}, { ...fake.terminal, host })).toBe(0);
    await other.release();
  });

  test("is given up where what is to be written keeps changing", async () => {
    let reads = 0;
    const read = (): Promise<Job> => {
      reads += 1;
      return Promise.resolve({ writes: [join(base, String(reads))], owned: [] });
    };
    await expect(withProject(read, () => Promise.resolve(), fake.terminal)).rejects.toThrow(/go on changing/);
    expect(existsSync(join(base, "1"))).toBe(false);
  });
});

test("the folders of a project are those of all outputs, with the files that its commands name", async () => {
  const shared = { roots: ["x"], source: "https://x.test/$metadata" };
  const outputs = { a: { metadata: "a.csdl.xml", out: "../a" }, b: { metadata: "https://x.test/m", out: "." } };
  await writeFile(config, JSON.stringify({ ...shared, outputs }));
  await mkdir(join(base, "a"));
  const wanted: OwnFolder[] = [
    { folder: join(base, "a"), package: true, named: [] },
    {
      folder: spec,
      package: true,
      named: ["config.json", "a.csdl.xml", "a.source.json", "SOURCE.md", "a.SOURCE.md", "config.json"],
    },
  ];
  expect(ownedFolders(await readConfigs(config))).toEqual(wanted);
});
