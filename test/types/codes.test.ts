import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { diagnose, programOf, typeTests } from "./program.ts";

const directive = /^\s*\/\/ @ts-expect-error (TS\d+): .+$/;

/** The type tests with their directives disarmed, so that what they hide can be seen. */
const disarmed = new Map(
  typeTests().map((path) => [path, readFileSync(path, "utf8").replaceAll("@ts-expect-error", "expected error:")]),
);
const program = programOf(typeTests(), disarmed);

/** Each directive's line and code; the error is on the line that follows. */
function expected(path: string): string[] {
  const lines = readFileSync(path, "utf8").split("\n");
  return lines.flatMap((line, index) => {
    if (!line.includes("@ts-expect-error")) return [];
    return [`line ${index + 2}: ${directive.exec(line)?.[1] ?? "no code in the directive"}`];
  });
}

describe("each directive expects the error whose code it names, and no other", () => {
  it.each(typeTests().map((path) => [basename(path), path]))(
    "%s",
    (_name, path) => {
      const found = diagnose(program, path).map(({ line, code }) => `line ${line}: ${code}`);
      expect([...new Set(found)]).toEqual(expected(path));
    },
    60_000,
  );

  it("has something to expect", () => {
    expect(typeTests().flatMap(expected).length).toBeGreaterThan(70);
  });
});
