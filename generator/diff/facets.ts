import type { FacetPlan, ValuePlan } from "../plan/values.ts";

type Primitive = Extract<ValuePlan, { readonly kind: "primitive" | "definition" }>;

/** Whether a value is of a primitive type, by itself or through a type definition. */
export function isPrimitive(value: ValuePlan): value is Primitive {
  return value.kind === "primitive" || value.kind === "definition";
}

/** The facets that decide which values a primitive type has, of those that may be written (CSDL 7.2). */
export function effectiveFacets({ type, facets }: Primitive): Partial<FacetPlan> {
  const { maxLength, precision, scale } = facets;
  switch (type) {
    case "Edm.String":
    case "Edm.Binary":
      return { maxLength };
    case "Edm.Decimal":
      return { precision, scale };
    case "Edm.DateTimeOffset":
    case "Edm.Duration":
    case "Edm.TimeOfDay":
      return { precision };
    default:
      return {};
  }
}

/** Whether the facets of the one let pass every value that those of the other do; both are of the same primitive type. */
function facetsInclude(whole: Primitive, part: Primitive): boolean {
  if (whole.type === "Edm.Decimal") return decimalsInclude(whole.facets, part.facets);
  const [outer, inner] = [effectiveFacets(whole), effectiveFacets(part)];
  return limit(outer.maxLength) >= limit(inner.maxLength) && limit(outer.precision) >= limit(inner.precision);
}

/** How the facets of one primitive type moved; undefined where the values are the same. */
export function facetShift(before: ValuePlan, after: ValuePlan): "tightened" | "loosened" | "changed" | undefined {
  if (!isPrimitive(before) || !isPrimitive(after) || before.type !== after.type) return undefined;
  const [wider, narrower] = [facetsInclude(after, before), facetsInclude(before, after)];
  if (wider) return narrower ? undefined : "loosened";
  return narrower ? "tightened" : "changed";
}

/** Digits that numbers of the integer types have at most. */
const integerDigits: ReadonlyMap<string, number> = new Map([
  ["Edm.Byte", 3],
  ["Edm.SByte", 3],
  ["Edm.Int16", 5],
  ["Edm.Int32", 10],
  ["Edm.Int64", 19],
]);

/** Characters of a GUID; texts of the other types have no limit that matters. */
const guidLength = 36;

/** Whether the facets of the one let pass every value of another type, which has no facets that say so. */
export function facetsAccept(whole: Primitive, part: ValuePlan): boolean {
  if (isPrimitive(part) && part.type === whole.type) return facetsInclude(whole, part);
  if (whole.type === "Edm.String") {
    const longest = isPrimitive(part) && part.type === "Edm.Guid" ? guidLength : Infinity;
    return limit(whole.facets.maxLength) >= longest;
  }
  if (whole.type !== "Edm.Decimal") return true;
  const precision = isPrimitive(part) ? integerDigits.get(part.type) : undefined;
  return decimalsInclude(whole.facets, { maxLength: undefined, precision, scale: 0 });
}

/**
 * As the run-time library judges decimals: with a Scale, so many digits on either side of the point; without, or a
 * variable one, so many in all, wherever the point; a floating one counts significant digits (CSDL 7.2.3, 7.2.4).
 */
function decimalsInclude(whole: FacetPlan, part: FacetPlan): boolean {
  const [most, least] = [limit(whole.precision), limit(part.precision)];
  if (typeof whole.scale === "number") {
    if (typeof part.scale === "number") {
      return most - whole.scale >= least - part.scale && whole.scale >= part.scale;
    }
    return part.scale !== "floating" && most - whole.scale >= least && whole.scale >= least;
  }
  if (most === Infinity) return true;
  return most >= least && (part.scale !== "floating" || whole.scale === "floating");
}

function limit(facet: number | undefined): number {
  return facet ?? Infinity;
}
