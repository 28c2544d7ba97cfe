import { BindgenError, clip, inOrder, maxProblems, type Place, type Problem } from "../errors.ts";

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

/** An empty collection. */
export function collectProblems(): Problems {
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
      if (inputs.length > 0) throw new BindgenError("input", hinted(inputs));
      if (conflicts.length > 0) throw new BindgenError("unsupported", hinted(conflicts));
    },
    warnings: () => hinted(warnings),
  };
}

/** In order; with their hints as far as anybody will see them. */
function hinted(found: readonly Found[]): readonly Problem[] {
  const hints = new Map<Problem, Hint>();
  for (const { place, message, hint } of found) hints.set({ place, message }, hint);
  return inOrder([...hints.keys()]).map((problem, index) => {
    const hint = hints.get(problem);
    return { ...problem, hint: typeof hint !== "function" ? hint : index < maxProblems ? hint() : undefined };
  });
}
