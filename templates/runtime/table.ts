import { INHERITED_NAMES, type Members, membersOf, own, readable } from "./own.js";
import { receivedRules, type Rules } from "./presence.js";
import type { Demands } from "./run.js";
import type { ObjectShape, Presence, ResourceShape, ValueShape } from "./shape.js";

/** A place for a value: a member with the rules of one presence, or the root. */
export interface Entry {
  readonly name: string;
  readonly shape: ValueShape;
  readonly rules: Rules;
  /** Every object inherits a value of this name, so that only an own one counts. */
  readonly ownOnly: boolean;
  /** Filled in by `typesOf`. */
  types: Types | undefined;
}

/** What may stand in a place for objects; looking that up is most of what a walk does. */
export interface Types {
  /** The type of an object without a discriminator. */
  readonly untagged: Variant | undefined;
  /** By canonical tags; none where the discriminator is data, or an annotation like any other. */
  readonly tagged: ReadonlyMap<string, Variant>;
  /** The type of an object with a canonical tag; where that is data, any tag will do. */
  readonly find: (tag: string) => Variant | undefined;
  /** The one type that has a tag here; undefined where there are several or none. */
  readonly only: Variant | undefined;
  /** What issues say would have fitted, once that has been asked for. */
  expected: string | undefined;
}

/** A type that may stand in a place. */
export interface Variant {
  readonly shape: ObjectShape;
  readonly presence: Presence;
  /** Filled in by `tableFor`: of a hundred variants few ever come. */
  table: Table | undefined;
}

/** The members of a type under one presence, base members first. */
export interface Table {
  readonly presence: Presence;
  readonly entries: ReadonlyMap<string, Entry>;
  /** Those that have to be there, in model order. */
  readonly required: readonly Entry[];
  readonly open: ObjectShape["open"];
  /** The discriminator is data: it names another type, whose members stand here too. */
  readonly anyTag: boolean;
  /** It declares names that every object inherits something for. */
  readonly ownOnly: boolean;
}

const packages = /* @__PURE__ */ new Map<() => readonly ObjectShape[], ReadonlyMap<string, ObjectShape>>();

/** Takes a shape and a presence, returns the place of a value that stands by itself; made once. */
export const rootOf = /* @__PURE__ */ onceFor((shape, presence) =>
  entryOf("", shape, { ...receivedRules(0), inside: presence }),
);

/** Takes a place for objects, returns what may stand there; made once. */
export function typesOf(entry: Entry, shape: ObjectShape | ResourceShape): Types {
  return (entry.types ??= makeTypes(shape, entry.rules.inside));
}

/** Returns the members that a value of the type may have; looked up once. */
export function tableFor(variant: Variant, demands: Demands | undefined): Table {
  return (variant.table ??= tableOf(variant.shape, variant.presence, demands));
}

/** Takes a shape and a presence, returns the members that a value of that type may have; made once. */
export const tableOf = /* @__PURE__ */ onceFor(makeTable);

/**
 * Takes the shapes of a package's types, but for variants of others among them, and a canonical tag. Returns the shape that
 * it names.
 */
export function byTag(shapes: () => readonly ObjectShape[], tag: string): ObjectShape | undefined {
  let known = packages.get(shapes);
  if (known === undefined) {
    const all = shapes().flatMap((shape) => [shape, ...(shape.variants?.() ?? [])]);
    packages.set(shapes, (known = new Map(all.map((shape) => [`#${shape.name}`, shape]))));
  }
  return known.get(tag);
}

/** Returns what can be read of an object of the type, as the emitted guards see it. */
export function readMembers({ ownOnly }: Table, object: Members): Members {
  return ownOnly ? readable(object) : membersOf(object);
}

/** Returns the member as the emitted guards read it. */
export function loadEntry(object: Members, { name, ownOnly }: Entry): unknown {
  return ownOnly ? own(object, name) : object[name];
}

/** Whether the discriminator is data. */
export function isData({ discriminator }: ObjectShape): boolean {
  return discriminator === "data" || discriminator === "dataRequired";
}

/** Remembers what is made for a shape under a presence. Shapes are constants: a weak map is slower, and frees nothing. */
function onceFor<T, More extends unknown[]>(
  make: (shape: ObjectShape, presence: Presence, ...more: More) => T,
): typeof make {
  const made = new Map<ObjectShape, Partial<Record<Presence, T>>>();
  return (shape, presence, ...more) => {
    let known = made.get(shape);
    if (known === undefined) made.set(shape, (known = {}));
    return (known[presence] ??= make(shape, presence, ...more));
  };
}

function isTagOptional(shape: ObjectShape | ResourceShape): shape is ObjectShape {
  return shape.kind === "object" && shape.discriminator !== "required" && shape.discriminator !== "dataRequired";
}

function concreteTypes(shape: ObjectShape | ResourceShape): readonly ObjectShape[] {
  if (shape.kind === "resource") return shape.items();
  const variants = shape.variants?.() ?? [];
  return shape.discriminator === "required" ? variants : [shape, ...variants];
}

function makeTypes(shape: ObjectShape | ResourceShape, presence: Presence): Types {
  const variant = (type: ObjectShape): Variant => ({ shape: type, presence, table: undefined });
  const untagged = isTagOptional(shape) ? variant(shape) : undefined;
  if (shape.kind === "object" && isData(shape)) {
    const own = untagged ?? variant(shape);
    return { untagged, tagged: new Map(), find: () => own, only: undefined, expected: "any type's name" };
  }
  const isFollowed = shape.kind === "resource" || shape.discriminator !== "none";
  const list = isFollowed ? concreteTypes(shape).map((type) => [`#${type.name}`, variant(type)] as const) : [];
  const tagged = new Map<string, Variant>(list);
  const only = list.length === 1 ? list[0]?.[1] : undefined;
  return { untagged, tagged, find: (tag) => tagged.get(tag), only, expected: undefined };
}

function makeTable(shape: ObjectShape, presence: Presence, demands: Demands | undefined): Table {
  const entries = new Map<string, Entry>();
  let open: ObjectShape["open"];
  for (const type of lineage(shape)) {
    open = type.open ?? open;
    for (const [name, member, facts = 0] of type.members()) {
      entries.set(name, entryOf(name, member, demands?.rules(facts, presence) ?? receivedRules(facts)));
    }
  }
  const all = [...entries.values()];
  const required = all.filter((entry) => entry.rules.required);
  return { presence, entries, required, open, anyTag: isData(shape), ownOnly: all.some((entry) => entry.ownOnly) };
}

function entryOf(name: string, shape: ValueShape, facts: Rules): Entry {
  return { name, shape, rules: facts, ownOnly: INHERITED_NAMES.includes(name), types: undefined };
}

function lineage(shape: ObjectShape): readonly ObjectShape[] {
  return shape.base === undefined ? [shape] : [...lineage(shape.base()), shape];
}
