import type { ObjectShape } from "./shape.js";

/** Takes a shape, returns the names that its type declares, inherited ones first. */
export function declaredNames(shape: ObjectShape): string[] {
  const inherited = shape.base === undefined ? [] : declaredNames(shape.base());
  return [...inherited, ...shape.members().map(([name]) => name)];
}
