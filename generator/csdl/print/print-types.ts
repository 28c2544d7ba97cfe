import { compareCodeUnits } from "../../sort.ts";
import type {
  ComplexType,
  EntityType,
  EnumType,
  Member,
  NavigationProperty,
  Property,
  PropertyRef,
  TypeDefinition,
} from "../types.ts";
import { node, sorted, type Node } from "./node.ts";
import { printAnnotations } from "./print-annotations.ts";
import { printFacets, printFlag, printNullable, printType } from "./print-facets.ts";

/** `EntityType` or `ComplexType`: the key in its order, the rest by name. */
export function printStructured(type: EntityType | ComplexType): Node {
  const flags = [printFlag("Abstract", type.abstract), printFlag("OpenType", type.openType)];
  const stream = printFlag("HasStream", type.kind === "EntityType" ? type.hasStream : undefined);
  const key = type.kind === "EntityType" && type.key !== undefined ? [printKey(type.key)] : [];
  return node(
    type.kind,
    [["Name", type.name], ["BaseType", type.baseType], ...flags, stream],
    [
      ...key,
      ...sorted(type.properties, ({ name }) => name, printProperty),
      ...sorted(type.navigationProperties, ({ name }) => name, printNavigationProperty),
      ...printAnnotations(type.annotations),
    ],
  );
}

function printKey(key: readonly PropertyRef[]): Node {
  const references = key.map(({ name, alias }) =>
    node("PropertyRef", [
      ["Name", name],
      ["Alias", alias],
    ]),
  );
  return node("Key", [], references);
}

function printProperty({ name, type, facets, defaultValue, annotations }: Property): Node {
  return node(
    "Property",
    [
      ["Name", name],
      ["Type", printType(type)],
      printNullable(type, facets.nullable),
      ...printFacets(type.name, facets),
      ["DefaultValue", defaultValue],
    ],
    printAnnotations(annotations),
  );
}

function printNavigationProperty(property: NavigationProperty): Node {
  const { name, type, nullable, partner, containsTarget, annotations } = property;
  return node(
    "NavigationProperty",
    [
      ["Name", name],
      ["Type", printType(type)],
      printNullable(type, nullable),
      ["Partner", partner],
      printFlag("ContainsTarget", containsTarget),
    ],
    printAnnotations(annotations),
  );
}

/** `EnumType` with a value for every member, in the order of values, then of names. */
export function printEnumType({ name, underlyingType, isFlags, members, annotations }: EnumType): Node {
  const valued = members.map((member, index) => ({ member, value: BigInt(member.value ?? index) }));
  valued.sort((a, b) => compareValues(a.value, b.value) || compareCodeUnits(a.member.name, b.member.name));
  return node(
    "EnumType",
    [
      ["Name", name],
      ["UnderlyingType", underlyingType === "Edm.Int32" ? undefined : underlyingType],
      printFlag("IsFlags", isFlags),
    ],
    [...valued.map(({ member, value }) => printMember(member, value)), ...printAnnotations(annotations)],
  );
}

function printMember({ name, annotations }: Member, value: bigint): Node {
  return node(
    "Member",
    [
      ["Name", name],
      ["Value", String(value)],
    ],
    printAnnotations(annotations),
  );
}

function compareValues(a: bigint, b: bigint): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** `TypeDefinition`. */
export function printTypeDefinition({ name, underlyingType, facets, annotations }: TypeDefinition): Node {
  return node(
    "TypeDefinition",
    [["Name", name], ["UnderlyingType", underlyingType], ...printFacets(underlyingType, facets)],
    printAnnotations(annotations),
  );
}
