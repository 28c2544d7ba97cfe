/** What nobody may change: the objects that all others inherit from, and the global one. */
const watched = { Object, Array, String, Number, Boolean, Function, Map, Set, RegExp, Error, Promise };

/** Returns a text of everything that could be polluted; two of them are equal unless something was. */
export function pollution(): string {
  const prototypes = Object.entries(watched).map(([name, { prototype }]) => [name, keysOf(prototype as object)]);
  return JSON.stringify([prototypes, keysOf(globalThis), keysOf(JSON), keysOf(Reflect), keysOf(Object)]);
}

function keysOf(object: object): readonly string[] {
  return Reflect.ownKeys(object).map((key) => {
    const { get, set, writable, enumerable } = Object.getOwnPropertyDescriptor(object, key) ?? {};
    return `${String(key)} ${[get, set, writable, enumerable].map(String).join(" ")}`;
  });
}
