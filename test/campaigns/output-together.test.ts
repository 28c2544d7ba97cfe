import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { lockFolders } from "../../generator/output/lock.ts";
import { planChanges } from "../../generator/output/plan-changes.ts";
import { recover } from "../../generator/output/recover.ts";
import { writeAll } from "../../generator/output/write-changes.ts";
import { packagePath } from "../../generator/package-root.ts";
import { randomOf, shuffled } from "../determinism/random.ts";
import {
  formatted,
  header,
  nextHost,
  owned,
  put,
  quickFileSystem,
  tree,
  visible,
  type Files,
} from "../output/support.ts";
import { expectKnown, isLong, longTimeout, report, runsOf, seed } from "./campaign.ts";

const root = mkdtempSync(join(tmpdir(), "together-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const random = randomOf(seed);
const sides = [1, 2, 3, 4, 5];

/** A package that differs from others in every file, in which files there are, and in nothing else. */
function packageOf(side: number): Files {
  const files = [...Array(6 + side).keys()].map((file) => [`src/part-${file}.ts`, `${header}${side}\n`] as const);
  return {
    "package.json": '{ "generatedBy": "odata-bindgen" }\n',
    "README.md": `${side}\n`,
    ...Object.fromEntries(files),
  };
}

/** What `generate` does to several folders, in this process, as one that is alive. */
async function write(folders: readonly string[], files: Files): Promise<void> {
  const fs = quickFileSystem();
  const host = { ...nextHost(), isRunning: () => true };
  const locks = await lockFolders(folders, { host, fs, patience: 60_000 });
  try {
    await recover(owned(...folders), locks, fs);
    const targets = folders.map(async (folder) => {
      const changes = await planChanges(folder, formatted(files), { target: "package", fs });
      return { folder, changes, target: "package" } as const;
    });
    await writeAll(await Promise.all(targets), locks, fs);
  } finally {
    await locks.release();
  }
}

test(
  "of writers that come at once to some of the same folders, each leaves its own or another's in whole",
  { timeout: longTimeout },
  async () => {
    const found: string[] = [];
    const rounds = runsOf({ short: 1, long: 300 });
    for (let round = 0; round < rounds; round += 1) {
      const base = join(root, `round-${round}`);
      const all = ["a", "b", "b/c", "d"].map((name) => join(base, name));
      const jobs = sides.map((side) => ({
        side,
        folders: shuffled(all, random).slice(0, 1 + Math.floor(random() * 4)),
      }));
      await Promise.all(jobs.map(({ side, folders }) => write(folders, packageOf(side))));
      for (const folder of new Set(jobs.flatMap(({ folders }) => folders))) {
        const written = jobs
          .filter(({ folders }) => folders.includes(folder))
          .map(({ side }) => visible(packageOf(side)));
        const files = Object.entries(await tree(folder)).filter(([path]) => !path.startsWith("c/"));
        if (!written.includes(visible(Object.fromEntries(files)))) found.push(`round ${round}: a mix in ${folder}`);
        if (files.some(([path]) => path.includes(".odata-bindgen"))) found.push(`round ${round}: rests in ${folder}`);
      }
      rmSync(base, { recursive: true });
    }
    report("output-together", { rounds, found: found.length });
    expectKnown("output-together", found);
  },
);

/** A project in which each side has a config of its own for the same folder. */
const project = Object.fromEntries(
  sides.flatMap((side) => {
    const roots = [`Shop.Type${side}`];
    const config = {
      metadata: `shop-${side}.xml`,
      out: "../generated",
      roots,
      package: { name: "shop", version: `0.${side}.0` },
    };
    const types = [...Array(side).keys()].map(
      (index) =>
        `<ComplexType Name="Type${index + 1}"><Property Name="next" Type="Shop.Type${Math.max(index, 1)}" /></ComplexType>`,
    );
    const text = `<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="Shop" xmlns="http://docs.oasis-open.org/odata/ns/edm">${types.join("")}</Schema></edmx:DataServices></edmx:Edmx>\n`;
    return [
      [`spec/config-${side}.json`, JSON.stringify(config)],
      [`spec/shop-${side}.xml`, text],
    ];
  }),
);

interface Ended {
  readonly code: number | null;
  readonly stderr: string;
}

async function generate(folder: string, side: number): Promise<Ended> {
  const args = [packagePath("dist", "cli.js"), "generate", "--config", `spec/config-${side}.json`];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, stderr };
}

const refused = /^error: generated: another run is writing here: process \d+\n {2}wait until it has ended/;

// Ten processes are too many for every test run; the locks are tried above.
test.runIf(isLong)(
  "of two and of five processes that come at once to one folder, one or another's package is there in whole",
  { timeout: longTimeout },
  async () => {
    const wanted = new Map<number, string>();
    for (const side of sides) {
      const folder = join(root, `alone-${side}`);
      await put(folder, project);
      expect(await generate(folder, side)).toEqual({ code: 0, stderr: "" });
      wanted.set(side, JSON.stringify(await tree(join(folder, "generated"))));
    }
    const found: string[] = [];
    const ended = { written: 0, refused: 0 };
    const rounds = runsOf({ short: 0, long: 20 });
    for (let round = 0; round < rounds; round += 1) {
      const folder = join(root, `processes-${round}`);
      await put(folder, project);
      const chosen = shuffled(sides, random).slice(0, round % 2 === 0 ? 2 : 5);
      const results = await Promise.all(chosen.map((side) => generate(folder, side)));
      for (const { code, stderr } of results) {
        if (code === 0 && stderr === "") ended.written += 1;
        else if (code === 3 && refused.test(stderr)) ended.refused += 1;
        else found.push(`round ${round}: exit code ${code}, ${stderr}`);
      }
      const written = chosen.filter((_, index) => results[index]?.code === 0).map((side) => wanted.get(side));
      if (!written.includes(JSON.stringify(await tree(join(folder, "generated"))))) found.push(`round ${round}: a mix`);
    }
    report("output-together", { rounds, ...ended, found: found.length });
    expectKnown("output-together", found);
  },
);
