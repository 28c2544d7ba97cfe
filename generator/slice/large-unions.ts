import type { Problem } from "../errors.ts";
import type { Model } from "../model/types.ts";
import type { Slice, Taken } from "./types.ts";

/** A union of more members than this needs a word from the maintainer. */
const unionLimit = 200;

/** A type that nothing is declared as being of is not told apart either where its union would be above the limit. */
export function isDistinguished({ used }: Taken, members: number, decided: "none" | "all" | undefined): boolean {
  if (decided === "none") return false;
  return members <= unionLimit || (decided === "all" && used);
}

/** Types that are used and stand for too many concrete types, where the maintainer did not decide. */
export function largeUnions(
  { model, types }: Pick<Slice, "model"> & { readonly types: ReadonlyMap<string, Taken> },
  derived: ReadonlyMap<string, "none" | "all">,
): Problem[] {
  return [...types].flatMap(([name, { used }]): Problem[] => {
    if (derived.has(name) || !used) return [];
    const members = unionSize(name, concreteDerived(name, model), model);
    if (members <= unionLimit) return [];
    const message = `${name} stands for ${members} concrete types, more than a union of ${unionLimit} should have`;
    const hint = `decide in the configuration: "derived": { "${name}": "none" } or "all"`;
    return [{ place: model.types.get(name)?.at, message, hint }];
  });
}

/** What `generate` refuses, as it is told to somebody who only looks. */
export function forGenerate(problem: Problem): Problem {
  return { ...problem, hint: `generate will refuse it: ${problem.hint ?? ""}` };
}

/** How many concrete types a type stands for: those derived from it, and itself where it is one. */
export function unionSize(name: string, derived: readonly string[], model: Model): number {
  return derived.length + (isConcrete(name, model) ? 1 : 0);
}

/** The concrete types derived from a type, in model order. */
export function concreteDerived(name: string, model: Model): string[] {
  return (model.derived.get(name) ?? []).filter((derived) => isConcrete(derived, model));
}

function isConcrete(name: string, { types }: Model): boolean {
  const type = types.get(name);
  return (type?.kind === "entity" || type?.kind === "complex") && !type.abstract;
}
