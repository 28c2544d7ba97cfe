import { isAbstractTypeName, isPathTypeName, isPrimitiveTypeName, type PrimitiveTypeName } from "../edm.ts";
import type { Model, ModelMember, ModelParameter, TypeUse } from "../model/types.ts";
import {
  COLLECTION,
  DEFAULTED,
  IMMUTABLE,
  KEY,
  NAVIGATION,
  NOT_NULL,
  NULL_ITEMS,
  OPTIONAL,
  PARAMETER,
  READ_ONLY,
} from "../../templates/runtime/shape.ts";

/** What one value is, whatever the presence; whether there are many of it is in the member's facts. */
export type ValuePlan =
  | { readonly kind: "primitive"; readonly type: PrimitiveTypeName | "Edm.PrimitiveType"; readonly facets: FacetPlan }
  | {
      readonly kind: "definition";
      readonly name: string;
      readonly type: PrimitiveTypeName | "Edm.PrimitiveType";
      readonly facets: FacetPlan;
    }
  | { readonly kind: "enum"; readonly name: string; readonly evolvable: boolean }
  | { readonly kind: "object"; readonly name: string; readonly unresolved: boolean }
  | { readonly kind: "resource"; readonly name: string; readonly types: readonly string[] }
  | { readonly kind: "untyped" };

export interface FacetPlan {
  readonly maxLength: number | undefined;
  readonly precision: number | undefined;
  readonly scale: number | "variable" | "floating" | undefined;
}

/** A member or parameter with what the rules of the presences need to know of it. */
export interface MemberPlan {
  readonly name: string;
  readonly value: ValuePlan;
  /** Bits of `templates/runtime/shape.ts`. */
  readonly facts: number;
}

/** The member of a last enum value that stands for those to come. */
export const futureMember = "unknownFutureValue";

/** A type in use as a value. The model is checked: every name resolves. */
export function planValue(use: TypeUse, model: Model): ValuePlan {
  const { name, maxLength, precision, scale } = use;
  const facets = { maxLength, precision, scale };
  if (isPrimitiveTypeName(name)) return { kind: "primitive", type: name, facets };
  if (isPathTypeName(name)) return { kind: "primitive", type: "Edm.String", facets };
  if (name === "Edm.PrimitiveType") return { kind: "primitive", type: name, facets };
  if (isAbstractTypeName(name)) return { kind: "untyped" };
  const type = model.types.get(name);
  switch (type?.kind) {
    case "enum":
      return { kind: "enum", name, evolvable: type.members.some((member) => member.name === futureMember) };
    case "typeDefinition":
      return planDefinition(name, type.underlying, facets);
    case "entity":
    case "complex":
      return { kind: "object", name, unresolved: false };
    case undefined:
      return { kind: "untyped" };
  }
}

/**
 * Facets of the use win over those of the definition (CSDL 11.1). What is no primitive type is the abstract one: the
 * reader takes nothing else.
 */
function planDefinition(name: string, underlying: TypeUse, facets: FacetPlan): ValuePlan {
  const type = isPrimitiveTypeName(underlying.name) ? underlying.name : "Edm.PrimitiveType";
  const merged = {
    maxLength: facets.maxLength ?? underlying.maxLength,
    precision: facets.precision ?? underlying.precision,
    scale: facets.scale ?? underlying.scale,
  };
  return { kind: "definition", name, type, facets: merged };
}

/** A member's value and facts. */
export function planMember(member: ModelMember, model: Model): MemberPlan {
  return { name: member.name, value: memberValue(member, model), facts: memberFacts(member) };
}

function memberValue(member: ModelMember, model: Model): ValuePlan {
  const { resourceUnion, unresolvedDiscriminator } = member;
  if (resourceUnion !== undefined) return { kind: "resource", ...resourceUnion };
  const value = planValue(member.type, model);
  return value.kind === "object" && unresolvedDiscriminator ? { ...value, unresolved: true } : value;
}

function memberFacts(member: ModelMember): number {
  // A resource union says for itself that there may be many.
  const collection = member.type.collection && member.resourceUnion === undefined;
  return (
    (collection ? COLLECTION : 0) |
    (!collection && !member.nullable ? NOT_NULL : 0) |
    (member.nullableItems ? NULL_ITEMS : 0) |
    (member.key ? KEY : 0) |
    (member.readOnly ? READ_ONLY : 0) |
    (member.immutable ? IMMUTABLE : 0) |
    (member.defaulted ? DEFAULTED : 0) |
    (member.kind === "navigation" ? NAVIGATION : 0)
  );
}

/** A parameter's value and facts; `Nullable="false"` makes it required, collections included (CSDL 12.9). */
export function planParameter(parameter: ModelParameter, model: Model): MemberPlan {
  const facts =
    PARAMETER |
    (parameter.type.collection ? COLLECTION : 0) |
    (parameter.nullable ? 0 : NOT_NULL) |
    (parameter.nullableItems ? NULL_ITEMS : 0) |
    (parameter.optional ? OPTIONAL : 0);
  return { name: parameter.name, value: planValue(parameter.type, model), facts };
}
