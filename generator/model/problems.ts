import { BindgenError, type Place, type Problem } from "../errors.ts";
import { compareCodeUnits } from "../sort.ts";

/** Collects what is wrong with the metadata or the overlay, so that one run shows all of it. */
export interface Problems {
  /** CSDL that the standard does not allow. */
  readonly input: (at: Place, message: string, hint?: string) => void;
  /** An overlay that does not fit the metadata. */
  readonly conflict: (at: Place, message: string, hint?: string) => void;
  /** Throws if anything was collected: input problems first, else conflicts. */
  readonly raise: () => void;
}

/** An empty collection. */
export function collectProblems(): Problems {
  const inputs: Problem[] = [];
  const conflicts: Problem[] = [];
  return {
    input: (place, message, hint) => void inputs.push({ place, message, hint }),
    conflict: (place, message, hint) => void conflicts.push({ place, message, hint }),
    raise: () => {
      if (inputs.length > 0) throw new BindgenError("input", byPlace(inputs));
      if (conflicts.length > 0) throw new BindgenError("unsupported", byPlace(conflicts));
    },
  };
}

function byPlace(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      compareCodeUnits(a.place?.file ?? "", b.place?.file ?? "") ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
      compareCodeUnits(a.message, b.message),
  );
}
