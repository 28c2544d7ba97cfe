import { build } from "esbuild";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Config } from "../../generator/config/types.ts";
import { buildModel } from "../../generator/model/build-model.ts";
import { packagePath } from "../../generator/package-root.ts";
import { planPackage } from "../../generator/plan/plan-package.ts";
import { renderPackage } from "../../generator/render/render-package.ts";
import { sliceModel } from "../../generator/slice/slice-model.ts";
import { compile } from "../golden/compile.ts";
import { writeTree, type Tree } from "../golden/tree.ts";
import { compareCase, configOf, documentOf, facts, namespaceOf, sides, type Side } from "./cases.ts";
import { consumers } from "./consumers.ts";

/** Its option holds for the whole package: it has a test of its own. */
const whole = "option-changed";
const together = facts.filter((fact) => fact !== whole);
const roles = ["reader", "writer"] as const;
type Role = (typeof roles)[number];

/** The package of some cases as they are on one side. */
function packageOf(chosen: readonly string[], side: Side): Tree {
  const configs = chosen.map((fact) => configOf(fact, side));
  const [first] = configs;
  if (first === undefined) throw new Error("there is no case");
  const config: Config = {
    ...first,
    derived: new Map(configs.flatMap(({ derived }) => [...derived])),
    names: new Map(configs.flatMap(({ names }) => [...names])),
  };
  const metadata = chosen.map((fact) => documentOf(fact, side));
  const slice = sliceModel(buildModel({ metadata, overlay: [], docs: config.docs }), config);
  const plan = planPackage(slice, config, "hash");
  const files = renderPackage(plan, { templates: packagePath("templates"), origin: "cases", version: "0.0.0" });
  return new Map(files.filter(({ path }) => path.endsWith(".ts")).map(({ path, text }) => [path, text]));
}

/** `Diff.MemberAdded` → `memberAdded`. */
function exportOf(fact: string): string {
  const name = namespaceOf(fact).slice("Diff.".length);
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}

function program(fact: string, role: Role, side: Side): string {
  const text = consumers[fact]?.[role] ?? "";
  const body = text.replaceAll("#NS.", `#${namespaceOf(fact)}.`);
  const used = body.includes("api.")
    ? `import type { ${exportOf(fact)} as types } from "../../${side}/src/index.js";\n`
    : "";
  const value = body.includes("= api.") ? used.replace("import type", "import") : used;
  return `${value.replace("types }", "api }")}${body}\n`;
}

const folder = mkdtempSync(join(tmpdir(), "consumers-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the compiler says of each program, by side, role and case. */
const complaints = new Map<string, string[]>();
/** What the expressions come to, by the same. */
const results = new Map<string, unknown>();

const place = (side: Side, role: Role, fact: string): string => `${folder}/programs/${side}/${fact}.${role}.ts`;

beforeAll(async () => {
  for (const side of sides) writeTree(join(folder, side), packageOf(together, side), () => true);
  const programs = new Map<string, string>();
  for (const side of sides) {
    for (const role of roles) {
      for (const fact of together) programs.set(place(side, role, fact), program(fact, role, side));
    }
  }
  for (const line of compile(programs)) {
    const [file = ""] = line.split(/:\d+ TS/);
    complaints.set(file, [...(complaints.get(file) ?? []), line]);
  }
  for (const side of sides)
    for (const [name, value] of Object.entries(await run(side))) results.set(`${side} ${name}`, value);
}, 120_000);

/** Runs the expressions of all cases with the package of one side. */
async function run(side: Side): Promise<Record<string, unknown>> {
  const lines = together.flatMap((fact) => {
    const { reads, writes } = consumers[fact] ?? {};
    return Object.entries({ reader: reads, writer: writes }).flatMap(([role, expression]) => {
      if (expression === undefined) return [];
      const own = expression.replaceAll("api.", `all.${exportOf(fact)}.`);
      return [`  ${JSON.stringify(`${fact} ${role}`)}: ${own},`];
    });
  });
  const contents = `import * as all from "./index.js";\nexport const results = {\n${lines.join("\n")}\n};\n`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: join(folder, side, "src"), loader: "ts" },
    bundle: true,
    write: false,
    format: "esm",
    tsconfigRaw: {},
    logLevel: "silent",
  });
  const code = outputFiles[0]?.text ?? "";
  const loaded = (await import(`data:text/javascript;base64,${Buffer.from(code).toString("base64")}`)) as {
    results: Record<string, unknown>;
  };
  return loaded.results;
}

/** Whether a program of a case fails with one side: it does not compile, or what it expects is not so. */
function fails(side: Side, role: Role, fact: string): string[] {
  const value = results.get(`${side} ${fact} ${role}`);
  const ran = value === undefined || value === true ? [] : [`${fact}: ${consumers[fact]?.writes ?? ""} is not true`];
  return [...(complaints.get(place(side, role, fact)) ?? []), ...ran];
}

test("each case has consumers, each consumer a case", () => {
  expect(Object.keys(consumers).sort()).toEqual([...together]);
});

test("the packages themselves compile", () => {
  const own = [...complaints.keys()].filter((file) => !file.includes("/programs/"));
  expect(own.flatMap((file) => complaints.get(file))).toEqual([]);
});

describe("programs that were written for the base", () => {
  test.each(together)("%s: work with it", (fact) => {
    expect(roles.flatMap((role) => fails("base", role, fact))).toEqual([]);
  });

  test.each(together)("%s: fail with the head exactly where diff says so", (fact) => {
    const verdicts = compareCase(fact).changes.map(({ verdict }) => verdict);
    const broken = (role: Role): boolean =>
      verdicts.some((verdict) => verdict === "breaking" || verdict === `breaking-${role}s`);
    const want = Object.fromEntries(roles.map((role) => [role, broken(role)]));
    const got = Object.fromEntries(roles.map((role) => [role, fails("head", role, fact).length > 0]));
    expect({ ...got, why: "" }, roles.flatMap((role) => fails("head", role, fact)).join("\n")).toEqual({
      ...want,
      why: "",
    });
  });
});

test("a program of another option fails as well, and diff says so", () => {
  const [base, head] = sides.map((side) => {
    const files = packageOf([whole], side);
    const at = `${folder}/${whole}-${side}`;
    writeTree(at, files, () => true);
    const text =
      'import type { Thing, ThingCreate } from "./src/index.js";\nexport const read = (thing: Thing): number | null | undefined => thing.size;\nexport const write: ThingCreate = { size: 1 };\n';
    return compile(new Map([[`${at}/program.ts`, text]]));
  });
  expect(base).toEqual([]);
  expect(head?.map((line) => line.replace(/^.*:(\d+ TS\d+) .*$/s, "$1"))).toEqual(["2 TS2322", "3 TS2322"]);
  expect(compareCase(whole)).toMatchObject({ verdict: "breaking", semver: "major" });
});
