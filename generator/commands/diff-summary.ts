import { plural, thousands } from "../count.ts";
import type { Change, Comparison, Verdict } from "../diff/types.ts";
import { type failOnChoices, presences as allPresences } from "./options.ts";

/** Which changes end `diff` with exit code 1. */
export type FailOn = (typeof failOnChoices)[number];

/** The changes that mean the same for users, in the order of the comparison. */
export interface Group {
  readonly verdict: Verdict;
  readonly title: string;
  readonly changes: readonly Change[];
}

/** Says what a comparison without changes means. */
export const unchanged = "no change for users of the package";

/** What each verdict is called, the most important first; `one` and `many` follow a number. */
const verdicts = {
  breaking: {
    title: "Breaks readers and writers",
    one: "breaks readers and writers",
    many: "break readers and writers",
  },
  "breaking-readers": { title: "Breaks readers", one: "breaks readers only", many: "break readers only" },
  "breaking-writers": { title: "Breaks writers", one: "breaks writers only", many: "break writers only" },
  compatible: { title: "Compatible", one: "compatible", many: "compatible" },
  docs: { title: "Docs only", one: "docs only", many: "docs only" },
} as const satisfies Readonly<Record<Verdict, { title: string; one: string; many: string }>>;

const order = ["breaking", "breaking-readers", "breaking-writers", "compatible", "docs"] as const;

/** The changes by verdict, the most important first; verdicts that no change has are left out. */
export function groups({ changes }: Comparison): readonly Group[] {
  return order.flatMap((verdict) => {
    const own = changes.filter((change) => change.verdict === verdict);
    return own.length === 0 ? [] : [{ verdict, title: verdicts[verdict].title, changes: own }];
  });
}

/** The title of the worst verdict. */
export function title({ verdict }: Comparison): string {
  return verdict === "none" ? "No change" : verdicts[verdict].title;
}

/** How many changes have each verdict: `3`, `break readers only`. */
export function counts(comparison: Comparison): readonly (readonly [count: string, what: string])[] {
  return groups(comparison).map(({ verdict, changes }) => {
    const { one, many } = verdicts[verdict];
    return [thousands(changes.length), changes.length === 1 ? one : many];
  });
}

/** The step of the version and why, in a line: `major: 3 changes break readers, 1 breaks writers`. */
export function stepLine(comparison: Comparison): string {
  const { changes, semver } = comparison;
  return changes.length === 0 ? unchanged : `${semver}: ${why(changes)}`;
}

function why(changes: readonly Change[]): string {
  const count = (...wanted: readonly Verdict[]): number =>
    changes.filter(({ verdict }) => wanted.includes(verdict)).length;
  const [readers, writers] = [count("breaking", "breaking-readers"), count("breaking", "breaking-writers")];
  const verb = (number: number): string => (number === 1 ? "breaks" : "break");
  if (readers + writers === 0) {
    const compatible = count("compatible");
    return compatible > 0
      ? plural(compatible, "compatible change")
      : `${plural(changes.length, "change")} of docs only`;
  }
  if (readers === 0) return `${plural(writers, "change")} ${verb(writers)} writers`;
  const first = `${plural(readers, "change")} ${verb(readers)} readers`;
  if (writers === 0) return first;
  return count("breaking-readers", "breaking-writers") === 0
    ? `${first} and writers`
    : `${first}, ${thousands(writers)} ${verb(writers)} writers`;
}

/** Whether a verdict is one that `--fail-on` names. */
export function fails(verdict: Comparison["verdict"], failOn: FailOn): boolean {
  if (verdict === "none" || failOn === "none") return false;
  return failOn === "any" || isBreaking(verdict);
}

/** Whether the comparison reaches what `--fail-on` names, so that the exit code is 1. */
export function exceeds({ changes }: Comparison, failOn: FailOn): boolean {
  return changes.some(({ verdict }) => fails(verdict, failOn));
}

/** Whether code that was written against the earlier package may break. */
export function isBreaking(verdict: Verdict): boolean {
  return verdict !== "compatible" && verdict !== "docs";
}

/** Where a change shows only: `(create, update)`; nothing where it shows in all presences. */
export function presences({ presences: shown }: Change): string {
  return shown === undefined || allPresences.every((presence) => shown.includes(presence))
    ? ""
    : `(${shown.join(", ")})`;
}
