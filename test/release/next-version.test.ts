import { describe, expect, test } from "vitest";
import type { SemverStep } from "../../generator/diff/types.ts";
import { highestStep, nextVersion, type Step } from "../../generator/release/next-version.ts";

describe("what follows from a change", () => {
  test.each<[current: string, changed: SemverStep, version: string, step: Step]>([
    ["1.2.3", "major", "2.0.0", "major"],
    ["1.2.3", "minor", "1.3.0", "minor"],
    ["1.2.3", "patch", "1.2.4", "patch"],
    ["0.1.2", "major", "0.2.0", "minor"],
    ["0.1.2", "minor", "0.1.3", "patch"],
    ["0.1.2", "patch", "0.1.3", "patch"],
    ["0.0.0", "major", "0.1.0", "minor"],
    ["1.2.0-rc.1", "patch", "1.2.0", "patch"],
    ["1.2.0-rc.1", "minor", "1.2.0", "minor"],
    ["1.2.0-rc.1", "major", "2.0.0", "major"],
    ["1.0.0-rc.1", "major", "1.0.0", "major"],
    ["1.2.1-rc.1", "minor", "1.3.0", "minor"],
    ["0.2.0-rc.1", "major", "0.2.0", "minor"],
    ["1.2.3+build.5", "patch", "1.2.4", "patch"],
  ])("%s and %s: %s", (current, changed, version, step) => {
    expect(nextVersion(current, changed)).toEqual({ version, step });
  });

  test("nothing, from nothing", () => {
    expect(nextVersion("1.2.3", "none")).toBeUndefined();
    expect(nextVersion("0.1.2", "none")).toBeUndefined();
  });
});

describe("at least the step that is asked for", () => {
  test.each<[current: string, changed: SemverStep, atLeast: Step, version: string]>([
    ["1.2.3", "none", "patch", "1.2.4"],
    ["1.2.3", "none", "major", "2.0.0"],
    ["1.2.3", "minor", "patch", "1.3.0"],
    ["1.2.3", "minor", "major", "2.0.0"],
    ["0.1.2", "none", "minor", "0.2.0"],
    ["0.1.2", "minor", "minor", "0.2.0"],
    ["0.1.2", "major", "patch", "0.2.0"],
    ["0.1.2", "major", "major", "1.0.0"],
  ])("%s, %s and --step %s: %s", (current, changed, atLeast, version) => {
    expect(nextVersion(current, changed, atLeast)?.version).toBe(version);
  });
});

// The config's schema lets these pass.
test.each(["1.0.0-01", "1.0.0-a..b", "99999999999999999999.0.0"])("%s is no version", (current) => {
  expect(() => nextVersion(current, "patch")).toThrow(`the version "${current}" is not a semantic one`);
});

test.each<[SemverStep[], SemverStep]>([
  [[], "none"],
  [["none", "patch"], "patch"],
  [["minor", "patch", "none"], "minor"],
  [["minor", "major"], "major"],
])("the highest of %j is %s", (steps, want) => {
  expect(highestStep(steps)).toBe(want);
});
