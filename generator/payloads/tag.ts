import { isRecord } from "../json.ts";
import { isPrimitiveTypeName } from "../edm.ts";
import type { Model } from "../model/types.ts";
import { splitName } from "../split-name.ts";
import { respelt, type TypeIndex } from "./type-index.ts";

/** What an object says of its type. */
export type Tag =
  | { readonly kind: "none" }
  /** A structured type of the slice, or one of the metadata that is not in the slice. */
  | { readonly kind: "declared" | "outside"; readonly name: string }
  /** No type of the metadata; perhaps one of the slice in other letters of upper and lower case. */
  | { readonly kind: "unknown"; readonly name: string; readonly meant: string | undefined };

/** Control information, an annotation, or an operation that the service offers (OData JSON 4.01 sections 4.5, 4.6, 16). */
export function isAnnotation(name: string): boolean {
  return /[@#]/.test(name);
}

/** Reads the discriminator, in any of its legal forms (OData JSON 4.6.3, and `@type` of 4.01). */
export function readTag(object: Readonly<Record<string, unknown>>, index: TypeIndex): Tag {
  const text = member(object, "@odata.type") ?? member(object, "@type");
  if (typeof text !== "string") return { kind: "none" };
  const name = typeName(text, index.slice.model);
  if (index.structured.has(name)) return { kind: "declared", name };
  // An object of a primitive type or a collection is none; its tag says nothing of use.
  if (!name.includes(".") || name.includes("(") || isPrimitiveTypeName(name)) return { kind: "none" };
  if (index.slice.model.types.has(name)) return { kind: "outside", name };
  return { kind: "unknown", name, meant: respelt(name, index) };
}

/** The qualified name in a discriminator: `#ns.T`, `#alias.T`, `http://…/$metadata#ns.T`. */
export function typeName(text: string, { aliases }: Model): string {
  const name = text.slice(text.lastIndexOf("#") + 1);
  const [prefix, simpleName] = splitName(name);
  const namespace = aliases.find(({ alias }) => alias === prefix)?.namespace;
  return namespace === undefined ? name : `${namespace}.${simpleName}`;
}

/** The type that `name@odata.type` beside a member gives; of primitive types the namespace is left out there. */
export function saidType(
  object: Readonly<Record<string, unknown>>,
  name: string,
  { slice, structured, enums }: TypeIndex,
): { readonly name: string; readonly collection: boolean } | undefined {
  const text = member(object, `${name}@odata.type`) ?? member(object, `${name}@type`);
  if (typeof text !== "string") return undefined;
  const item = /^#?Collection\(([^()]*)\)$/.exec(text)?.[1];
  const said = typeName(item ?? text, slice.model);
  const known = [said, `Edm.${said}`].find((each) => {
    return isPrimitiveTypeName(each) || structured.has(each) || enums.has(each);
  });
  return known === undefined ? undefined : { name: known, collection: item !== undefined };
}

/** An own member; undefined where there is none. */
export function member(object: unknown, name: string): unknown {
  return isRecord(object) && Object.hasOwn(object, name) ? object[name] : undefined;
}
