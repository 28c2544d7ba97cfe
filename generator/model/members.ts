import type { Bases } from "./bases.ts";
import type { ModelMember, ModelType, StructuredModelType } from "./types.ts";

type Types = ReadonlyMap<string, ModelType>;

/** What looking members up takes: each type's by name, found once. */
export interface Members {
  readonly types: Types;
  readonly bases: Bases;
  /** An own member of a type, by name; undefined where there is none. */
  readonly own: (type: string, name: string) => ModelMember | undefined;
}

export function membersOf(types: Types, bases: Bases): Members {
  const cache = new Map<string, ReadonlyMap<string, ModelMember>>();
  return {
    types,
    bases,
    own: (type, name) => {
      const known = cache.get(type) ?? byName(structured(types.get(type)));
      cache.set(type, known);
      return known.get(name);
    },
  };
}

function byName(type: StructuredModelType | undefined): ReadonlyMap<string, ModelMember> {
  return new Map((type?.members ?? []).map((member) => [member.name, member]));
}

/** The type, if it has members. */
export function structured(type: ModelType | undefined): StructuredModelType | undefined {
  return type?.kind === "entity" || type?.kind === "complex" ? type : undefined;
}

/** A member, and the type that declares it. */
export interface OwnedMember {
  readonly owner: string;
  readonly member: ModelMember;
}

/** A member that a type inherits, from the nearest base type that declares it (CSDL 6.1, 9.1). */
export function inheritedMember(type: string, name: string, { own, bases }: Members): OwnedMember | undefined {
  for (let owner = bases.of.get(type); owner !== undefined; owner = bases.of.get(owner)) {
    const member = own(owner, name);
    if (member !== undefined) return { owner, member };
  }
  return undefined;
}

/** A member of a type, declared by it or inherited. */
export function findMember(type: string, name: string, members: Members): OwnedMember | undefined {
  const member = members.own(type, name);
  return member === undefined ? inheritedMember(type, name, members) : { owner: type, member };
}
