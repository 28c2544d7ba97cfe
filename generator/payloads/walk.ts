import { pointerStep } from "../json-pointer.ts";
import { isAbstractTypeName } from "../edm.ts";
import { isRecord } from "../json.ts";
import type { ModelMember, ModelOperation, TypeUse } from "../model/types.ts";
import { formOf } from "./forms.ts";
import {
  noteDiscriminator,
  noteEnumMember,
  noteForm,
  noteMember,
  type SeenDiscriminator,
  type Sighting,
  type Sightings,
} from "./sightings.ts";
import { isAnnotation, readTag, saidType } from "./tag.ts";
import { isA, underlyingType, type TypeIndex } from "./type-index.ts";

/** The same bound as that of the validators. */
const maxDepth = 512;

/** What is declared at a place in a body. */
export interface Position {
  readonly type: string;
  readonly collection: boolean;
  /** `ns.Type/member`; undefined at the root. */
  readonly member?: string | undefined;
  /** What tagged objects may be, for an untyped member. */
  readonly union?: readonly string[] | undefined;
  /** The discriminator is data. */
  readonly unresolved?: boolean | undefined;
}

/** What a walk over one body needs and adds to. */
export interface Walk {
  readonly index: TypeIndex;
  /** Types that undeclared members were found to have, by path. */
  readonly assumed: ReadonlyMap<string, Position>;
  readonly seen: Sightings;
  readonly body: Pick<Sighting, "body" | "file" | "evidence">;
}

interface At {
  readonly pointer: string;
  readonly depth: number;
}

type Json = Readonly<Record<string, unknown>>;

const dynamic: Position = { type: "Edm.Untyped", collection: false };

/** Follows a value along what is declared and notes what is not. It follows at most 512 levels. */
export function walkValue(walk: Walk, value: unknown, position: Position, at: At): void {
  if (typeof value === "string") walkString(walk, value, position, at);
  if (typeof value !== "object" || value === null) return;
  const inside = { ...at, depth: at.depth + 1 };
  if (inside.depth > maxDepth) {
    const { file } = walk.body;
    walk.seen.skipped.push({ file, pointer: at.pointer, reason: `nested deeper than ${maxDepth} levels` });
  } else if (Array.isArray(value)) {
    if (!position.collection && !isAbstractTypeName(position.type)) return;
    const item = { ...position, collection: false };
    value.forEach((one: unknown, number) => walkValue(walk, one, item, below(inside, String(number))));
  } else if (isRecord(value) && !position.collection) {
    if (walk.index.structured.has(position.type)) walkStructured(walk, value, position, inside);
    else if (isAbstractTypeName(position.type)) walkDynamic(walk, value, position, inside);
  }
}

/** Follows the parameters in the body of an action. */
export function walkParameters(walk: Walk, value: unknown, operation: ModelOperation, at: At): void {
  if (!isRecord(value)) return;
  const declared = operation.parameters.map(({ name, type }): [string, Position] => {
    return [name, positionOf(type, `${operation.key}/${name}`)];
  });
  walkMembers(walk, value, { types: [], parameters: new Map(declared), owner: operation.key }, at);
}

function walkString(walk: Walk, text: string, position: Position, at: At): void {
  const { index, seen } = walk;
  const type = index.enums.get(position.type);
  if (type === undefined) {
    if (position.member !== undefined) {
      noteForm(seen, position.member, underlyingType(index, position.type), formOf(text));
    }
    return;
  }
  for (const part of type.flags ? text.split(",") : [text]) {
    const name = part.trim();
    // A number is a legal way to write a value, and no name.
    if (name === "" || /^-?\d+$/.test(name) || type.members.some((member) => member.name === name)) continue;
    noteEnumMember(seen, type.name, name, sightingAt(walk, at));
  }
}

function walkStructured(walk: Walk, object: Json, position: Position, at: At): void {
  const { type, unresolved = false } = position;
  const tag = unresolved ? ({ kind: "none" } as const) : readTag(object, walk.index);
  if (tag.kind === "none" || (tag.kind === "declared" && isA(walk.index, tag.name, type))) {
    const owner = tag.kind === "none" ? type : tag.name;
    walkMembers(walk, object, { types: [owner], owner }, at);
    return;
  }
  const kind = tag.kind === "declared" ? "unfit" : tag.kind;
  note(walk, { name: tag.name, kind, declared: type }, position, at);
  // Whose members these are is in doubt, so nothing is said to lack them. Only a type that is nowhere gets them all.
  const types = kind === "unfit" ? [type, tag.name] : [type];
  const isNew = tag.kind === "unknown" && tag.meant === undefined;
  walkMembers(walk, object, { types, owner: isNew ? tag.name : undefined }, at);
}

/** Objects that nothing is declared for are followed if they say what they are. */
function walkDynamic(walk: Walk, object: Json, position: Position, at: At): void {
  const tag = readTag(object, walk.index);
  if (tag.kind === "none") return;
  const { union } = position;
  if (tag.kind !== "declared") note(walk, { name: tag.name, kind: tag.kind, declared: undefined }, position, at);
  else if (union !== undefined && !union.some((type) => isA(walk.index, tag.name, type))) {
    note(walk, { name: tag.name, kind: "unlisted", declared: position.type }, position, at);
  }
  if (tag.kind === "outside") return;
  const { name } = tag;
  const meant = tag.kind === "unknown" ? tag.meant : undefined;
  walkMembers(walk, object, { types: [meant ?? name], owner: meant === undefined ? name : undefined }, at);
}

interface Owner {
  /** Types whose members these may be; the first that knows a member decides. */
  readonly types: readonly string[];
  readonly parameters?: ReadonlyMap<string, Position> | undefined;
  /** Whose members the undeclared ones are; undefined where that is not certain. */
  readonly owner: string | undefined;
}

function memberPosition(owner: string, { name, type, resourceUnion, unresolvedDiscriminator }: ModelMember): Position {
  return {
    ...positionOf(type, `${owner}/${name}`),
    union: resourceUnion?.types,
    unresolved: unresolvedDiscriminator,
  };
}

function positionOf({ name, collection }: TypeUse, member: string): Position {
  return { type: name, collection, member };
}

function walkMembers(walk: Walk, object: Json, whose: Owner, at: At): void {
  const { owner } = whose;
  for (const name of Object.keys(object)) {
    if (isAnnotation(name)) continue;
    const value = object[name];
    const inside = below(at, name);
    const { position, declared } = lookUp(walk, whose, name);
    if (!declared && owner !== undefined) {
      const said = saidType(object, name, walk.index);
      noteMember(walk.seen, owner, name, { ...sightingAt(walk, inside), value, said });
    }
    walkValue(walk, value, position, inside);
  }
}

/** What a member holds as declared, or as it was found to; otherwise only tags are followed. */
function lookUp({ index, assumed }: Walk, { types, parameters, owner }: Owner, name: string): Found {
  const parameter = parameters?.get(name);
  if (parameter !== undefined) return { position: parameter, declared: true };
  for (const type of owner === undefined ? types : [...types, owner]) {
    const known = index.structured.get(type);
    const member = known?.members.get(name);
    if (member !== undefined) return { position: memberPosition(member.owner, member.member), declared: true };
    for (const base of known?.ancestors ?? [type]) {
      const position = assumed.get(`${base}/${name}`);
      if (position !== undefined) return { position, declared: false };
    }
  }
  return { position: dynamic, declared: false };
}

interface Found {
  readonly position: Position;
  readonly declared: boolean;
}

function note(
  walk: Walk,
  about: Pick<SeenDiscriminator, "name" | "kind" | "declared">,
  { member }: Position,
  at: At,
): void {
  noteDiscriminator(walk.seen, about, member, sightingAt(walk, below(at, "@odata.type")));
}

function sightingAt({ body }: Walk, { pointer }: At): Sighting {
  return { ...body, pointer };
}

function below({ pointer, depth }: At, name: string): At {
  return { pointer: `${pointer}${pointerStep(name)}`, depth };
}
