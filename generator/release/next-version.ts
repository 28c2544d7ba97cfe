import semver from "semver";
import type { SemverStep } from "../diff/types.ts";
import { BindgenError } from "../errors.ts";

/** A part of a version that is raised. */
export type Step = Exclude<SemverStep, "none">;

/** A version, and the part by which it differs from the one before. */
export interface NextVersion {
  readonly version: string;
  readonly step: Step;
}

const order: readonly SemverStep[] = ["none", "patch", "minor", "major"];

/**
 * The version that follows from what changed, at least by the step that is asked for; undefined where nothing follows.
 * Below 1.0.0, what breaks raises the minor and everything else the patch, because that is how npm reads `^0.1.0`.
 * Prereleases end as semver has it: `1.2.0-rc.1` becomes `1.2.0` by a patch.
 * @throws BindgenError `usage` for a current version that is none (Semantic Versioning 2.0.0)
 */
export function nextVersion(current: string, changed: SemverStep, atLeast?: Step): NextVersion | undefined {
  const parsed = semver.parse(current);
  if (parsed === null) {
    const message = `the version "${current}" is not a semantic one`;
    throw new BindgenError("usage", { message, hint: "write it as MAJOR.MINOR.PATCH, for instance 0.1.0" });
  }
  const step = higher(parsed.major === 0 ? below1(changed) : changed, atLeast ?? "none");
  return step === "none" ? undefined : { version: parsed.inc(step).version, step };
}

/** The highest of some steps; `none` where there is none. */
export function highestStep(steps: readonly SemverStep[]): SemverStep {
  return steps.reduce(higher, "none");
}

function below1(changed: SemverStep): SemverStep {
  if (changed === "major") return "minor";
  return changed === "minor" ? "patch" : changed;
}

function higher(a: SemverStep, b: SemverStep): SemverStep {
  return order.indexOf(a) > order.indexOf(b) ? a : b;
}
