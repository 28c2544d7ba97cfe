import type { Random } from "../../determinism/random.ts";

/** A small document, as far as types, validators and `diff` look at it. Names of types are qualified. */
export interface Doc {
  namespaces: { name: string; alias?: string | undefined }[];
  structured: Structured[];
  enums: Enum[];
  definitions: Definition[];
  operations: Operation[];
  children: Child[];
}

export interface Structured {
  kind: "EntityType" | "ComplexType";
  name: string;
  base?: string | undefined;
  abstract: boolean;
  open: boolean;
  members: Member[];
  deprecated?: string | undefined;
}

export interface Use {
  type: string;
  collection: boolean;
  nullable?: boolean | undefined;
  maxLength?: number | undefined;
  precision?: number | undefined;
  scale?: string | undefined;
}

export interface Member extends Use {
  name: string;
  navigation: boolean;
  contained: boolean;
  key: boolean;
  computed: boolean;
  immutable: boolean;
  readPermission: boolean;
  defaultValue: boolean;
  /** Types of a resource union. */
  union?: string[] | undefined;
  /** Its discriminator is data. */
  unresolved?: boolean | undefined;
  deprecated?: string | undefined;
}

export interface Enum {
  name: string;
  flags: boolean;
  members: { name: string; value: number }[];
}

export interface Definition extends Use {
  name: string;
}

export interface Operation {
  kind: "Action" | "Function";
  name: string;
  binding?: { type: string; collection: boolean } | undefined;
  parameters: Parameter[];
  result?: Use | undefined;
}

export interface Parameter extends Use {
  name: string;
  optional: boolean;
}

export interface Child {
  kind: "EntitySet" | "Singleton" | "ActionImport" | "FunctionImport";
  name: string;
  target: string;
}

export function pick<T>(items: readonly T[], random: Random): T | undefined {
  return items[Math.floor(random() * items.length)];
}

export function chance(probability: number, random: Random): boolean {
  return random() < probability;
}

export function ancestors(name: string | undefined, doc: Doc): Structured[] {
  const type = doc.structured.find((one) => one.name === name);
  return type === undefined ? [] : [...ancestors(type.base, doc), type];
}

/** Members of a type and of what it derives from. */
export function allMembers(name: string, doc: Doc): Member[] {
  return ancestors(name, doc).flatMap(({ members }) => members);
}

export function derivedFrom(name: string, doc: Doc): Structured[] {
  return doc.structured.filter(
    (type) => type.name !== name && ancestors(type.name, doc).some((one) => one.name === name),
  );
}
