import type { Config } from "./config/types.ts";
import { parseCsdl } from "./csdl/parse-csdl.ts";
import type { CsdlDocument } from "./csdl/types.ts";
import type { Problem } from "./errors.ts";
import { inspectSlice } from "./inspect/inspect-slice.ts";
import type { Inspection } from "./inspect/types.ts";
import { buildModel } from "./model/build-model.ts";
import { packagePath, toolPackage } from "./package-root.ts";
import { planPackage } from "./plan/plan-package.ts";
import { renderPackage } from "./render/render-package.ts";
import type { RenderedFile } from "./render/types.ts";
import { sliceModel } from "./slice/slice-model.ts";
import type { Slice } from "./slice/types.ts";
import { readSource, type Source } from "./source/read-source.ts";
import { sourcePage } from "./spec/source-page.ts";
import { bytesHash, canonicalSlice, sourceHash } from "./spec/spec-files.ts";
import { basename } from "node:path";

/** What the pipeline takes beside the configuration. */
export interface RunOptions {
  /** Whether the overlay is applied. */
  readonly overlay: boolean;
  /** Told what begins. */
  readonly progress?: ((step: string) => void) | undefined;
  /** Told what was tolerated in the documents. */
  readonly warn?: ((warnings: readonly Problem[]) => void) | undefined;
}

/** The documents of a run, and what they come to. */
interface Input {
  readonly source: Source;
  readonly documents: readonly CsdlDocument[];
  readonly overlay: readonly CsdlDocument[];
  readonly slice: Slice;
}

/** source → csdl → model → slice. */
async function readSlice(config: Config, metadata: string, { overlay, progress, warn }: RunOptions): Promise<Input> {
  progress?.(`Reading ${metadata}`);
  const source = await readSource(metadata);
  const corrections = await Promise.all((overlay ? config.overlay : []).map((file) => readSource(file)));
  progress?.("Parsing");
  const documents = [parseCsdl(source)];
  const overlays = corrections.map((correction) => parseCsdl(correction));
  progress?.("Linking");
  const model = buildModel({ metadata: documents, overlay: overlays, docs: config.docs });
  warn?.(model.warnings);
  progress?.("Slicing");
  return { source, documents, overlay: overlays, slice: sliceModel(model, config) };
}

/** The files of the package that a configuration describes, not yet formatted. */
export async function generatePackage(config: Config, options: RunOptions): Promise<RenderedFile[]> {
  const { documents, overlay, slice } = await readSlice(config, config.metadata, options);
  const hash = sourceHash(canonicalSlice(documents, slice, config.docs), overlay);
  options.progress?.("Planning");
  const plan = planPackage(slice, config, hash);
  options.progress?.("Rendering");
  const origin = config.source ?? "OData metadata";
  return renderPackage(plan, { templates: packagePath("templates"), origin, version: toolPackage().version });
}

/** What is in the package and why. */
export async function inspectPackage(config: Config, options: RunOptions): Promise<Inspection> {
  const { slice } = await readSlice(config, config.metadata, options);
  return inspectSlice(slice);
}

/** The files of the spec folder, made from a full document: the canonical slice and the page that says where it is from. */
export async function refreshSpec(config: Config, metadata: string, options: RunOptions): Promise<RenderedFile[]> {
  const { source, documents, slice } = await readSlice(config, metadata, options);
  const canonical = canonicalSlice(documents, slice, config.docs);
  const page = sourcePage({
    file: source.file,
    sha256: bytesHash(source.bytes),
    bytes: source.bytes.length,
    config,
    slice,
  });
  return [
    { path: basename(config.metadata), text: canonical },
    { path: "SOURCE.md", text: page },
  ];
}

/** The spec's document as it should stand: sliced and printed again, it gives itself. */
export async function checkSpec(config: Config): Promise<RenderedFile[]> {
  const { documents, slice } = await readSlice(config, config.metadata, { overlay: true });
  return [{ path: basename(config.metadata), text: canonicalSlice(documents, slice, config.docs) }];
}
