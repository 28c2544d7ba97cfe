import { isUrl } from "./config/defaults.ts";
import { placeSettings, withPlaces } from "./config/read.ts";
import type { Config } from "./config/types.ts";
import { parseAll, type Parsed } from "./csdl/parse-csdl.ts";
import { printCsdl } from "./csdl/print-csdl.ts";
import type { CsdlDocument } from "./csdl/types.ts";
import { compareSurfaces } from "./diff/compare-surfaces.ts";
import { isAbout, requireRoots } from "./diff/require-roots.ts";
import type { Comparison } from "./diff/types.ts";
import type { Problem } from "./errors.ts";
import { inspectSlice } from "./inspect/inspect-slice.ts";
import type { Inspection } from "./inspect/types.ts";
import { buildModel } from "./model/build-model.ts";
import type { Model } from "./model/types.ts";
import { packagePath, toolPackage } from "./package-root.ts";
import { findDrift } from "./payloads/find-drift.ts";
import { fragmentOf } from "./payloads/fragment.ts";
import { pickFindings } from "./payloads/pick.ts";
import type { Body, Drift } from "./payloads/types.ts";
import type { FormattedFile } from "./output/types.ts";
import { planLazily } from "./plan/plan-package.ts";
import { planSurface } from "./plan/surface/plan-surface.ts";
import type { RenderedFile } from "./render/types.ts";
import { sliceModel } from "./slice/slice-model.ts";
import type { Slice, Tolerance } from "./slice/types.ts";
import { unknownSettings } from "./slice/unknown-settings.ts";
import { readBytes, readSource, readSourceIfChanged, type ReadOptions, type Source } from "./source/read-source.ts";
import { sourcePage } from "./spec/source-page.ts";
import { bytesHash, canonicalSlice, sourceHash } from "./spec/spec-files.ts";
import { printState, slicingHash, stateFile, type SourceState } from "./spec/source-state.ts";
import { basename } from "node:path";

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
interface Documents extends Pick<Parsed, "errors"> {
  readonly documents: readonly CsdlDocument[];
  readonly overlay: readonly CsdlDocument[];
}

type Input = Documents & { readonly slice: Slice };

/** source → csdl. */
async function readDocuments(config: Config, metadata: string, options: RunOptions): Promise<Documents> {
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
function sliceDocuments({ documents, overlay, errors }: Documents, config: Config, options: RunOptions): Slice {
  const { progress, tolerant, warn } = options;
  progress?.("Linking");
  const model = buildModel({ metadata: documents, overlay, docs: config.docs, errors });
  progress?.("Slicing");
  const slice = sliceModel(model, { ...config, tolerant });
  warn?.([...slice.warnings, ...model.warnings]);
  return slice;
}

/** The documents of a run, and what they come to; what is wrong in the configuration is told at its place. */
async function readSlice(config: Config, metadata: string, options: RunOptions): Promise<Input> {
  const read = await readDocuments(config, metadata, options);
  try {
    const slice = sliceDocuments(read, config, options);
    if (options.tolerant !== "all") options.warn?.(await placeSettings(unknownSettings(config, slice.model), config));
    return { ...read, slice };
  } catch (error) {
    throw await withPlaces(error, config);
  }
}

/** The files of the package that a configuration describes, not yet formatted. */
export async function generatePackage(config: Config, options: RunOptions): Promise<RenderedFile[]> {
  const { documents, overlay, slice } = await readSlice(config, config.metadata, options);
  const hash = sourceHash(canonicalSlice(documents, slice, config.docs), overlay);
  options.progress?.("Planning");
  const plan = planLazily(slice, config, hash);
  options.progress?.("Rendering");
  // It loads the templates' engine, for which what looks at documents only need not wait.
  const { renderPackage } = await import("./render/render-package.ts");
  const origin = config.source ?? "OData metadata";
  return renderPackage(plan, { templates: packagePath("templates"), origin, version: toolPackage().version });
}

/** What is in the package and why, whether or not it can be generated. */
export async function inspectPackage(config: Config, options: RunOptions): Promise<Inspection> {
  const { slice } = await readSlice(config, config.metadata, { ...options, tolerant: "unions" });
  return inspectSlice(slice);
}

/** Two packages to compare, and how to look at their documents where roots that nobody asked for are in neither. */
export interface PackagePair {
  readonly base: Config;
  readonly head: Config;
  readonly whole?: PackagePair | undefined;
}

/** What users of one package see otherwise in another, and whether the documents were compared as a whole. */
export async function diffPackages(
  pair: PackagePair,
  options: RunOptions,
): Promise<{ readonly comparison: Comparison; readonly whole: boolean }> {
  const tolerant: RunOptions = { ...options, tolerant: "all" };
  const before = await readDocuments(pair.base, pair.base.metadata, { ...tolerant, known: undefined });
  const after = await readDocuments(pair.head, pair.head.metadata, tolerant);
  const whole = [before, after].some((read) => isAbout(read.documents, pair.base.roots)) ? undefined : pair.whole;
  const { base, head } = whole ?? pair;
  const look = ({ documents, overlay, errors }: Documents, config: Config): Slice =>
    sliceDocuments({ documents, overlay: whole === undefined ? overlay : [], errors }, config, tolerant);
  const [earlier, later] = [look(before, base), look(after, head)];
  requireRoots(earlier, later);
  options.progress?.("Comparing");
  const comparison = compareSurfaces(planSurface(earlier, base), planSurface(later, head));
  return { comparison, whole: whole !== undefined };
}

/** What bodies hold and the metadata does not declare, and the overlay that declares what is picked of it. */
export async function driftOf(
  config: Config,
  { bodies, picks }: { readonly bodies: readonly Body[]; readonly picks: readonly string[] },
  options: RunOptions,
): Promise<{ readonly drift: Drift; readonly fragment: string | undefined }> {
  const { slice } = await readSlice(config, config.metadata, { ...options, tolerant: "unions" });
  options.progress?.("Comparing");
  const drift = findDrift(bodies, slice);
  const fragment = picks.length === 0 ? undefined : printCsdl(fragmentOf(pickFindings(drift, picks), slice.model));
  return { drift, fragment };
}

/** A document that was sliced, and what it is to be remembered by. */
export interface RefreshedSpec {
  /** In its canonical form, whatever its file is called. */
  readonly document: FormattedFile;
  /** The page that says where it is from, and the state; not yet formatted. */
  readonly files: readonly RenderedFile[];
  readonly overlay: Model["overlay"];
}

/** What is to be refreshed: a configuration, and the full document that its spec is cut from. */
export interface RefreshOrder {
  readonly config: Config;
  readonly metadata: string;
  /** File name of the page. */
  readonly page: string;
  /** What the last refresh remembered, where its files are as it left them. */
  readonly state: SourceState | undefined;
  readonly download: ReadOptions;
}

/** The files of the spec folder, made from a full document; "not-modified" where the one that is there is made from it. */
export async function refreshSpec(order: RefreshOrder, options: RunOptions): Promise<RefreshedSpec | "not-modified"> {
  const { config, metadata, page, state, download } = order;
  const overlay = await Promise.all(config.overlay.map(readBytes));
  const slicing = slicingHash(config, isUrl(metadata) ? metadata : undefined, {
    overlay,
    version: toolPackage().version,
  });
  const etag = state?.slicing === slicing ? state.etag : undefined;
  options.progress?.(`Reading ${metadata}`);
  const source = await readSourceIfChanged(metadata, { ...download, etag });
  if (source === "not-modified") return source;
  const { bytes } = source;
  const known = new Map([[metadata, source]]);
  const { documents, slice } = await readSlice(config, metadata, { ...options, known });
  const text = canonicalSlice(documents, slice, config.docs);
  const file = isUrl(metadata) ? undefined : metadata;
  const facts = { file, sha256: bytesHash(bytes), bytes: bytes.length, config, slice };
  const remembered = { etag: source.etag, slicing, slice: bytesHash(new TextEncoder().encode(text)) };
  return {
    document: { path: basename(config.metadata), text },
    files: [
      { path: page, text: sourcePage(facts) },
      { path: basename(stateFile(config.metadata)), text: printState(remembered) },
    ],
    overlay: slice.model.overlay,
  };
}

/** The spec's document as it should stand: sliced and printed again, it gives itself. */
export async function checkSpec(config: Config): Promise<FormattedFile> {
  const { documents, slice } = await readSlice(config, config.metadata, { overlay: true });
  return { path: basename(config.metadata), text: canonicalSlice(documents, slice, config.docs) };
}
