import { INHERITED_NAMES, type Members, own } from "./own.js";
import { rules, type Rules } from "./presence.js";
import type { ObjectShape, Presence, ResourceShape, ValueShape } from "./shape.js";

/** A member with the rules of one presence. */
export interface Entry {
  readonly name: string;
  readonly shape: ValueShape;
  readonly rules: Rules;
  /** Every object inherits a value of this name, so that only an own one counts. */
  readonly ownOnly: boolean;
}

/** The members of a type under one presence, base members first. */
export interface Table {
  readonly entries: ReadonlyMap<string, Entry>;
  /** Those that have to be there, in model order. */
  readonly required: readonly Entry[];
  readonly open: ObjectShape["open"];
  /** The discriminator is data: it names another type, whose members stand here too. */
  readonly anyTag: boolean;
}

const tables = /* @__PURE__ */ new WeakMap<ObjectShape, { [P in Presence]?: Table }>();
const packages = /* @__PURE__ */ new WeakMap<() => readonly ObjectShape[], ReadonlyMap<string, ObjectShape>>();
const tags = /* @__PURE__ */ new WeakMap<ObjectShape | ResourceShape, ReadonlyMap<string, ObjectShape>>();

/** Takes a shape and a presence, returns the members that a value of that type may have; made once. */
export function tableOf(shape: ObjectShape, presence: Presence): Table {
  let byPresence = tables.get(shape);
  if (byPresence === undefined) tables.set(shape, (byPresence = {}));
  return (byPresence[presence] ??= makeTable(shape, presence));
}

/** Takes a shape, returns the concrete types that may stand there by their canonical tags; made once. */
export function tagsOf(shape: ObjectShape | ResourceShape): ReadonlyMap<string, ObjectShape> {
  let known = tags.get(shape);
  if (known === undefined) {
    known = new Map(concreteTypes(shape).map((type) => [`#${type.name}`, type]));
    tags.set(shape, known);
  }
  return known;
}

/** Takes the shapes of a package's types and a canonical tag, returns the shape that it names. */
export function byTag(shapes: () => readonly ObjectShape[], tag: string): ObjectShape | undefined {
  let known = packages.get(shapes);
  if (known === undefined) packages.set(shapes, (known = new Map(shapes().map((shape) => [`#${shape.name}`, shape]))));
  return known.get(tag);
}

/** Returns the member as the emitted guards read it. */
export function loadEntry(object: Members, { name, ownOnly }: Entry): unknown {
  return ownOnly ? own(object, name) : object[name];
}

function concreteTypes(shape: ObjectShape | ResourceShape): readonly ObjectShape[] {
  if (shape.kind === "resource") return shape.items();
  const variants = shape.variants?.() ?? [];
  return shape.discriminator === "required" ? variants : [shape, ...variants];
}

function makeTable(shape: ObjectShape, presence: Presence): Table {
  const entries = new Map<string, Entry>();
  let open: ObjectShape["open"];
  for (const type of lineage(shape)) {
    open = type.open ?? open;
    for (const [name, member, facts = 0] of type.members()) {
      const ownOnly = INHERITED_NAMES.includes(name);
      entries.set(name, { name, shape: member, ownOnly, rules: rules(facts, presence) });
    }
  }
  const anyTag = shape.discriminator === "data" || shape.discriminator === "dataRequired";
  return { entries, required: [...entries.values()].filter((entry) => entry.rules.required), open, anyTag };
}

function lineage(shape: ObjectShape): readonly ObjectShape[] {
  return shape.base === undefined ? [shape] : [...lineage(shape.base()), shape];
}
