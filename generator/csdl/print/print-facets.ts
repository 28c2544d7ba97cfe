import type { Facets, TypeReference } from "../types.ts";
import type { Attribute } from "./node.ts";

/** `Type` as CSDL writes it. */
export function printType({ name, collection }: TypeReference): string {
  return collection ? `Collection(${name})` : name;
}

/**
 * `Nullable` where it says something: a single value is nullable without it (CSDL 7.2.1). For a collection it speaks
 * of the items, and its absence means unknown, so it stays as written.
 */
export function printNullable({ collection }: TypeReference, nullable: boolean | undefined): Attribute {
  return ["Nullable", nullable === true && !collection ? undefined : nullable];
}

/**
 * The facets but for `Nullable`. `Scale` stays where it is the standard's default of zero, because where it is not written
 * nothing is taken for granted. `Unicode` goes where it is the default (CSDL 7.2.5), unless it may override that of a type
 * definition.
 */
export function printFacets(
  typeName: string,
  { maxLength, precision, scale, unicode, srid }: Facets,
): readonly Attribute[] {
  const builtIn = typeName.startsWith("Edm.");
  return [
    ["MaxLength", maxLength],
    ["Precision", precision],
    ["Scale", scale],
    ["Unicode", builtIn && unicode === true ? undefined : unicode],
    ["SRID", srid],
  ];
}

/** An attribute that is printed only when true, its default being false. */
export function printFlag(name: string, value: boolean | undefined): Attribute {
  return [name, value === true ? true : undefined];
}
