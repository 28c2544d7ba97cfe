import type { ObjectShape } from "./shape.js";

/** Takes a shape, returns the names that its type declares, inherited ones first. */
export function declaredNames(shape: ObjectShape): string[] {
  const inherited = shape.base === undefined ? [] : declaredNames(shape.base());
  return [...inherited, ...shape.members().map(([name]) => name)];
}

/**
 * Takes the type that a value is said to be of and the type that its discriminator names, each where there is one. Returns
 * the names that the value's type declares: that of the discriminator where it derives from the one that is said. Where it
 * does not, the discriminator is data, or an annotation, and names something else. Undefined where neither is known.
 */
export function namesDeclaredBy(said: ObjectShape | undefined, tagged: ObjectShape | undefined): string[] | undefined {
  const type = said === undefined || (tagged !== undefined && isOf(tagged, said)) ? tagged : said;
  return type === undefined ? undefined : declaredNames(type);
}

function isOf(type: ObjectShape, base: ObjectShape): boolean {
  return type === base || (type.base !== undefined && isOf(type.base(), base));
}
