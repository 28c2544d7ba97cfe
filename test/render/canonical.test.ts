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
    const key = `${path.slice(path.lastIndexOf("."))}\n${text}`;
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
      { seed, numRuns },
    );
    expect(said.size).toBe(2);
  }, 240_000);
});
