import ts from "typescript";
import { describe, expect, it } from "vitest";
import { emittedFiles, fileOf, programOf } from "./program.ts";
import { suspects } from "./suspects.ts";

const program = programOf(emittedFiles());

describe("what is emitted hides nothing from the compiler", () => {
  it("the source has no any, no cast, no non-null assertion, no directive", () => {
    expect(emittedFiles().length).toBeGreaterThan(80);
    expect(emittedFiles().flatMap((path) => suspects(fileOf(program, path)))).toEqual([]);
  });

  it.each([
    ["let a: any;", "any"],
    ["const a = b as string;", "as"],
    ["const a = <string>b;", "<>"],
    ["const a = b!;", "!"],
    ["let a!: string;", "!"],
    ["// @ts-ignore: so", "@ts-ignore"],
    ["/* eslint-disable */", "eslint-disable"],
    ["declare const a: Record<string, any[]>;", "any"],
  ])("%s would be found", (text, found) => {
    const file = ts.createSourceFile("probe.ts", text, ts.ScriptTarget.ES2020, true);
    expect(suspects(file)).toEqual([`probe.ts:1 ${found}`]);
  });

  it("`as const` is no cast", () => {
    const file = ts.createSourceFile("probe.ts", `const a = { b: "c" } as const;`, ts.ScriptTarget.ES2020, true);
    expect(suspects(file)).toEqual([]);
  });
});
