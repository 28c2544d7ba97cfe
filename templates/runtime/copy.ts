import type { Members } from "./own.js";

/**
 * Takes an object, the members that have another value in canonical form, and the canonical discriminator where it came
 * in another form; returns a copy with these, everything else shared and in the same order.
 */
export function copyWith(value: Members, changes: ReadonlyMap<string, unknown>, tag: string | undefined): object {
  // The prototype is kept, because inherited members were judged as well.
  const copy = {};
  Reflect.setPrototypeOf(copy, Reflect.getPrototypeOf(value));
  for (const name of Object.keys(value)) {
    if (tag === undefined || (name !== "@type" && name !== "@odata.type")) {
      define(copy, name, changes.has(name) ? changes.get(name) : value[name]);
    } else if (name === "@odata.type" || value["@odata.type"] === undefined) {
      define(copy, "@odata.type", tag);
    }
  }
  for (const [name, member] of changes) define(copy, name, member);
  return copy;
}

/** An assignment would follow a setter or change the prototype (`__proto__`). */
function define(object: object, name: string, value: unknown): void {
  Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true });
}
