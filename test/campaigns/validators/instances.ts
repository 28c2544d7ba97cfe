import { INHERITED_NAMES } from "../../../generated/src/runtime/own.ts";
import type { MemberShape, ObjectShape, Presence, ValueShape } from "../../../generated/src/runtime/shape.ts";
import { COLLECTION, NULL_ITEMS } from "../../../generated/src/runtime/shape.ts";
import { rules } from "../../../generated/src/runtime/presence.ts";
import type { Random } from "../../determinism/random.ts";
import { put, randomJson, randomLeaf } from "./random-json.ts";
import { numbers, once, pick, strings, tag, trickyName } from "./words.ts";

const leaves: readonly unknown[] = [true, false, ...numbers, ...strings];
const right = new WeakMap<ValueShape, readonly unknown[]>();

/** How often something is wrong: once in so many members. */
interface Making {
  readonly random: Random;
  readonly presence: Presence;
  readonly faults: number;
}

/** A value such as a type's shape asks for, with mistakes here and there. */
export function instance(making: Making, shape: ObjectShape, levels = 3): unknown {
  const { random, faults } = making;
  const type = concrete(random, shape);
  const value = {};
  if (type !== shape || once(random, 3)) put(value, "@odata.type", `#${type.name}`);
  for (const member of membersOf(type)) {
    const { required, sent } = rules(member[2] ?? 0, making.presence);
    if (required ? once(random, faults) : !(sent ? once(random, 4) : once(random, 40))) continue;
    put(value, member[0], held(making, member, levels));
  }
  if (once(random, 6)) put(value, trickyName(random), randomJson(random, 2));
  if (once(random, 12)) put(value, `x${Math.trunc(random() * 9)}`, dynamic(making, levels));
  if (once(random, faults)) put(value, once(random, 3) ? "@type" : "@odata.type", tag(random, type.name));
  return value;
}

function concrete(random: Random, shape: ObjectShape): ObjectShape {
  const variants = shape.variants?.() ?? [];
  if (variants.length === 0) return shape;
  return shape.discriminator === "required" || once(random, 2) ? pick(random, variants) : shape;
}

function membersOf(shape: ObjectShape): readonly MemberShape[] {
  return shape.base === undefined ? shape.members() : [...membersOf(shape.base()), ...shape.members()];
}

function held(making: Making, [name, declared, facts = 0]: MemberShape, levels: number): unknown {
  const { random, presence, faults } = making;
  if (once(random, faults)) return randomJson(random, 2);
  const { nullable, inside } = rules(facts, presence);
  if (nullable && once(random, 6)) return null;
  const within = { ...making, presence: inside };
  // Names that objects inherit are rare in models, and common in attacks.
  const shape = INHERITED_NAMES.includes(name) ? undefined : declared;
  if (shape === undefined) return randomLeaf(random);
  if ((facts & COLLECTION) === 0) return one(within, shape, levels);
  return Array.from({ length: Math.trunc(random() * 3) }, () =>
    (facts & NULL_ITEMS) !== 0 && once(random, 4) ? null : one(within, shape, levels),
  );
}

function one(making: Making, shape: ValueShape, levels: number): unknown {
  const { random, faults } = making;
  switch (shape.kind) {
    case "primitive":
      return pick(random, rightLeaves(shape));
    case "enum":
      return once(random, faults) ? "notAMember" : (shape.members[Math.trunc(random() * shape.members.length)] ?? "x");
    case "untyped":
      return randomJson(random, 2);
    case "object":
      return levels === 0 ? {} : instance(making, shape, levels - 1);
    case "resource": {
      const item = (): unknown => ({
        ...(instance(making, pick(random, shape.items()), levels - 1) as object),
        "@odata.type": `#${pick(random, shape.items()).name}`,
      });
      return levels === 0 ? null : once(random, 2) ? item() : [item(), item()];
    }
  }
}

function dynamic(making: Making, levels: number): unknown {
  const { random } = making;
  const value = { "@odata.type": tag(random), id: once(random, 2) ? "i" : 5 };
  return levels > 0 && once(random, 2) ? [value, [value]] : value;
}

function rightLeaves(shape: ValueShape): readonly unknown[] {
  if (shape.kind !== "primitive") return leaves;
  let list = right.get(shape);
  if (list === undefined) {
    list = leaves.filter((leaf) => shape.is(leaf));
    right.set(shape, list.length === 0 ? (list = [null]) : list);
  }
  return list;
}
