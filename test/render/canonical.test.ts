/*
 * Files that say that they are in their final form are so: prettier leaves each of them as it is. All cases of
 * spec/cases, the flagship, and modules with names of random lengths, so that lines end around the last column.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatFiles } from "../../generator/output/format.ts";
import { packagePath } from "../../generator/package-root.ts";
import { renderPackage } from "../../generator/render/render-package.ts";
import type { ModulePlan } from "../../generator/plan/types.ts";
import type { RenderedFile } from "../../generator/render/types.ts";
import { caseNames, runCase } from "../golden/cases.ts";
import { planOf } from "../plan/support.ts";
import { anyModule, hostileLetters, plainLetters } from "./modules.ts";

const seed = Number(process.env["FC_SEED"] ?? 20261101);

const known = new Set<string>();

/** The files that prettier would change although they say that it would not. */
async function untrue(files: readonly RenderedFile[]): Promise<string[]> {
  const found: string[] = [];
  for (const { path, text, canonical } of files) {
    const key = `${path.split("/").at(-1) ?? ""}\n${text}`;
    if (canonical !== true || known.has(key)) continue;
    const [formatted] = await formatFiles([{ path, text }]);
    if (formatted?.text === text) known.add(key);
    else found.push(path, firstDifference(text, formatted?.text ?? ""));
  }
  return found;
}

/** What stands around the first line that differs, as it is and as it should be. */
function firstDifference(text: string, wanted: string): string {
  const [lines, others] = [text.split("\n"), wanted.split("\n")];
  const index = lines.findIndex((line, at) => line !== others[at]);
  const part = (all: readonly string[]): string => all.slice(Math.max(0, index - 1), index + 4).join("\n");
  return `${part(lines)}\n--- prettier:\n${part(others)}`;
}

test("files of every case", async () => {
  const wrong: string[] = [];
  for (const name of caseNames()) {
    const { files } = await runCase(name);
    wrong.push(...(await untrue(files)).map((text) => `${name}: ${text}`));
  }
  expect(wrong).toEqual([]);
}, 240_000);

describe(`documents of packages with any words in them (FC_SEED=${seed})`, () => {
  const words = fc.constantFrom(
    ...[
      "a",
      "Graph",
      "1.",
      "2)",
      "-",
      "+",
      "*",
      "#",
      "_x_",
      "**",
      "`",
      "``",
      "<b>",
      "|",
      "\\",
      "&amp;",
      "é",
      "名",
      "…",
      "{% x %}",
    ],
    ...[
      "http://x.test",
      "www.x.test",
      "a@b.test",
      "[x](y)",
      "[^1]",
      "$x$",
      "===",
      "---",
      ">",
      "~~~",
      "!",
      ":",
      "{{x}}",
      "\t",
      "\n",
      "'",
    ],
  );
  const text = fc.array(words, { maxLength: 12 }).map((all) => all.join(" "));
  const plainText = fc.array(fc.constantFrom("Types", "of", "Graph:", "calls,", "1", "(x)"), {
    minLength: 1,
    maxLength: 12,
  });
  const identifier = fc.integer({ min: 1, max: 130 }).map((length) => "N".padEnd(length, "ame"));
  const base = planOf('<ComplexType Name="t"/>');
  const setup = fc.record({
    description: fc.oneof(
      text,
      plainText.map((all) => all.join(" ")),
    ),
    name: fc.oneof(fc.constantFrom("p", "@scope/name", "_x", "a.b", "1"), identifier),
    license: text,
    keywords: fc.array(text, { maxLength: 3 }),
    origin: fc.oneof(text, fc.constantFrom("OData metadata", "https://x.test/$metadata")),
    identifier,
    namespaces: fc.array(
      fc.record({ namespace: fc.oneof(words, identifier), exportName: fc.option(identifier, { nil: undefined }) }),
      { maxLength: 3 },
    ),
    count: fc.nat(100_000),
  });

  test("are as prettier has them, or left to it", async () => {
    const said = new Set<boolean | undefined>();
    await fc.assert(
      fc.asyncProperty(setup, async ({ origin, identifier: name, count, ...parts }) => {
        const counts = { ...base.package.counts, actions: count };
        const own = { ...base.package, ...parts, counts, sample: { name: "n.t", identifier: name } };
        const plan = { ...base, modules: [], package: own };
        const files = renderPackage(plan, { templates: packagePath("templates"), origin, version: "1" });
        for (const { path, canonical } of files) if (path === "README.md") said.add(canonical);
        const wrong = await untrue(files.filter(({ path }) => !path.startsWith("src/")));
        if (wrong.length > 0) throw new Error(wrong.join("\n"));
      }),
      { seed, numRuns: Number(process.env["FC_RUNS"] ?? 150) },
    );
    expect(said.size).toBe(2);
  }, 240_000);
});

describe(`modules with names of any length (FC_SEED=${seed})`, () => {
  const rest = planOf('<ComplexType Name="t"/>');
  const moduleFiles = (module: ModulePlan): RenderedFile[] => {
    const plan = { ...rest, modules: [module] };
    const files = renderPackage(plan, { templates: packagePath("templates"), origin: "x", version: "1" });
    return files.filter(({ path }) => path === `src/${module.path}.ts`);
  };
  const numRuns = Number(process.env["FC_RUNS"] ?? 150);

  test("are as prettier has them", async () => {
    await fc.assert(
      fc.asyncProperty(anyModule(plainLetters), async (module) => {
        const files = moduleFiles(module);
        if (files.some(({ canonical }) => canonical !== true)) throw new Error("it does not say that it is exact");
        const wrong = await untrue(files);
        if (wrong.length > 0) throw new Error(wrong.join("\n"));
      }),
      { seed, numRuns },
    );
  }, 240_000);

  test("with letters of other widths, quotes and escapes: as prettier has them, or left to it", async () => {
    const said = new Set<boolean | undefined>();
    await fc.assert(
      fc.asyncProperty(anyModule(hostileLetters), async (module) => {
        const files = moduleFiles(module);
        for (const { canonical } of files) said.add(canonical);
        const wrong = await untrue(files);
        if (wrong.length > 0) throw new Error(wrong.join("\n"));
      }),
      // Few of them are exact.
      { seed, numRuns: 2 * numRuns },
    );
    expect(said.size).toBe(2);
  }, 240_000);
});
