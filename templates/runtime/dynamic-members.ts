import { isAnnotation } from "./is-control.js";
import { isMembers, membersOf } from "./own.js";

/**
 * Takes a value of an open type and the names that its type declares, returns its other members in a fresh object
 * without prototype (CSDL 4.01 section 6.3). Annotations, advertised operations and what is undefined are left out.
 */
export function dynamicMembers(value: object, declared: readonly string[] = []): Readonly<Record<string, unknown>> {
  const members: Record<string, unknown> = { __proto__: null };
  if (!isMembers(value)) return members;
  for (const name of Object.keys(value)) {
    if (isAnnotation(name) || declared.includes(name)) continue;
    const member = value[name];
    if (member !== undefined) members[name] = member;
  }
  return members;
}

/**
 * Takes a value of an open type, dynamic members for it, and the names that its type declares; returns a copy that has
 * them. Throws a TypeError for a name that is declared, in use, or an annotation's or operation's: a dynamic member under a
 * declared name would have any type at all.
 */
export function withDynamic<T extends object>(
  value: T,
  members: Readonly<Record<string, unknown>>,
  declared: readonly string[],
): T {
  // What is inherited or hidden counts as the value's own for guards, so it must not get lost on the way.
  const copy = { ...value, ...(isMembers(value) ? membersOf(value) : {}) };
  for (const name of Object.keys(members)) {
    const inUse = Object.prototype.hasOwnProperty.call(copy, name);
    if (isAnnotation(name)) {
      throw new TypeError(`${JSON.stringify(name)} is an annotation or an operation, and no dynamic member.`);
    }
    if (inUse || declared.includes(name)) {
      throw new TypeError(`${JSON.stringify(name)} is declared or in use; a dynamic member needs a name of its own.`);
    }
    Object.defineProperty(copy, name, {
      value: members[name],
      writable: true,
      enumerable: true,
      configurable: true,
    });
  }
  return copy;
}
