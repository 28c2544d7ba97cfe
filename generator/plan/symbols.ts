import type { Presence } from "../../templates/runtime/shape.ts";
import type { Model } from "../model/types.ts";
import type { Symbol } from "./module-scope.ts";
import { internalNames, structuredNames, type StructuredNames } from "./name-forms.ts";
import type { NamespacePlan } from "./namespaces.ts";
import type { Names } from "./naming.ts";
import type { TypePart } from "./parts.ts";
import { isDivided, type Portions } from "./portions.ts";
import { remembered } from "./remembered.ts";

type Some<Part extends string> = { readonly [P in Part]: Symbol };

/** A guard of a structured type: of the position, of its members, of the position with any tag. */
export type GuardPart = "plain" | "members" | "unresolved";

/** A public function of a structured type. */
export type ValidatorPart = "is" | "validate" | "assert" | "parse" | "schema" | "partition";

/** What stands for a structured type in one presence. Made once: a file asks for it once for each member. */
export interface StructuredSymbols {
  readonly types: (name: string, presence: Presence) => Some<TypePart>;
  readonly guards: (name: string, presence: Presence) => Some<GuardPart>;
  readonly validators: (name: string, presence: Presence) => Some<ValidatorPart>;
  /** The same in all presences. */
  readonly shapes: (name: string) => Some<"plain" | "unresolved">;
}

/** What stands for types, and the names that it is made of. */
export interface PlannedSymbols {
  /** The names of a structured type in one presence. */
  readonly namesFor: (name: string, presence: Presence) => StructuredNames;
  readonly symbols: StructuredSymbols;
  /** Enumerations and type definitions. */
  readonly values: (name: string) => ValueSymbols;
}

interface Decided {
  /** The presence whose declarations stand for the given one. */
  readonly representative: (name: string, presence: Presence) => Presence;
  readonly model: Model;
  readonly names: Names;
  readonly namespaces: ReadonlyMap<string, NamespacePlan>;
  readonly portions: Portions;
}

interface Facts extends Pick<Decided, "representative">, Pick<PlannedSymbols, "namesFor"> {
  /** The file of a type for a kind of thing. */
  readonly moduleOf: (name: string, kind: string) => string;
}

/** What stands for types: files ask for it over and over again. */
export function planSymbols(decided: Decided): PlannedSymbols {
  const { model, namespaces, names, portions, representative } = decided;
  const namesFor = remembered((name, presence) => structuredNames(names.of(name), presence));
  const namespaceOf = (name: string): string => model.types.get(name)?.namespace ?? "";
  const moduleOf = (name: string, kind: string): string => {
    return `${namespaces.get(namespaceOf(name))?.folder ?? ""}/${kind}${portions.suffixOf(name)}`;
  };
  const values = remembered((name) => {
    const shapes = moduleOf(name, isDivided(portions, namespaceOf(name)) ? "values/shapes" : "shapes");
    return valueSymbols((kind) => moduleOf(name, kind), shapes, names.of(name));
  });
  return {
    namesFor,
    symbols: structuredSymbols({ namesFor, representative, moduleOf }),
    values: (name) => values(name, "received"),
  };
}

function structuredSymbols({ namesFor, representative, moduleOf }: Facts): StructuredSymbols {
  /** Where declarations of a kind stand, by the presence that represents the wanted one. */
  const located = <T>(
    kind: string,
    make: (names: StructuredNames, module: string) => T,
  ): ((name: string, presence: Presence) => T) => {
    const own = remembered((name, presence) => make(namesFor(name, presence), moduleOf(name, `${kind}/${presence}`)));
    return remembered((name, presence) => own(name, representative(name, presence)));
  };
  const shapes = remembered((name) => {
    const { plain, unresolved } = namesFor(name, "received");
    const module = moduleOf(name, "shapes");
    return { plain: shapeIn(module, plain), unresolved: shapeIn(module, unresolved) };
  });
  return {
    types: located("types", typeSymbols),
    guards: located("guards", guardSymbols),
    validators: located("validators", validatorSymbols),
    shapes: (name) => shapes(name, "received"),
  };
}

function typeSymbols(names: StructuredNames, module: string): Some<TypePart> {
  const symbol = (name: string): Symbol => ({ module, name, typeOnly: true });
  return {
    plain: symbol(names.plain),
    members: symbol(names.members),
    itself: symbol(names.itself),
    tagged: symbol(names.tagged),
    unresolved: symbol(names.unresolved),
  };
}

function guardSymbols({ plain, unresolved }: StructuredNames, module: string): Some<GuardPart> {
  const { check, members } = internalNames(plain);
  const symbol = (name: string): Symbol => ({ module, name, typeOnly: false });
  return { plain: symbol(check), members: symbol(members), unresolved: symbol(internalNames(unresolved).check) };
}

function validatorSymbols(names: StructuredNames, module: string): Some<ValidatorPart> {
  const symbol = (name: string): Symbol => ({ module, name, typeOnly: false });
  return {
    is: symbol(names.is),
    validate: symbol(names.validate),
    assert: symbol(names.assert),
    parse: symbol(names.parse),
    schema: symbol(names.schema),
    partition: symbol(names.partition),
  };
}

/** The shape of a type in a file of shapes. */
export function shapeIn(module: string, typeName: string): Symbol {
  return { module, name: internalNames(typeName).shape, typeOnly: false };
}

/** What stands for an enumeration or a type definition; this one has a type only. */
export type ValueSymbols = Some<"type" | "guard" | "shape">;

function valueSymbols(moduleOf: (kind: string) => string, shapes: string, identifier: string): ValueSymbols {
  return {
    type: { module: moduleOf("types/values"), name: identifier, typeOnly: true },
    guard: { module: moduleOf("guards/values"), name: internalNames(identifier).check, typeOnly: false },
    shape: shapeIn(shapes, identifier),
  };
}

const runtimeFiles = new Map<string, Map<string, Some<"value" | "type">>>();

/** What stands for something of the run-time library, as a value and where only its type is used. */
export function runtimeSymbols(file: string, name: string): Some<"value" | "type"> {
  let names = runtimeFiles.get(file);
  if (names === undefined) runtimeFiles.set(file, (names = new Map<string, Some<"value" | "type">>()));
  let found = names.get(name);
  if (found === undefined) {
    const module = `runtime/${file}`;
    found = { value: { module, name, typeOnly: false }, type: { module, name, typeOnly: true } };
    names.set(name, found);
  }
  return found;
}
