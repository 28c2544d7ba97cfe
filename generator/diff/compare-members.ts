import type { SurfaceMember } from "../plan/surface/types.ts";
import { compareRules } from "./compare-rules.ts";
import { isRead, isSent, type MemberPair } from "./member-pair.ts";
import { compareDocs, note, type Subject } from "./notes.ts";
import { compilesAlike } from "./compiled-types.ts";
import { facetShift } from "./facets.ts";
import { accepts, includes, sameType, type Comparing } from "./relations.ts";
import { compareUnion } from "./compare-unions.ts";
import { facetsText, typeText } from "./texts.ts";
import type { Change } from "./types.ts";
import { judgements, type Judgement } from "./verdicts.ts";

/** Everything that differs between two states of one member, renaming aside. */
export function compareMember(pair: MemberPair, comparing: Comparing): Change[] {
  const { before, after, path } = pair;
  return [
    ...compareType(pair, comparing),
    ...compareRules(pair),
    ...compareDocs(before.docs, after.docs, { path, at: after.at }),
  ];
}

/** What breaks readers where nobody reads, or writers where nobody writes, breaks nobody. */
function concerning(pair: MemberPair, judgement: Judgement): Judgement {
  const read = isRead(pair.before) && isRead(pair.after);
  const sent = isSent(pair.before) && isSent(pair.after);
  if (judgement.verdict === "breaking" && !(read && sent)) {
    return { ...judgement, verdict: read ? "breaking-readers" : "breaking-writers" };
  }
  if (judgement.verdict === "breaking-readers" && !read) return judgements.widenedSent;
  if (judgement.verdict === "breaking-writers" && !sent) return judgements.narrowedRead;
  return judgement;
}

function compareType(pair: MemberPair, comparing: Comparing): Change[] {
  const { before, after, path } = pair;
  const at = after.at;
  if (before.value.kind === "resource" && after.value.kind === "resource") {
    return compareUnion(before.value.types, after.value.types, { path, at }, comparing);
  }
  if (before.collection === after.collection && sameType(before.value, after.value, comparing)) {
    return comparing.toldByDefinition(before.value, after.value) ? [] : compareFacets(pair);
  }
  const subject: Subject = {
    path,
    before: typeText(before.value, before.collection),
    after: typeText(after.value, after.collection),
    at,
  };
  return [note("type-changed", subject, concerning(pair, judgeType(pair, comparing))), ...compareFacets(pair)];
}

function judgeType({ before, after }: MemberPair, comparing: Comparing): Judgement {
  if (before.collection !== after.collection) {
    // Anything may be many of something as well.
    if (isAnything(after)) return judgements.typeWidened;
    return isAnything(before) ? judgements.typeRestricted : judgements.typeUnrelated;
  }
  return judgeValues(before, after, comparing);
}

function isAnything({ value, collection }: SurfaceMember): boolean {
  return value.kind === "untyped" && !collection;
}

/** By which of the two has all values of the other. */
export function judgeValues(
  before: Pick<SurfaceMember, "value">,
  after: Pick<SurfaceMember, "value">,
  comparing: Comparing,
): Judgement {
  const narrower = includes(before.value, after.value, comparing);
  const wider = accepts(after.value, before.value, comparing);
  if (narrower) {
    if (!compilesAlike(before.value, after.value, comparing)) return judgements.typeRestricted;
    return wider ? judgements.typeSame : judgements.typeNarrowed;
  }
  return wider ? judgements.typeWidened : judgements.typeUnrelated;
}

function compareFacets(pair: MemberPair): Change[] {
  const { before, after, path } = pair;
  const shift = facetShift(before.value, after.value);
  if (shift === undefined) return [];
  const subject = { path, before: facetsText(before.value), after: facetsText(after.value), at: after.at };
  const judgement = shift === "loosened" ? judgements.loosened : concerning(pair, judgements.tightened);
  return [note(`facets-${shift}`, subject, judgement)];
}
