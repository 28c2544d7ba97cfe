import type { ObjectShape } from "./shape.js";
import { isData } from "./table.js";

/** Takes a shape, returns the names that its type declares, inherited ones first. */
export function declaredNames(shape: ObjectShape): string[] {
  const inherited = shape.base === undefined ? [] : declaredNames(shape.base());
  return [...inherited, ...shape.members().map(([name]) => name)];
}

/**
 * Takes the type that a value is said to be of and the type that its discriminator names, each where there is one. Returns
 * the names that are declared: those of both, as the value may be of a type that derives from the one that is said; of the
 * one alone whose discriminator is data, and names something else. Undefined where neither is known.
 */
export function namesDeclaredBy(said: ObjectShape | undefined, tagged: ObjectShape | undefined): string[] | undefined {
  const types = [said, said !== undefined && isData(said) ? undefined : tagged].filter((type) => type !== undefined);
  return types.length === 0 ? undefined : types.flatMap(declaredNames);
}
