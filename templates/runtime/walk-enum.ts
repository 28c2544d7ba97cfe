import { listed } from "./excerpt.js";
import { isFlags } from "./guard.js";
import { isLenient } from "./presence.js";
import { addFailure, addReplaced, type Run } from "./run.js";
import type { EnumShape, Presence } from "./shape.js";

const FUTURE = "unknownFutureValue";
const descriptions = /* @__PURE__ */ new Map<EnumShape, string>();

/** Judges a value of an enumeration, returns it or, where the enumeration may grow, `unknownFutureValue` in its place. */
export function walkEnum(run: Run, shape: EnumShape, presence: Presence, value: unknown): unknown {
  if (typeof value === "string" && isMember(shape, value)) return value;
  const expected = described(shape);
  if (typeof value === "string" && isLenient(presence) && shape.members.includes(FUTURE)) {
    addReplaced(run, "unknown-enum-member", expected, value);
    return FUTURE;
  }
  const isNear = typeof value === "string" || typeof value === "number";
  addFailure(run, isNear ? "unknown-enum-member" : "wrong-type", expected, value);
  return value;
}

function isMember({ flags, members }: EnumShape, value: string): boolean {
  return flags === true ? isFlags(value, members) : members.includes(value);
}

/** A collection may hold a million values that are wrong in the same way. */
function described(shape: EnumShape): string {
  let text = descriptions.get(shape);
  if (text === undefined) descriptions.set(shape, (text = describe(shape)));
  return text;
}

function describe({ name, members, flags }: EnumShape): string {
  if (members.length === 0) return `a member of ${name}, which has none`;
  const list = listed(members, 12);
  return flags === true ? `members of ${name}, each once, with commas between them: ${list}` : `one of ${list}`;
}
