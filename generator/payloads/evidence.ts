import type { Annotation } from "../csdl/types.ts";
import type { Seen } from "./types.ts";

/** Everything in a fragment stands in no file yet. */
export const at = { file: "overlay" } as const;

/** More than these file names help nobody. */
const named = 3;

/** `Bindgen.Evidence`: in which files something was seen. */
export function evidence({ evidence: files }: Pick<Seen, "evidence">, remark?: string): Annotation {
  const more = files.length - named;
  const names = `${files.slice(0, named).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
  const text = remark === undefined ? names : `${names} (${remark})`;
  return annotation("Bindgen.Evidence", { kind: "Constant", type: "String", text });
}

/** An annotation of our vocabulary. */
export function annotation(
  term: string,
  value: Annotation["value"],
  annotations: readonly Annotation[] = [],
): Annotation {
  return { term, qualifier: undefined, value, annotations, at };
}
