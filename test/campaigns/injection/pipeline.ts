import { parseCsdl } from "../../../generator/csdl/parse-csdl.ts";
import type { CsdlDocument } from "../../../generator/csdl/types.ts";
import { BindgenError } from "../../../generator/errors.ts";
import { buildModel } from "../../../generator/model/build-model.ts";
import { packagePath } from "../../../generator/package-root.ts";
import { planPackage } from "../../../generator/plan/plan-package.ts";
import { renderPackage } from "../../../generator/render/render-package.ts";
import { sliceModel } from "../../../generator/slice/slice-model.ts";
import { sourcePage } from "../../../generator/spec/source-page.ts";
import { keptOf } from "../../../generator/spec/kept.ts";
import { canonicalSlice, sourceHash } from "../../../generator/spec/spec-files.ts";
import type { Input } from "./documents.ts";

/** Reads a document of text. */
export function documentOf(file: string, text: string): CsdlDocument {
  return parseCsdl({ file, bytes: new TextEncoder().encode(text) });
}

/** Every file that an input makes, by path, not formatted; what is the same in every package is left out. */
export function filesOf({ metadata, overlay, config }: Input): ReadonlyMap<string, string> {
  const documents = [documentOf("t.xml", metadata)];
  const corrections = overlay === "" ? [] : [documentOf("o.xml", overlay)];
  const slice = sliceModel(buildModel({ metadata: documents, overlay: corrections, docs: config.docs }), config);
  const canonical = canonicalSlice(documents, keptOf(slice), config.docs);
  const plan = planPackage(slice, config, sourceHash(canonical, corrections));
  const origin = config.source ?? "OData metadata";
  const files = renderPackage(plan, { templates: packagePath("templates"), origin, version: "1.2.3" });
  const page = sourcePage({ file: config.metadata, sha256: "00", bytes: 1, config, kept: keptOf(slice) });
  return new Map([
    ...files.map(({ path, text }) => [path, text] as const),
    ["t.csdl.xml", canonical],
    ["SOURCE.md", page],
  ]);
}

/** Whether a file depends on the input. */
export function isMade(path: string): boolean {
  return !path.startsWith("src/runtime/") && path !== "LICENSE" && path !== "tsconfig.json";
}

/** The files, or why there are none. */
export function packageOf(input: Input): ReadonlyMap<string, string> | BindgenError {
  try {
    return filesOf(input);
  } catch (error) {
    if (error instanceof BindgenError) return error;
    throw error;
  }
}
