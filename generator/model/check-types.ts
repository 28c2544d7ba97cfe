import { integerRanges } from "../edm.ts";
import { comparePlaces, type Place } from "../errors.ts";
import { inheritedMember, type Members } from "./members.ts";
import type { Problems } from "./problems.ts";
import { checkUse, type References } from "./references.ts";
import type { EnumModelType, ModelMember, StructuredModelType } from "./types.ts";

/** What the rules of types are held against. */
export interface TypeRules {
  readonly members: Members;
  readonly references: References;
  readonly problems: Problems;
}

/** Reports every reference that does not resolve or names the wrong kind, and every rule of a type that is broken. */
export function checkTypes(rules: TypeRules): void {
  for (const type of rules.members.types.values()) {
    if (type.kind === "enum") checkEnum(type, rules.problems);
    else if (type.kind !== "typeDefinition") checkMembers(type, rules);
  }
}

/** CSDL 10.3: names are unique, values fit; several members may have one value. */
function checkEnum(type: EnumModelType, problems: Problems): void {
  for (const { name, at } of repeated(type.members)) {
    problems.input(at, `the enumeration ${type.name} has the member ${name} twice`);
  }
  const [low, high] = integerRanges.get(type.underlyingType) ?? [0n, 0n];
  let before: bigint | undefined;
  for (const { name, value, at } of type.members) {
    const isOut = value < low || value > high;
    // Those that count on from one that does not fit have no cause of their own.
    const countsOn = before !== undefined && value - before === 1n;
    before = isOut ? value : undefined;
    if (isOut && !countsOn) {
      problems.input(at, `the value ${value} of ${type.name}/${name} does not fit ${type.underlyingType}`);
    }
  }
}

/** CSDL 6, 7, 8: names of members are unique, base types included, and none is that of the type itself. */
function checkMembers(type: StructuredModelType, rules: TypeRules): void {
  const { problems, members } = rules;
  for (const { name, at } of repeated(type.members)) problems.input(at, `${type.name}/${name} is declared twice`);
  for (const member of type.members) {
    const path = `${type.name}/${member.name}`;
    const above = inheritedMember(type.name, member.name, members);
    if (above !== undefined) checkRedefined(path, member, { above, rules });
    if (member.name === type.simpleName) {
      problems.warn(member.at, `${path} has the name of its own type, which CSDL does not allow`);
    }
    checkMemberTypes(path, member, rules);
  }
}

interface Redefined {
  readonly above: { readonly owner: string; readonly member: ModelMember };
  readonly rules: TypeRules;
}

/** CSDL 7, 8: 4.01 lets a derived type narrow the type of an inherited member; nothing else may have its name. */
function checkRedefined(path: string, member: ModelMember, { above, rules }: Redefined): void {
  const message = `${path} is declared by its base type ${above.owner} already`;
  const { kind, type } = above.member;
  const isAlike = kind === member.kind && type.collection === member.type.collection;
  const { of } = rules.members.bases;
  let base = isAlike ? of.get(member.type.name) : undefined;
  while (base !== undefined && base !== type.name) base = of.get(base);
  if (base === undefined) rules.problems.input(member.at, message);
  else rules.problems.conflict(member.at, message, "CSDL 4.01 allows it to narrow the type; this tool does not");
}

function checkMemberTypes(path: string, member: ModelMember, { members, references, problems }: TypeRules): void {
  const { kind, type, at } = member;
  checkUse({ name: type.name, position: kind, what: path, at }, references, problems);
  for (const name of member.resourceUnion?.types ?? []) {
    const found = members.types.get(name);
    if (found === undefined || (found.kind !== "entity" && found.kind !== "complex")) {
      problems.input(at, `the ResourceUnion of ${path} names ${name}, which is no entity or complex type`);
    }
  }
}

/** Those whose name another one has that stands before them. */
export function repeated<T extends { readonly name: string; readonly at: Place }>(items: readonly T[]): readonly T[] {
  const firsts = new Map<string, T>();
  const others: T[] = [];
  for (const item of items) {
    const first = firsts.get(item.name);
    const isFirst = first === undefined || comparePlaces(item.at, first.at) < 0;
    if (isFirst) firsts.set(item.name, item);
    if (first !== undefined) others.push(isFirst ? first : item);
  }
  return others;
}
