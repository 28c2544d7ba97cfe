import type { ReadingError } from "../csdl/types.ts";
import { BindgenError, clip, inOrder, maxProblems, remedied, type Place, type Problem } from "../errors.ts";

/** What to do about a problem; a function where it takes time to find out, and is worth it only if it is shown. */
export type Hint = string | (() => string | undefined) | undefined;

type Report = (at: Place, message: string, hint?: Hint) => void;

/** Collects what is wrong with the metadata or the overlay, so that one run shows all of it. */
export interface Problems {
  /** CSDL that the standard does not allow. */
  readonly input: Report;
  /** An overlay that does not fit the metadata, or CSDL that cannot be generated from. */
  readonly conflict: Report;
  /** What the standard does not allow either, services write, and nothing depends on. */
  readonly warn: Report;
  /** Throws if anything but warnings was collected: input problems first, else conflicts. */
  readonly raise: () => void;
  readonly warnings: () => readonly Problem[];
}

interface Found {
  readonly place: Place;
  readonly message: string;
  readonly hint: Hint;
}

/** A collection of what was found when the documents were read, and nothing else yet. */
export function collectProblems(errors: readonly ReadingError[] = []): Problems {
  const inputs: Found[] = [];
  const conflicts: Found[] = [];
  const warnings: Found[] = [];
  const into =
    (list: Found[]): Report =>
    (place, message, hint) =>
      void list.push({ place, message: clip(message), hint });
  return {
    input: into(inputs),
    conflict: into(conflicts),
    warn: into(warnings),
    raise: () => {
      // Whatever else is wrong with such an element may follow from that.
      const told = new Set(errors.flatMap(({ element, place }) => [element, place]).map(placeKey));
      const wrong = [...errors, ...hinted(inputs.filter(({ place }) => !told.has(placeKey(place))))];
      if (wrong.length > 0) throw new BindgenError("input", remedied(inOrder(wrong)));
      if (conflicts.length > 0) throw new BindgenError("unsupported", hinted(conflicts));
    },
    warnings: () => hinted(warnings),
  };
}

function placeKey({ file, line, column }: Place): string {
  return `${line}:${column}:${file}`;
}

/** In order; with their hints as far as anybody will see them: what says the same has one hint, found out once. */
function hinted(found: readonly Found[]): readonly Problem[] {
  const hints = new Map<Problem, Hint>();
  for (const { place, message, hint } of found) hints.set({ place, message }, hint);
  const sought = new Map<string, string | undefined>();
  return inOrder([...hints.keys()]).map((problem) => {
    const { message } = problem;
    const hint = hints.get(problem);
    if (typeof hint !== "function") return { ...problem, hint };
    if (!sought.has(message) && sought.size < maxProblems) sought.set(message, hint());
    return { ...problem, hint: sought.get(message) };
  });
}
