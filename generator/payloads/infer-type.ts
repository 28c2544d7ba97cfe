import { memberSignature } from "../member-signature.ts";
import type { ModelMember } from "../model/types.ts";
import { splitName } from "../split-name.ts";
import { primitiveType } from "./fits.ts";
import { enumByName, sameName, siblings, similarName, type Suggestion } from "./infer-by-name.ts";
import { structuredType, type StructuredSuggestion } from "./infer-structured.ts";
import { shapeOf, type Shape } from "./shape.ts";
import type { SeenMember } from "./sightings.ts";
import { plainUse, type TypeIndex } from "./type-index.ts";
import type { InferredType } from "./types.ts";

/** What a type is inferred from, beside the values. */
export interface Inference {
  readonly index: TypeIndex;
  /** What a string of each form is in this service. */
  readonly habits: ReadonlyMap<string, string>;
  /** All undeclared members. */
  readonly others: readonly SeenMember[];
}

/**
 * The type of an undeclared member. What derived types declare counts first, then what the payloads say, then what
 * names suggest; Edm.Untyped where nothing does.
 */
export function inferType(member: SeenMember, inference: Inference): InferredType {
  const { index } = inference;
  const declared = derivedMembers(member, index);
  const [first] = declared;
  if (first !== undefined && declared.every((other) => memberSignature(other) === memberSignature(first))) {
    const nullable = first.type.collection ? first.nullableItems : first.nullable ? undefined : false;
    return { use: first.type, nullable, union: undefined, basis: "as derived types declare it" };
  }
  const shape = shapeOf(member);
  const suggestion: StructuredSuggestion | undefined =
    said(member) ?? fromValues(member, shape, inference) ?? fromNames(member, shape, inference);
  const { use, basis, union } = suggestion ?? untyped(shape);
  return {
    use,
    nullable: use.collection ? shape.nullItems : undefined,
    union: union === undefined ? undefined : { name: unionName(member), types: union },
    basis,
  };
}

/** How the types below the owner declare the member. */
export function derivedMembers({ owner, name }: Pick<SeenMember, "owner" | "name">, index: TypeIndex): ModelMember[] {
  return (index.slice.model.derived.get(owner) ?? []).flatMap((derived) => {
    const type = index.slice.model.types.get(derived);
    return type?.kind === "entity" || type?.kind === "complex" ? type.members.filter((one) => one.name === name) : [];
  });
}

/** The type that annotations beside the member give, if they agree. */
function said({ values }: SeenMember): Suggestion | undefined {
  const [first, ...others] = values.flatMap((value) => (value.said === undefined ? [] : [value.said]));
  if (first === undefined || others.some((one) => one.name !== first.name || one.collection !== first.collection)) {
    return undefined;
  }
  return { use: plainUse(first.name, first.collection), basis: "as the payloads say" };
}

function fromValues(member: SeenMember, shape: Shape, { index, habits }: Inference): StructuredSuggestion | undefined {
  const { items, objects, collection } = shape;
  if (objects !== undefined) return structuredType(member, shape, index);
  if (items.length === 0 || collection === "mixed") return undefined;
  const named = typeof items[0] === "string" ? enumByName(member, shape, index) : undefined;
  const use = primitiveType(items, habits);
  if (named !== undefined || use === undefined) return named;
  return sameName(member, shape, index) ?? { use: plainUse(use, collection === true), basis: "by its values" };
}

/** Where only null and empty arrays were seen, names have to do. */
function fromNames(member: SeenMember, shape: Shape, inference: Inference): Suggestion | undefined {
  const { index } = inference;
  if (shape.items.length > 0) return undefined;
  return (
    siblings(member, shape, index) ??
    enumByName(member, shape, index) ??
    sameName(member, shape, index) ??
    similarName(member, shape, index) ??
    sameNameSeen(member, shape, inference)
  );
}

/** What an undeclared member of the same name elsewhere has in it. */
function sameNameSeen(member: SeenMember, shape: Shape, inference: Inference): Suggestion | undefined {
  const values = inference.others.filter(({ name }) => name === member.name).flatMap((other) => other.values);
  const seen = shapeOf({ values });
  if (seen.items.length === 0 || (shape.collection ?? seen.collection) !== seen.collection) return undefined;
  const found = fromValues({ ...member, values }, seen, inference);
  return found === undefined ? undefined : { ...found, basis: "as the name is where it has a value" };
}

function untyped({ collection, items }: Shape): StructuredSuggestion {
  const basis =
    items.length > 0
      ? "because its values are of no one type"
      : collection
        ? "because it was always empty"
        : "because only null was seen";
  return { use: plainUse("Edm.Untyped", collection === true), basis };
}

/** `commsNotification`, `resourceData`: `commsNotificationResource`. */
function unionName({ owner, name }: SeenMember): string {
  const [, simpleName] = splitName(owner);
  const stem = name.replace(/(?<=.)Data$/, "");
  return `${simpleName}${stem.charAt(0).toUpperCase()}${stem.slice(1)}`;
}
