import { isRecord } from "../json.ts";
import type { ModelOperation } from "../model/types.ts";
import { didYouMean, suggest } from "../suggest.ts";
import { contextType } from "./context.ts";
import { bestAction, clearlyBest, memberNames } from "./match.ts";
import { member, readTag, typeName } from "./tag.ts";
import { meantType, respelt, type TypeIndex } from "./type-index.ts";
import type { Unwrapped } from "./unwrap.ts";
import type { Position } from "./walk.ts";

/** What a body is. */
export type Recognised =
  | { readonly kind: "value"; readonly position: Position; readonly json: unknown; readonly pointer: string }
  | { readonly kind: "parameters"; readonly operation: ModelOperation }
  /** There is nothing in it. */
  | { readonly kind: "empty" }
  | { readonly kind: "unrecognised"; readonly reason: string };

/** A type for a body, and whether it is a guess. */
export type Recognition = Recognised & { readonly guess?: string | undefined };

/**
 * Finds out what a body is: as named, by its discriminator, by its context URL, or by its members where one type
 * explains them clearly best.
 */
export function recognise(body: Unwrapped, index: TypeIndex): Recognition {
  const { json } = body;
  if (body.type !== undefined) return named(body.type, body, index);
  if (json === null || (isRecord(json) && Object.keys(json).length === 0)) return { kind: "empty" };
  if (!isRecord(json)) return { kind: "unrecognised", reason: "neither an object nor an array of objects" };
  const tag = readTag(json, index);
  if (tag.kind === "declared") return whole({ type: tag.name, collection: false }, json);
  if (tag.kind === "unknown" && tag.meant !== undefined) return whole({ type: tag.meant, collection: false }, json);
  const context = member(json, "@odata.context") ?? member(json, "@context");
  const position = typeof context === "string" ? contextType(context, index) : undefined;
  if (position !== undefined) return enveloped(position, json, index);
  const guess = guessed(json, index);
  // A type that is nowhere is worth reporting with all that it has.
  return guess.kind === "unrecognised" && tag.kind === "unknown" ? whole(untyped, json) : guess;
}

const untyped: Position = { type: "Edm.Untyped", collection: false };

function named(text: string, { json, collection, response }: Unwrapped, index: TypeIndex): Recognition {
  const { slice, structured, enums } = index;
  const { model, operations } = slice;
  const operation = operations.has(text) ? model.operations.get(text) : undefined;
  if (operation !== undefined) {
    if (operation.kind === "action" && !response) return { kind: "parameters", operation };
    if (operation.returnType === undefined) return { kind: "unrecognised", reason: `${text} returns nothing` };
    const { name, collection: many } = operation.returnType.type;
    return enveloped({ type: name, collection: many }, json, index);
  }
  const item = /^Collection\(([^()]*)\)$/.exec(text)?.[1];
  const type = typeName(item ?? text, model);
  if (structured.has(type) || enums.has(type) || type.startsWith("Edm.")) {
    return enveloped({ type, collection: collection || item !== undefined }, json, index);
  }
  const meant = respelt(type, index);
  if (meant !== undefined) return { ...enveloped({ type: meant, collection }, json, index), guess: meant };
  const near = text.includes(":") ? suggest(text, [...operations.keys()]) : meantType(type, index);
  const reason = `it is said to be ${text}, which is not in the package`;
  return { kind: "unrecognised", reason: [reason, didYouMean(near) ?? []].flat().join("; ") };
}

function guessed(json: Readonly<Record<string, unknown>>, index: TypeIndex): Recognition {
  if (isRecord(member(json, "error")) && memberNames([json]).length === 1) {
    return { kind: "unrecognised", reason: "an error response" };
  }
  const value = member(json, "value");
  if (Array.isArray(value) && holdsPage(json)) {
    const items = value.filter(isRecord);
    if (items.length === 0) return value.length === 0 ? { kind: "empty" } : unknownType;
    // Items that say themselves what they are need no guess.
    const tagged = items.every((one) => readTag(one, index).kind !== "none");
    const type = tagged ? "Edm.Untyped" : clearlyBest(items, index)?.name;
    if (type === undefined) return unknownType;
    const inside = enveloped({ type, collection: true }, json, index);
    return tagged ? inside : { ...inside, guess: `Collection(${type})` };
  }
  const type = clearlyBest([json], index);
  const action = bestAction(json, index);
  const [forType, forAction] = [type?.known ?? 0, action?.known ?? 0];
  if (type !== undefined && forType > forAction) {
    return { ...whole({ type: type.name, collection: false }, json), guess: type.name };
  }
  const operation = action === undefined ? undefined : index.slice.model.operations.get(action.name);
  if (operation === undefined || forAction === forType) return unknownType;
  return { kind: "parameters", operation, guess: operation.key };
}

const unknownType: Recognition = {
  kind: "unrecognised",
  reason: "nothing says what it is, and no type explains its members clearly best",
};

function whole(position: Position, json: unknown): Recognition {
  return { kind: "value", position, json, pointer: "" };
}

/** Whether there is nothing but items and control information. */
function holdsPage(json: unknown): boolean {
  return isRecord(json) && Array.isArray(member(json, "value")) && memberNames([json]).length === 1;
}

/** Collections and primitive values travel in `value` (OData JSON 13, 11); so does a page of what was named as one. */
function enveloped(position: Position, json: unknown, index: TypeIndex): Recognition {
  const value = member(json, "value");
  const isStructured = index.structured.get(position.type);
  const isPage = isStructured?.members.has("value") === false && holdsPage(json);
  const collection = position.collection || isPage || Array.isArray(json);
  const wrapped = value !== undefined && (collection || isStructured === undefined);
  const at = { ...position, collection };
  return wrapped ? { kind: "value", position: at, json: value, pointer: "/value" } : whole(at, json);
}
