import { describe, expect, test } from "vitest";
import { caseNames, wholePackage } from "./cases.ts";
import { compilePackages } from "./compile.ts";
import { gather, goldenFolder } from "./goldens.ts";
import { updating } from "./mode.ts";
import { readTree } from "./tree.ts";

/** Cases whose golden does not compile yet, which is a fault of the generator. This list may only shrink. */
const faulty: readonly string[] = [];

/** Lines that must not compile: where each is added, and what the compiler says to it. */
const faults = [
  ["a wrong type", "src/ferry/types/received.ts", "export const wrong: string = 1;", "TS2322"],
  ["a missing module", "src/ferry/guards/received.ts", 'import { a } from "./nowhere.js"; a();', "TS2307"],
  ["an unused import", "src/registry.ts", 'import { type Issue } from "./runtime/issue.js";', "TS6133"],
  ["a name that the library lacks", "src/wire.ts", 'export { nothing } from "./runtime/issue.js";', "TS2305"],
  [
    "an index that is not checked",
    "src/tags.ts",
    "export const first = (list: string[]): string => list[0];",
    "TS2322",
  ],
] as const;

// An update is writing them at this moment.
describe.skipIf(updating)("the goldens as TypeScript", () => {
  test("all of them compile, as one program", { timeout: 180_000 }, () => {
    const outputs = gather(readTree(goldenFolder), caseNames());
    expect(outputs.get(wholePackage)?.has("src/index.ts")).toBe(true);
    const messages = compilePackages(outputs);
    const isOf = (name: string, message: string): boolean => message.startsWith(`/packages/${name}/`);
    expect(messages.filter((message) => !faulty.some((name) => isOf(name, message)))).toEqual([]);
    expect(faulty.filter((name) => messages.some((message) => isOf(name, message)))).toEqual(faulty);
  });

  test("a golden that does not compile is found", { timeout: 60_000 }, () => {
    const golden = gather(readTree(goldenFolder), ["enum"]).get("enum") ?? new Map<string, string>();
    const copies = faults.map(
      ([name, path, line]) => [name, new Map(golden).set(path, `${golden.get(path) ?? ""}\n${line}\n`)] as const,
    );
    const found = compilePackages(new Map(copies));
    expect(found.map((message) => message.replace(/:\d+ (TS\d+) .*$/s, " $1")).sort()).toEqual(
      faults.map(([name, path, , code]) => `/packages/${name}/${path} ${code}`).sort(),
    );
  });
});
