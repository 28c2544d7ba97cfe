import { didYouMean, suggest } from "../suggest.ts";
import { splitName } from "../split-name.ts";
import type { TargetKind, Targets } from "./annotation-targets.ts";
import type { AnnotationFact, AnnotationIndex } from "./annotations.ts";
import { isOwnTerm, isTagged, resourceUnionOf, terms } from "./facts.ts";
import { structured, type Members } from "./members.ts";
import type { Problems } from "./problems.ts";

/**
 * Tells of annotations with terms of our vocabulary that mean nothing where they stand: of a term that there is not, of
 * something else than a property, of a union that does not say what is in it.
 */
export function checkOwnTerms(
  annotations: AnnotationIndex,
  targets: Targets,
  { members, problems }: { readonly members: Members; readonly problems: Problems },
): void {
  for (const [target, facts] of annotations) {
    for (const fact of facts.filter(({ term }) => isOwnTerm(term) && term !== terms.evidence)) {
      const said = meaningless(fact, target, { targets, members });
      if (said !== undefined) problems.warn(fact.at, ...said);
    }
  }
}

/** What each of them is for. */
const advice: ReadonlyMap<string, string> = new Map([
  [terms.resourceUnion, "it is for properties of the type Edm.Untyped: take it out"],
  [terms.unresolvedDiscriminator, "it is for properties of a declared complex type: take it out"],
]);

type Told = readonly [message: string, hint: string];

/** Why nothing comes of an annotation with a term of our vocabulary; undefined where something does, or nothing is there. */
export function meaningless(
  fact: AnnotationFact,
  target: string,
  { targets, members }: { readonly targets: Targets; readonly members: Members },
): Told | undefined {
  const kinds = targets.kindsOf(target);
  const hint = advice.get(fact.term);
  // What is not there is told of elsewhere.
  if (kinds === "absent" || kinds === "elsewhere") return undefined;
  if (hint === undefined) {
    const known = [...advice.keys(), terms.evidence];
    return [`there is no term ${fact.term}`, didYouMean(suggest(fact.term, known)) ?? `there are ${known.join(", ")}`];
  }
  const term = splitName(fact.term)[1];
  if (fact.qualifier !== undefined) {
    return [`${term} with a Qualifier means nothing on ${target}`, "take the Qualifier out"];
  }
  if (!kinds.includes("property")) {
    return [`${term} means nothing on ${target}${kindWords[kinds[0] ?? "other"]}`, hint];
  }
  if (fact.term === terms.resourceUnion) return unsaid(fact, target);
  const type = isTagged([fact], fact.term) ? unfit(target, members) : undefined;
  if (type === undefined) return undefined;
  return [`${term} means nothing on ${target}, which is a property of the type ${type}`, hint];
}

const kindWords: { readonly [K in TargetKind]: string } = {
  property: ", which is a property",
  type: ", which is a type",
  "navigation property": ", which is a navigation property",
  "member of an enumeration": ", which is a member of an enumeration",
  operation: ", which is an operation",
  parameter: ", which is a parameter",
  other: "",
};

function unsaid(fact: AnnotationFact, target: string): Told | undefined {
  if (resourceUnionOf([fact]) !== undefined) return undefined;
  const hint = "it is a Record with the PropertyValues Name (a String) and Types (a Collection of Strings)";
  return [`ResourceUnion of ${target} does not say its name and its types`, hint];
}

/** The type of a property whose values are no objects: only these have discriminators. */
function unfit(target: string, members: Members): string | undefined {
  const [owner = "", name = ""] = target.split("/");
  const type = members.own(owner, name)?.type.name;
  return type === undefined || structured(members.types.get(type)) !== undefined ? undefined : type;
}
