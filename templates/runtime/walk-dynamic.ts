import { isMembers, type Members } from "./own.js";
import { resolveDynamic } from "./resolve.js";
import { isTooDeep, type Run } from "./run.js";
import type { ObjectShape } from "./shape.js";
import { isNaming } from "./tag.js";
import { walkMembers } from "./walk-object.js";
import { walkItems, walkUntyped } from "./walk-value.js";

type Find = (tag: string) => ObjectShape | undefined;

/**
 * Judges a dynamic member of an open type (CSDL 4.01 section 6.3): an object, or an item of an array however deep, whose
 * tag names a type of the package is judged as that type; of everything else only the depth counts.
 */
export function walkDynamic(run: Run, find: Find, value: unknown): unknown {
  if (Array.isArray(value)) return walkItems(run, value, (item) => walkDynamic(run, find, item));
  return isMembers(value) ? walkDynamicObject(run, find, value) : walkUntyped(run, value);
}

function walkDynamicObject(run: Run, find: Find, value: Members): unknown {
  const names = (tag: string): boolean => find(tag) !== undefined;
  const isTyped = isNaming(value["@odata.type"], names, run.wire) || isNaming(value["@type"], names, run.wire);
  if (!isTyped) return walkUntyped(run, value);
  if (isTooDeep(run, value)) return value;
  const type = resolveDynamic(run, find, names, value);
  if (type === undefined) return value;
  const outside = run.presence;
  if (outside === "update" && type.shape.entity !== true) run.presence = "create";
  const canonical = walkMembers(run, type, value);
  run.presence = outside;
  return canonical;
}
