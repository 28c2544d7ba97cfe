import { isMembers, type Members } from "./own.js";
import { resolveDynamic } from "./resolve.js";
import { isTooDeep, type Run } from "./run.js";
import type { ObjectShape, Presence } from "./shape.js";
import { isNaming } from "./tag.js";
import { walkMembers } from "./walk-object.js";
import { walkItems, walkUntyped } from "./walk-value.js";

/** Where a dynamic member stands: how the types of the package are found, and the presence of the object that has it. */
export interface DynamicPlace {
  readonly open: (tag: string) => ObjectShape | undefined;
  readonly presence: Presence;
}

/**
 * Judges a dynamic member of an open type (CSDL 4.01 section 6.3): an object, or an item of an array however deep, whose
 * tag names a type of the package is judged as that type; of everything else only the depth counts.
 */
export function walkDynamic(run: Run, place: DynamicPlace, value: unknown): unknown {
  if (Array.isArray(value)) return walkItems(run, place, value, walkDynamic);
  return isMembers(value) ? walkDynamicObject(run, place, value) : walkUntyped(run, value);
}

function walkDynamicObject(run: Run, { open, presence }: DynamicPlace, value: Members): unknown {
  const names = (tag: string): boolean => open(tag) !== undefined;
  const isTyped = isNaming(value["@odata.type"], names, run.wire) || isNaming(value["@type"], names, run.wire);
  if (!isTyped) return walkUntyped(run, value);
  if (isTooDeep(run, value)) return value;
  const type = resolveDynamic(run, open, names, presence, value);
  return type === undefined ? value : walkMembers(run, type.table, value, type.retag);
}
