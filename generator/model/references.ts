import { abstractTypes, isAbstractTypeName, isPathTypeName, isPrimitiveTypeName, primitiveTypes } from "../edm.ts";
import type { Place } from "../errors.ts";
import { groupedBy } from "../group.ts";
import type { Hint, Problems } from "./problems.ts";
import { didYouMean } from "../suggest.ts";
import { aKind, nearest, type ChildKind, type SchemaChildren } from "./schema-children.ts";

/** Where a type is named: what may be named there differs (CSDL 7.1, 8.1, 12.8, 12.9). */
export type Position = "property" | "navigation" | "operation";

type Found = ChildKind | "primitive" | "Edm.ComplexType" | "Edm.EntityType" | "Edm.PrimitiveType" | "Edm.Untyped";

/** What names stand for, and what to say where they stand for nothing or for something else. */
export interface References {
  readonly children: SchemaChildren;
  /** How to find what was meant by a name that is not declared. */
  readonly hint: (name: string, kinds: readonly ChildKind[]) => Hint;
}

export function referencesOf(children: SchemaChildren): References {
  const named = groupedBy(children.values(), ({ kind }) => kind);
  return {
    children,
    hint: (name, kinds) => () => {
      const candidates = kinds.flatMap((kind) => named.get(kind) ?? []).map((child) => child.name);
      // A name that is built in was meant to be one.
      const near = nearest(name, name.startsWith("Edm.") ? [...primitiveTypes, ...abstractTypes] : candidates);
      return didYouMean(near) ?? unresolvedHint;
    },
  };
}

const unresolvedHint =
  'check the name and its namespace or alias; for a type of another document list that one as "overlay" in a config';

/** A type that is named, where, and what by: words for people. */
export interface Use {
  readonly name: string;
  readonly position: Position;
  readonly what: string;
  readonly at: Place;
}

/** Reports a type that is not declared, or that cannot be named there. */
export function checkUse({ name, position, what, at }: Use, references: References, problems: Problems): void {
  const found = foundOf(name, references);
  if (found === undefined) {
    const kinds = [...allowed[position]].filter((kind) => isChildKind(kind));
    problems.input(at, `${what} has the type ${name}, which is not declared`, references.hint(name, kinds));
  } else if (!allowed[position].has(found)) {
    const is = isChildKind(found) ? aKind(found) : "a built-in type";
    // It says that an entity stands there, which is enough to read it.
    const report = position === "property" && found === "Edm.EntityType" ? problems.warn : problems.input;
    report(at, `${what} has the type ${name}, ${is}; ${wanted[position]} is needed here`);
  }
}

function foundOf(name: string, { children }: References): Found | undefined {
  if (isPrimitiveTypeName(name) || isPathTypeName(name)) return "primitive";
  return isAbstractTypeName(name) ? name : children.get(name)?.kind;
}

function isChildKind(found: Found): found is ChildKind {
  return found !== "primitive" && !found.startsWith("Edm.");
}

const values: readonly Found[] = [
  "primitive",
  "Edm.PrimitiveType",
  "Edm.ComplexType",
  "Edm.Untyped",
  "enumeration",
  "type definition",
  "complex type",
];

const allowed: { readonly [K in Position]: ReadonlySet<Found> } = {
  property: new Set(values),
  navigation: new Set<Found>(["entity type", "Edm.EntityType"]),
  operation: new Set<Found>([...values, "entity type", "Edm.EntityType"]),
};

const wanted: { readonly [K in Position]: string } = {
  property: "a primitive type, an enumeration, a type definition or a complex type",
  navigation: "an entity type",
  operation: "a type",
};
