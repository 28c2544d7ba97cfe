import { isUrl } from "./config/defaults.ts";
import type { DocumentConfig } from "./config/documents.ts";
import type { Config } from "./config/types.ts";
import { printCsdl } from "./csdl/print-csdl.ts";
import { compareSurfaces } from "./diff/compare-surfaces.ts";
import { isAbout, requireRoots } from "./diff/require-roots.ts";
import type { Comparison } from "./diff/types.ts";
import { inspectSlice } from "./inspect/inspect-slice.ts";
import type { Inspection } from "./inspect/types.ts";
import type { OverlayEntry } from "./model/types.ts";
import { packagePath, toolPackage } from "./package-root.ts";
import { findDrift } from "./payloads/find-drift.ts";
import { fragmentOf } from "./payloads/fragment.ts";
import { pickFindings } from "./payloads/pick.ts";
import type { Body, Drift } from "./payloads/types.ts";
import type { FormattedFile } from "./output/types.ts";
import { planLazily } from "./plan/plan-package.ts";
import { planSurface } from "./plan/surface/plan-surface.ts";
import type { RenderedFile } from "./render/types.ts";
import { readDocuments, readParts, readSlice, sliceDocuments, type Documents, type RunOptions } from "./read-slice.ts";
import type { Slice } from "./slice/types.ts";
import { readBytes, readSourceIfChanged, type ReadOptions } from "./source/read-source.ts";
import { keptOf } from "./spec/kept.ts";
import { sourcePage } from "./spec/source-page.ts";
import { bytesHash, canonicalSlice, sourceHash } from "./spec/spec-files.ts";
import { printState, slicingHash, stateFile, type SourceState } from "./spec/source-state.ts";
import { basename } from "node:path";

/** The files of the package that a configuration describes, not yet formatted. */
export async function generatePackage(config: Config, options: RunOptions): Promise<RenderedFile[]> {
  const { documents, overlay, slice } = await readSlice(config, config.metadata, options);
  const hash = sourceHash(canonicalSlice(documents, keptOf(slice), config.docs), overlay);
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
  readonly overlay: readonly OverlayEntry[];
}

/** What is to be refreshed: what is said of a document, and the full one that it is cut from. */
export interface RefreshOrder {
  readonly config: DocumentConfig;
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
  const overlay = await Promise.all(config.readers.flatMap((reader) => reader.overlay).map(readBytes));
  const slicing = slicingHash(config.readers, isUrl(metadata) ? metadata : undefined, {
    overlay,
    version: toolPackage().version,
  });
  const etag = state?.slicing === slicing ? state.etag : undefined;
  options.progress?.(`Reading ${metadata}`);
  const source = await readSourceIfChanged(metadata, { ...download, etag });
  if (source === "not-modified") return source;
  const { bytes } = source;
  const known = new Map([[metadata, source]]);
  const { documents, kept, overlay: entries } = await readParts(config, metadata, { ...options, known });
  const text = canonicalSlice(documents, kept, config.docs);
  const file = isUrl(metadata) ? undefined : metadata;
  const facts = { file, sha256: bytesHash(bytes), bytes: bytes.length, config, kept };
  const remembered = { etag: source.etag, slicing, slice: bytesHash(new TextEncoder().encode(text)) };
  return {
    document: { path: basename(config.metadata), text },
    files: [
      { path: page, text: sourcePage(facts) },
      { path: basename(stateFile(config.metadata)), text: printState(remembered) },
    ],
    overlay: entries,
  };
}

/** The spec's document as it should stand: sliced and printed again, it gives itself. */
export async function checkSpec(config: DocumentConfig): Promise<FormattedFile> {
  const { documents, kept } = await readParts(config, config.metadata, { overlay: true });
  return { path: basename(config.metadata), text: canonicalSlice(documents, kept, config.docs) };
}
