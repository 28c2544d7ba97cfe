/*
 * All of Graph, where its document is at hand: the command makes a package of it, the compiler accepts that, and a user
 * gets at every type and every operation. What there is to get at is read by the second reader of the tests.
 */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packagePath } from "../../generator/package-root.ts";
import { readFacts } from "../judge/read-facts.ts";
import type { Facts } from "../judge/facts.ts";
import { compile } from "../types/tsc.ts";
import { node } from "./npm.ts";
import { graphFile, haveGraph, wholeConfigFile } from "./whole-graph.ts";

const minutes = 60_000;

interface Written {
  readonly modules: Readonly<Record<string, string>>;
  readonly names: Readonly<Record<string, string>>;
  readonly mainNamespace: string;
  readonly package: { readonly name: string };
}
const config = JSON.parse(readFileSync(wholeConfigFile, "utf8")) as Written;
const { name } = config.package;

// Beside a project of a user, who has it installed. Bundlers and compilers go by real paths.
const user = realpathSync.native(mkdtempSync(join(tmpdir(), "whole-graph-")));
const installed = join(user, "node_modules", name);
afterAll(() => rmSync(user, { recursive: true, force: true }));

let facts: Facts;

describe.skipIf(!haveGraph)("a package of all of Graph (skipped without ../shared/metadata)", () => {
  beforeAll(async () => {
    facts = readFacts([readFileSync(graphFile, "utf8")]);
    const made = join(user, "made");
    const flags = ["--config", wholeConfigFile, "--metadata", graphFile, "--out", made];
    const run = await node([packagePath("dist", "cli.js"), "generate", ...flags], user);
    expect(run).toMatchObject({ code: 0 });
    // Its own settings are strict, and it checks everything that it emits. Maps would take as long as all the rest.
    const quietly = ["--sourceMap", "false", "--declarationMap", "false", "--pretty", "false"];
    const tsc = packagePath("node_modules", "typescript-7", "bin", "tsc");
    expect(await node([tsc, "-p", made, ...quietly], made)).toEqual({ code: 0, stdout: "", stderr: "" });
    mkdirSync(join(user, "node_modules"));
    writeFileSync(join(user, "package.json"), JSON.stringify({ name: "user", private: true, type: "module" }));
    renameSync(made, installed);
  }, 10 * minutes);

  test("it is as large as it should be", () => {
    const kinds = facts.operations.map(({ key }) => key.slice(0, key.indexOf(":")));
    const count = (kind: string): number => kinds.filter((one) => one === kind).length;
    const names = typeNames(facts);
    const found = { types: names.length, actions: count("action"), functions: count("function") };
    expect(found).toEqual({ types: 3822, actions: 857, functions: 326 });
    expect(clashing(names)).toHaveLength(23);
    expect(emptyEnums(facts)).toContain("microsoft.graph.auditLogRecordType");
    expect(names.map(simple)).toEqual(expect.arrayContaining(["package", "case", "set"]));
  });

  test("no file keeps an editor busy: none is longer than half a megabyte", () => {
    const long = readdirSync(join(installed, "src"), { recursive: true, encoding: "utf8" }).filter((path) => {
      const file = statSync(join(installed, "src", path));
      return file.isFile() && file.size > 500_000;
    });
    expect(long).toEqual([]);
  });

  test("the registry has every structured type and every operation, and nothing else", async () => {
    const registry = (await load("registry"))["registry"] as Registry;
    const wanted = [...facts.structured.keys(), ...facts.operations.map(({ key }) => key)];
    expect(Object.keys(registry).sort()).toEqual(wanted.sort());
    const dumb = wanted.filter((key) => Object.values(registry[key] ?? {}).some(({ is }) => !isOwnVerdict(is)));
    expect(dumb).toEqual([]);
  });

  test("every enumeration has its members at run time", async () => {
    const root = await load("index");
    const wrong = [...facts.enums].filter(([type, { members }]) => {
      const [space, own] = nameOf(type);
      const values = (space === undefined ? root : (root[space] as typeof root))[own];
      return values === undefined || Object.keys(values as object).length !== members.length;
    });
    expect(wrong.map(([type]) => type)).toEqual([]);
  });

  test("a user's program under strict names every type, and uses those with odd names", async () => {
    const all = typeNames(facts).map((type) => `all.${nameOf(type).filter(Boolean).join(".")}`);
    const program = `import type * as all from "${name}";\nexport type Every = [\n  ${all.join(",\n  ")},\n];\n`;
    writeFileSync(join(user, "every.ts"), program);
    writeFileSync(join(user, "odd.ts"), oddProgram);
    expect(await compile(["7", "nodenext", "exact"], [join(user, "*.ts")])).toEqual([]);
  });
});

type Registry = Readonly<Record<string, Readonly<Record<string, { readonly is: (value: unknown) => boolean }>>>>;

/** No validator takes a number for an object, and none throws. */
function isOwnVerdict(is: (value: unknown) => boolean): boolean {
  return !is(1);
}

async function load(entry: string): Promise<Record<string, unknown>> {
  return (await import(pathToFileURL(join(installed, "dist", `${entry}.js`)).href)) as Record<string, unknown>;
}

function typeNames({ structured, enums, definitions }: Facts): readonly string[] {
  return [...structured.keys(), ...enums.keys(), ...definitions.keys()];
}

function simple(type: string): string {
  return type.slice(type.lastIndexOf(".") + 1);
}

/** Simple names that several namespaces have. */
function clashing(names: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const one of names.map(simple)) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].flatMap(([one, count]) => (count > 1 ? [one] : []));
}

function emptyEnums({ enums }: Facts): readonly string[] {
  return [...enums].flatMap(([type, { members }]) => (members.length === 0 ? [type] : []));
}

/** What a type is called, and the namespace in which it is; none for those of the main one. */
function nameOf(type: string): readonly [string | undefined, string] {
  const space = type.slice(0, type.lastIndexOf("."));
  const own = config.names[type] ?? simple(type).replace(/^./, (letter) => letter.toUpperCase());
  if (space === config.mainNamespace) return [undefined, own];
  const words = config.modules[space] ?? simple(space);
  return [words.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()), own];
}

/** Names that several namespaces have, enumerations without members, words of the language. */
const oddProgram = `
  import {
    type AuditLogRecordType, type Package, type UserIdentity, callRecords, isPackage, package_, securityNamespace,
    termStore, validatePackage,
  } from "${name}";
  export const plain: UserIdentity = { displayName: "a", ipAddress: "b" };
  export const ofCallRecords: callRecords.UserIdentity = { displayName: "a" };
  // @ts-expect-error TS2353: it is a member of the other one
  export const wrong: callRecords.UserIdentity = { displayName: "a", ipAddress: "b" };
  export const none: AuditLogRecordType | undefined = undefined;
  // @ts-expect-error TS2322: there are no members
  export const some: AuditLogRecordType = "exchangeAdmin";
  export const set: termStore.Set = { "@odata.type": "#microsoft.graph.termStore.set" };
  export const made: Package = package_({ type: "oneNote" });
  export function read(value: unknown): securityNamespace.Case | Package | undefined {
    if (securityNamespace.isCase(value)) return value;
    const result = validatePackage(value);
    return isPackage(value) && result.ok ? result.value : undefined;
  }
`;
