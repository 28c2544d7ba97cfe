import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { configureOne } from "../../generator/commands/configure.ts";
import type { Config } from "../../generator/config/types.ts";
import { parseCsdl } from "../../generator/csdl/parse-csdl.ts";
import { compareSurfaces } from "../../generator/diff/compare-surfaces.ts";
import type { Change, ChangeCode } from "../../generator/diff/types.ts";
import { buildModel } from "../../generator/model/build-model.ts";
import { packagePath } from "../../generator/package-root.ts";
import { planSurface } from "../../generator/plan/surface/plan-surface.ts";
import type { Surface } from "../../generator/plan/surface/types.ts";
import { generatePackage } from "../../generator/run.ts";
import { sliceModel } from "../../generator/slice/slice-model.ts";
import { readSource } from "../../generator/source/read-source.ts";
import { compile } from "../golden/compile.ts";
import { writeTree } from "../golden/tree.ts";

const metadata = packagePath("..", "shared", "metadata");
const documents = { old: "graph-v1.0-2025-01-17.csdl", new: "graph-v1.0-2026-08-03.csdl" } as const;
type Age = keyof typeof documents;
const ages: readonly Age[] = ["old", "new"];
const isThere = ages.every((age) => existsSync(join(metadata, documents[age])));

const folder = mkdtempSync(join(tmpdir(), "graph-diff-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const surfaces = new Map<Age, Surface>();
/** What the compiler says of each program, by its path. */
const complaints = new Map<string, string[]>();
/** The changes of both directions that a program can show. */
let shown: readonly Shown[] = [];

interface Shown {
  readonly change: Change;
  readonly program: string;
  /** The package that the program was written for, and the other one. */
  readonly from: Age;
  readonly to: Age;
  readonly id: string;
}

/** The flagship's configuration for one document, without roots that it does not have yet. */
async function configOf(age: Age): Promise<Config> {
  const config = await configureOne({}, packagePath());
  const roots =
    config.roots === "all" || age === "new"
      ? config.roots
      : config.roots.filter((root) => !/emergencyCallEvent$/.test(root));
  return { ...config, roots, metadata: join(metadata, documents[age]) };
}

async function surfaceOf(config: Config): Promise<Surface> {
  const read = async (file: string) => parseCsdl(await readSource(file));
  const overlay = await Promise.all(config.overlay.map(read));
  const model = buildModel({ metadata: [await read(config.metadata)], overlay, docs: config.docs });
  return planSurface(sliceModel(model, config), config);
}

/** A program that uses, of the earlier package, just what a change is about; undefined for codes that have none here. */
function programFor({ code, path, after, before }: Change, surface: Surface): string | undefined {
  const [owner = "", member = ""] = path.split("/");
  const type = surface.types.get(owner);
  const name = type?.identifier ?? "";
  const programs: Partial<Record<ChangeCode, string>> = {
    "member-added": `export const read = (value: api.${name}): api.${name} => value;`,
    "member-removed": `export const read = (value: api.${name}): unknown => value[${JSON.stringify(member)}];`,
    "type-removed": `export type Use = api.${name};`,
    "operation-removed": `export type Use = api.${surface.operations.get(path)?.identifier ?? ""}Parameters;`,
    "enum-member-removed": `export const write: api.${name} = ${JSON.stringify(before)};`,
    "enum-member-added": `export const text = (value: api.${name}): string => (value === "unknownFutureValue" ? ${JSON.stringify(after)} : value);`,
    "docs-changed": `export type Use = api.${name};`,
  };
  if (type === undefined || !("position" in type) || !code.startsWith("union-")) return programs[code];
  if (type.position.types.length < 2) return undefined;
  const cases = type.position.types.map((tag) => `    case "#${tag}":`);
  return [
    `export function read(value: api.${name}): number {`,
    '  switch (value["@odata.type"]) {',
    ...(type.position.untagged ? ["    case undefined:"] : []),
    ...cases,
    "      return 1;",
    "    default: { const none: never = value; return none; }",
    "  }",
    "}",
  ].join("\n");
}

function file(age: Age, id: string): string {
  return `${folder}/programs/${id}.${age}.ts`;
}

beforeAll(async () => {
  if (!isThere) return;
  for (const age of ages) {
    const config = await configOf(age);
    surfaces.set(age, await surfaceOf(config));
    const files = await generatePackage(config, { overlay: true });
    const sources = files.filter(({ path }) => path.startsWith("src/"));
    writeTree(join(folder, age), new Map(sources.map(({ path, text }) => [path, text])), () => true);
  }
  shown = [...changesFrom("old", "new"), ...changesFrom("new", "old")];
  const programs = new Map<string, string>();
  for (const { id, program } of shown) {
    for (const age of ages) {
      programs.set(file(age, id), `import type * as api from "../${age}/src/index.js";\n${program}\n`);
    }
  }
  for (const line of compile(programs)) {
    const [path = ""] = line.split(/:\d+ TS/);
    complaints.set(path, [...(complaints.get(path) ?? []), line]);
  }
}, 300_000);

function changesFrom(from: Age, to: Age): Shown[] {
  const [before, after] = [surfaces.get(from), surfaces.get(to)];
  if (before === undefined || after === undefined) return [];
  return compareSurfaces(before, after).changes.flatMap((change, index) => {
    const program = programFor(change, before);
    return program === undefined ? [] : [{ change, program, from, to, id: `${from}-${index}` }];
  });
}

describe.skipIf(!isThere)(
  `what diff says of the two documents of Graph is so of the packages (needs ${metadata})`,
  () => {
    test("there is a program for most changes, in both directions", () => {
      const codes = new Set(shown.map(({ change, from }) => `${from} ${change.code}`));
      expect([...codes].sort()).toEqual([
        "new member-removed",
        "new operation-removed",
        "new type-removed",
        "new union-narrowed",
        "old member-added",
        "old union-widened",
      ]);
      expect(shown.length).toBeGreaterThan(80);
    });

    test("both packages compile, and every program does with the package that it was written for", () => {
      const own = new Set(shown.map(({ from, id }) => file(from, id)));
      expect(
        [...complaints].flatMap(([path, lines]) => (path.includes("/programs/") && !own.has(path) ? [] : lines)),
      ).toEqual([]);
    });

    test("with the other package, a program fails exactly where diff says breaking", () => {
      const wrong = shown.flatMap(({ change, id, to }) => {
        const fails = complaints.has(file(to, id));
        const breaks = change.verdict.startsWith("breaking");
        return fails === breaks
          ? []
          : [`${change.code} ${change.path}: ${change.verdict}, but ${fails ? "fails" : "compiles"}`];
      });
      expect(wrong).toEqual([]);
    });
  },
);
