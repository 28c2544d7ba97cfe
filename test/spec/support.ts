import type { Config } from "../../generator/config/types.ts";
import { buildModel, type ModelInput } from "../../generator/model/build-model.ts";
import { parseCsdl } from "../../generator/csdl/parse-csdl.ts";
import { sliceModel } from "../../generator/slice/slice-model.ts";
import type { Slice } from "../../generator/slice/types.ts";
import { keptFor } from "../../generator/spec/kept.ts";
import { canonicalSlice } from "../../generator/spec/spec-files.ts";
import { inputOf, type ModelSetup } from "../model/support.ts";

export interface SpecSetup extends ModelSetup {
  readonly roots?: Config["roots"];
}

export interface Spec {
  readonly input: ModelInput;
  readonly slice: Slice;
  /** The canonical text of the slice. */
  readonly text: string;
}

function specFrom(input: ModelInput, roots: Config["roots"]): Spec {
  const slice = sliceModel(buildModel(input), { roots, derived: new Map() });
  return {
    input,
    slice,
    text: canonicalSlice(input.metadata, keptFor(input.metadata, [{ slice, overlay: input.overlay }]), input.docs),
  };
}

export function specOf(content: string, { roots = "all", ...setup }: SpecSetup = {}): Spec {
  return specFrom(inputOf(content, setup), roots);
}

/** The spec of the spec: read again, with the same overlay, sliced and printed. */
export function again({ input, text }: Spec, roots: Config["roots"] = "all"): Spec {
  const document = parseCsdl({ file: "spec.xml", bytes: new TextEncoder().encode(text) });
  return specFrom({ ...input, metadata: [document] }, roots);
}

/** A value as JSON, maps as lists, without the places: what two documents that say the same have in common. */
export function withoutPlaces(value: unknown): unknown {
  const text = JSON.stringify(value, (key, inner: unknown) => {
    if (key === "at" || key === "warnings") return undefined;
    if (inner instanceof Map) return [...inner];
    return typeof inner === "bigint" ? `${inner}n` : inner;
  });
  return JSON.parse(text);
}
