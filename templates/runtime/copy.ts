import type { Members } from "./own.js";

/**
 * Takes an object, the members that have another value in canonical form, and the canonical discriminator where it came
 * in another form; returns a copy with these, everything else shared and in the same order.
 */
export function copyWith(value: Members, changes: ReadonlyMap<string, unknown>, tag: string | undefined): Members {
  const members = new Map<string, unknown>();
  for (const name of Object.keys(value)) {
    if (tag === undefined || (name !== "@type" && name !== "@odata.type")) {
      members.set(name, changes.has(name) ? changes.get(name) : value[name]);
    } else if (name === "@odata.type" || value["@odata.type"] === undefined) {
      members.set("@odata.type", tag);
    }
  }
  // Not by assignment, which would follow a setter or change the prototype (`__proto__`).
  const copy: Members = Object.fromEntries([...members, ...changes]);
  // The prototype is kept, because inherited members were judged as well.
  Reflect.setPrototypeOf(copy, Reflect.getPrototypeOf(value));
  return copy;
}
