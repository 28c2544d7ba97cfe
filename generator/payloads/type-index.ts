import { gathered } from "../group.ts";
import type { EnumModelType, ModelMember, StructuredModelType, TypeUse } from "../model/types.ts";
import type { Slice } from "../slice/types.ts";
import { splitName } from "../split-name.ts";

/** A slice in the form in which payloads are held against it. */
export interface TypeIndex {
  readonly slice: Slice;
  readonly structured: ReadonlyMap<string, IndexedType>;
  readonly enums: ReadonlyMap<string, EnumModelType>;
  /** Qualified names of structured types by their lower-case form, and by that of their simple name. */
  readonly spellings: ReadonlyMap<string, string>;
  /** The types of all members and parameters, by their names. */
  readonly uses: ReadonlyMap<string, readonly TypeUse[]>;
  /** The types that something is declared as being of, which a common root of all entities is not. */
  readonly declared: ReadonlySet<string>;
}

export interface IndexedType {
  readonly type: StructuredModelType;
  /** The type itself, then its base types, nearest first. */
  readonly ancestors: readonly string[];
  /** Own and inherited members. */
  readonly members: ReadonlyMap<string, DeclaredMember>;
}

export interface DeclaredMember {
  readonly owner: string;
  readonly member: ModelMember;
}

/** Collects what the walk and the guesses look up. */
export function indexTypes(slice: Slice): TypeIndex {
  const structured = new Map<string, IndexedType>();
  const enums = new Map<string, EnumModelType>();
  for (const name of slice.types.keys()) {
    const type = slice.model.types.get(name);
    if (type?.kind === "enum") enums.set(name, type);
    if (type?.kind === "entity" || type?.kind === "complex") structured.set(name, indexType(type, slice));
  }
  const names = [...structured.values()].flatMap(({ type: { name, simpleName } }): [string, string][] => [
    [name.toLowerCase(), name],
    [simpleName.toLowerCase(), name],
  ]);
  const spellings = new Map(names);
  const uses = usesOf(slice, structured);
  return { slice, structured, enums, spellings, uses, declared: declaredTypes(slice, structured, uses) };
}

function declaredTypes(
  { model, operations }: Slice,
  structured: TypeIndex["structured"],
  uses: TypeIndex["uses"],
): Set<string> {
  const returned = [...operations.keys()].flatMap((key) => model.operations.get(key)?.returnType?.type.name ?? []);
  const listed = [...structured.values()].flatMap(({ type }) => {
    return type.members.flatMap(({ resourceUnion }) => resourceUnion?.types ?? []);
  });
  const exposed = [...model.children.values()].map(({ type }) => type);
  return new Set([...[...uses.values()].flat().map(({ name }) => name), ...returned, ...listed, ...exposed]);
}

function indexType(type: StructuredModelType, { model }: Slice): IndexedType {
  const line: StructuredModelType[] = [type];
  for (let base = type.base; base !== undefined;) {
    const next = model.types.get(base);
    if (next?.kind !== "entity" && next?.kind !== "complex") break;
    line.push(next);
    base = next.base;
  }
  const members = line.flatMap(({ name, members: own }) => {
    return own.map((member): [string, DeclaredMember] => [member.name, { owner: name, member }]);
  });
  return { type, ancestors: line.map(({ name }) => name), members: new Map(members) };
}

function usesOf(slice: Slice, structured: TypeIndex["structured"]): Map<string, TypeUse[]> {
  const members = [...structured.values()].flatMap(({ type }) => type.members);
  const parameters = [...slice.operations.keys()].flatMap((key) => slice.model.operations.get(key)?.parameters ?? []);
  return gathered([...members, ...parameters].map(({ name, type }) => [name, type]));
}

/** The structured type that a name stands for if upper and lower case are not told apart. */
export function respelt(name: string, { spellings }: TypeIndex): string | undefined {
  return spellings.get(name.toLowerCase());
}

/** The structured type that a name that is none was perhaps meant to be: another spelling, or another namespace. */
export function meantType(name: string, index: TypeIndex): string | undefined {
  return respelt(name, index) ?? respelt(splitName(name)[1], index);
}

/** Whether values of the first type may stand where the second is declared. */
export function isA(index: TypeIndex, name: string, base: string): boolean {
  return index.structured.get(name)?.ancestors.includes(base) === true;
}

/** The nearest type that both are or derive from. */
export function commonBase(index: TypeIndex, one: string, other: string): string | undefined {
  return index.structured.get(one)?.ancestors.find((base) => isA(index, other, base));
}

/** The primitive type of a type definition; any other name as it is. */
export function underlyingType(index: TypeIndex, name: string): string {
  const type = index.slice.model.types.get(name);
  return type?.kind === "typeDefinition" ? type.underlying.name : name;
}

/** A type without facets. */
export function plainUse(name: string, collection: boolean): TypeUse {
  return { name, collection, maxLength: undefined, precision: undefined, scale: undefined };
}
