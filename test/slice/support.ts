import type { SliceOptions } from "../../generator/slice/slice-model.ts";
import { sliceModel } from "../../generator/slice/slice-model.ts";
import type { Reason, Slice } from "../../generator/slice/types.ts";
import { modelOf, type ModelSetup } from "../model/support.ts";

export interface SliceSetup extends ModelSetup {
  readonly derived?: { readonly [type: string]: "none" | "all" };
  readonly tolerant?: SliceOptions["tolerant"];
}

/** The slice of a document from some roots. */
export function sliceOf(
  content: string,
  roots: SliceOptions["roots"],
  { derived = {}, tolerant, ...setup }: SliceSetup = {},
): Slice {
  return sliceModel(modelOf(content, setup), { roots, derived: new Map(Object.entries(derived)), tolerant });
}

/** Types and operations that are in, by name without `n.`. */
export function contentsOf({ types, operations }: Slice): readonly string[] {
  return [...types.keys(), ...operations.keys()].map((name) => name.replace(/\bn\./g, ""));
}

/** `kind from/member` of why something is in. */
export function reasonOf(slice: Slice, name: string): string {
  const reason: Reason | undefined = slice.types.get(name)?.reason ?? slice.operations.get(name);
  if (reason === undefined) return "not in";
  if (reason.kind === "root") return `root ${reason.asked}`;
  return `${reason.kind} ${reason.from}${reason.member === undefined ? "" : `/${reason.member}`}`;
}
