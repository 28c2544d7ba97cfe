/** What a service's metadata says, as far as payloads go. Names are qualified by namespaces, aliases are gone. */
export interface Facts {
  readonly structured: ReadonlyMap<string, Structured>;
  readonly enums: ReadonlyMap<string, Enumeration>;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly operations: readonly Operation[];
  /** The types of entity sets and singletons, by name. */
  readonly entryPoints: ReadonlyMap<string, string>;
  /** Namespaces by alias, of schemas only: what a service may write in a discriminator. */
  readonly aliases: ReadonlyMap<string, string>;
}

export interface Structured {
  readonly name: string;
  readonly entity: boolean;
  readonly abstract: boolean;
  readonly open: boolean;
  readonly base: string | undefined;
  /** Its own members and those of its base types. */
  readonly members: ReadonlyMap<string, Member>;
}

export interface Facets {
  readonly maxLength: number | undefined;
  readonly precision: number | undefined;
  readonly scale: number | "variable" | "floating" | undefined;
}

export interface Member {
  readonly name: string;
  readonly type: string;
  readonly collection: boolean;
  readonly navigation: boolean;
  readonly parameter: boolean;
  /** What is written; undefined where nothing is. */
  readonly nullable: boolean | undefined;
  readonly key: boolean;
  readonly hasDefault: boolean;
  readonly readOnly: boolean;
  readonly immutable: boolean;
  /** `Core.OptionalParameter`. */
  readonly optional: boolean;
  readonly facets: Facets;
  /** `Bindgen.ResourceUnion`: the types that are listed. */
  readonly union: readonly string[] | undefined;
  /** `Bindgen.UnresolvedDiscriminator`. */
  readonly tagIsData: boolean;
}

export interface Enumeration {
  readonly name: string;
  readonly flags: boolean;
  readonly members: readonly string[];
}

export interface Definition {
  readonly name: string;
  readonly underlying: string;
  readonly facets: Facets;
}

export interface Operation {
  /** As the registry of a package has it. */
  readonly key: string;
  /** The type to which it is bound. */
  readonly binding: string | undefined;
  readonly parameters: readonly Member[];
  /** The result, as the member `value` in which it comes unless it is an object. */
  readonly result: Member | undefined;
}

/** Where a value stands (contract, section 2). */
export type Presence = "received" | "create" | "update" | "declared";
export const presences: readonly Presence[] = ["received", "create", "update", "declared"];

/** The presences that a type has: only entities are updated. */
export function presencesOf(type: Structured): readonly Presence[] {
  return type.entity ? presences : presences.filter((presence) => presence !== "update");
}

/** The types between a type and the root of its inheritance, itself first. */
export function lineage(facts: Facts, name: string): readonly Structured[] {
  const type = facts.structured.get(name);
  if (type === undefined) throw new Error(`no structured type ${name}`);
  return [type, ...(type.base === undefined ? [] : lineage(facts, type.base))];
}

/** Whether a type is another one or derives from it. */
export function isA(facts: Facts, name: string, base: string): boolean {
  return lineage(facts, name).some((type) => type.name === base);
}
