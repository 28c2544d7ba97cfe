import type { DocumentConfig } from "./config/documents.ts";
import { placeSettings, withPlaces } from "./config/read.ts";
import type { Config } from "./config/types.ts";
import { parseAll, type Parsed } from "./csdl/parse-csdl.ts";
import type { CsdlDocument } from "./csdl/types.ts";
import type { Problem } from "./errors.ts";
import { append } from "./group.ts";
import type { OverlayEntry } from "./model/types.ts";
import { buildModel } from "./model/build-model.ts";
import { sliceModel } from "./slice/slice-model.ts";
import type { Slice, Tolerance } from "./slice/types.ts";
import { unknownSettings } from "./slice/unknown-settings.ts";
import { readSource, type Source } from "./source/read-source.ts";
import { keptFor, type Kept, type Part } from "./spec/kept.ts";

/** What the pipeline takes beside the configuration. */
export interface RunOptions {
  /** Whether the overlay is applied. */
  readonly overlay: boolean;
  /** Told what begins. */
  readonly progress?: ((step: string) => void) | undefined;
  /** Documents that need not be read, by location: what is about to be written in their place. */
  readonly known?: ReadonlyMap<string, Source> | undefined;
  readonly tolerant?: Tolerance | undefined;
  /** Told what was tolerated in the documents. */
  readonly warn?: ((warnings: readonly Problem[]) => void) | undefined;
}

/** The documents of a run. */
export interface Documents extends Pick<Parsed, "errors"> {
  readonly documents: readonly CsdlDocument[];
  readonly overlay: readonly CsdlDocument[];
}

type Input = Documents & { readonly slice: Slice };

/** source → csdl. */
export async function readDocuments(config: Config, metadata: string, options: RunOptions): Promise<Documents> {
  const { overlay, known, progress } = options;
  progress?.(`Reading ${metadata}`);
  const read = async (file: string): Promise<Source> => known?.get(file) ?? (await readSource(file));
  const source = await read(metadata);
  const corrections = await Promise.all((overlay ? config.overlay : []).map(read));
  progress?.("Parsing");
  const { documents, errors } = parseAll([source, ...corrections]);
  return { documents: documents.slice(0, 1), overlay: documents.slice(1), errors };
}

/** csdl → model → slice. What somebody has to act on is told before what services do, of which there may be too much. */
export function sliceDocuments({ documents, overlay, errors }: Documents, config: Config, options: RunOptions): Slice {
  const { progress, tolerant, warn } = options;
  progress?.("Linking");
  const model = buildModel({ metadata: documents, overlay, docs: config.docs, errors });
  progress?.("Slicing");
  const slice = sliceModel(model, { ...config, tolerant });
  warn?.([...slice.warnings, ...model.warnings]);
  return slice;
}

/** The documents of a run, and what they come to; what is wrong in the configuration is told at its place. */
export async function readSlice(config: Config, metadata: string, options: RunOptions): Promise<Input> {
  const read = await readDocuments(config, metadata, options);
  try {
    const slice = sliceDocuments(read, config, options);
    if (options.tolerant !== "all") options.warn?.(await placeSettings(unknownSettings(config, slice.model), config));
    return { ...read, slice };
  } catch (error) {
    throw await withPlaces(error, config);
  }
}

/** What the readers of one document need of it. */
interface Parts {
  readonly documents: readonly CsdlDocument[];
  readonly kept: Kept;
  /** What the overlays of all say. */
  readonly overlay: readonly OverlayEntry[];
}

/** What each reader of a document needs of it, read with its own overlay, and all of them together. */
export async function readParts(config: DocumentConfig, metadata: string, options: RunOptions): Promise<Parts> {
  const parts: Part[] = [];
  const overlay: OverlayEntry[] = [];
  let documents: readonly CsdlDocument[] = [];
  for (const reader of config.readers) {
    const read = await readSlice(reader, metadata, options);
    documents = read.documents;
    parts.push(read);
    append(overlay, read.slice.model.overlay);
  }
  return { documents, kept: keptFor(documents, parts), overlay };
}
