import { compareCodeUnits } from "../sort.ts";
import { changeCodes, type Change, type ChangeCode, type Comparison, type SemverStep, type Verdict } from "./types.ts";

/** A verdict and why, in one sentence. */
export type Judgement = Pick<Change, "verdict" | "reason">;

const yes = (reason: string): Judgement => ({ verdict: "compatible", reason });
const both = (reason: string): Judgement => ({ verdict: "breaking", reason });
const readers = (reason: string): Judgement => ({ verdict: "breaking-readers", reason });
const writers = (reason: string): Judgement => ({ verdict: "breaking-writers", reason });
const docs = (reason: string): Judgement => ({ verdict: "docs", reason });

/** Every judgement that `diff` passes, in one place; where a code has several, what was compared decides. */
export const judgements = {
  typeAdded: yes("Where it may stand is told on its own."),
  typeRemoved: both("What the package exports for it is gone."),
  typeRenamed: both("Its types, validators and discriminator have another name."),
  kindChanged: both("Values of it have another form."),
  updateRemoved: writers("A complex type has no form for updates."),
  updateAdded: writers("Inside an update it has the form for updates, without what can be sent only once."),
  baseChanged: yes("What it inherits and where it may stand is told on its own."),
  opened: yes("Members that are not declared are accepted."),
  openedIndex: writers("An index signature is there: an interface of one's own that is sent has none (TS2322)."),
  closed: writers("Members that are not declared are reported, as errors under strict."),
  unionWidened: readers("A switch over the discriminator is no longer exhaustive."),
  unionNarrowed: both("The types no longer stand here: a case for one does not compile, a value of one is refused."),
  unionDropped: both("The discriminator no longer tells the types apart: members of one are not known here."),
  unionIntroduced: both("Only the types of the union are known: a case for another does not compile."),
  tagRequired: writers("The discriminator has to be there."),
  tagOptional: readers("The discriminator may be missing."),
  memberAdded: yes("Nobody has to read or send it."),
  requiredAdded: writers("It has to be sent."),
  memberRemoved: both("It can be neither read nor sent."),
  readMemberRemoved: readers("It can no longer be read."),
  memberRenamed: both("It has another name."),
  typeUnrelated: both("Values of the two types differ."),
  typeWidened: readers("Values come that the earlier type does not have."),
  typeNarrowed: writers("Values that the earlier type has are refused."),
  typeRestricted: both("Values that the earlier type has are no longer known: a comparison with one does not compile."),
  typeSame: yes("Both types have the same values."),
  nullIntroduced: readers("Null may come."),
  nullAccepted: yes("Null is accepted where it is sent."),
  nullRefused: writers("Null is refused."),
  nullGone: yes("Null no longer comes."),
  required: writers("It has to be sent."),
  present: yes("It is always there."),
  absent: readers("It may be missing."),
  optional: yes("It may be left out."),
  readOnly: writers("It can no longer be sent."),
  writable: yes("It can be sent as well."),
  writableRequired: writers("It can be sent, and has to be."),
  tightened: writers("Values that were accepted are refused."),
  widenedSent: yes("All values that were accepted still are."),
  narrowedRead: yes("All values that come could have come before."),
  loosened: yes("More values are accepted, the type is the same."),
  evolvableGrew: yes("The enumeration is evolvable: whoever reads it expects members that are not known."),
  flagsGrew: yes("Combinations are strings whatever the members."),
  enumGrew: readers("A switch over the members is no longer exhaustive."),
  enumShrank: both("The member can be neither compared with nor sent."),
  enumMemberRenamed: both("The member has another name."),
  becameFlags: readers("Combinations of members may come."),
  becameSingle: both("Combinations of members are no longer known: a comparison with one does not compile."),
  operationAdded: yes("Nobody has to call it."),
  operationRemoved: both("What the package exports for it is gone."),
  operationRenamed: both("Its types, validators and key have another name."),
  parameterAdded: yes("It may be left out."),
  parameterRemoved: writers("It can no longer be sent."),
  parameterRenamed: writers("It has another name."),
  returnAdded: yes("A result that was not there can be ignored."),
  returnRemoved: readers("There is no result any more."),
  nameChanged: both("The package exports it under another name."),
  namesAdded: yes("The package exports more of it."),
  namesRemoved: both("The package no longer exports these names."),
  optionWire: both("It decides how every value travels."),
  optionType: both("It decides what the types of open types look like."),
  packageName: both("It is imported by another name."),
  serviceRoot: both("Discriminators that are written as URLs below the earlier root are no longer understood."),
  serviceRootAdded: yes("Discriminators that are written as URLs below it are understood."),
  aliasAdded: yes("Discriminators that are written with it are understood."),
  aliasRemoved: both("Discriminators that are written with it are no longer understood."),
  runtimeName: both(
    "The package's index exports another thing under this name; ./runtime has always had the library's.",
  ),
  closedIndex: both("The index signature is gone, and members that are not declared are reported."),
  deprecated: yes("It still works; editors strike it through."),
  deprecationDocs: docs("Only doc comments differ."),
  description: docs("Only doc comments differ."),
} as const satisfies Readonly<Record<string, Judgement>>;

/** The code of the same change seen from the other side. */
export function mirrored(code: ChangeCode): ChangeCode {
  return changeCodes[code];
}

/** Changes in order, their sum and the step of the version that follows. */
export function summarize(changes: readonly Change[]): Comparison {
  const sorted = [...changes].sort(
    (a, b) =>
      compareCodeUnits(a.path, b.path) ||
      compareCodeUnits(a.code, b.code) ||
      compareCodeUnits(a.after ?? "", b.after ?? ""),
  );
  const verdict = sumOf(sorted.map((change) => change.verdict));
  return { changes: sorted, verdict, semver: stepOf(verdict) };
}

/** The worst of the verdicts; both sides broken is worse than one. */
function sumOf(verdicts: readonly Verdict[]): Verdict | "none" {
  const has = (verdict: Verdict): boolean => verdicts.includes(verdict);
  if (has("breaking") || (has("breaking-readers") && has("breaking-writers"))) return "breaking";
  const order: readonly Verdict[] = ["breaking-readers", "breaking-writers", "compatible", "docs"];
  return order.find(has) ?? "none";
}

function stepOf(verdict: Verdict | "none"): SemverStep {
  if (verdict === "none") return "none";
  return verdict === "compatible" ? "minor" : verdict === "docs" ? "patch" : "major";
}
