import { append } from "../group.ts";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Config } from "../config/types.ts";
import type { Problem } from "../errors.ts";
import { hashOf } from "../output/regular-file.ts";
import { hashesOf, standsThere } from "../output/standing.ts";
import type { RunOptions } from "../read-slice.ts";
import { readSource } from "../source/read-source.ts";
import type { Source } from "../source/types.ts";
import { readEntry, writeEntry } from "./cache-entry.ts";
import { cacheKey } from "./cache-key.ts";
import { changesOf, makeFiles, type MadePackage } from "./make-package.ts";

/** Where runs are remembered. */
export interface Cache {
  /** The folder of the entries. */
  readonly folder: string;
  /** What the tool consists of, and what runs it. */
  readonly tool: readonly string[];
}

/**
 * Where the runs that write a package are remembered: in the nearest `node_modules` above its folder, where tools keep
 * what may be lost. Undefined where there is none.
 */
export function cacheFolder(out: string): string | undefined {
  for (let folder = dirname(out); ; folder = dirname(folder)) {
    const modules = join(folder, "node_modules");
    if (existsSync(modules)) return join(modules, ".cache", "odata-bindgen");
    if (folder === dirname(folder)) return undefined;
  }
}

/**
 * Like `makePackage`. Where everything that decides the output is as it was, and the package stands in its folder as it
 * came out then, it is not made again. What the cache says is believed of nothing but the hashes of these files.
 */
export async function makeCached(config: Config, options: RunOptions, cache: Cache): Promise<MadePackage> {
  const { out } = config;
  const sources = await readSources(config, options);
  const { tool } = cache;
  const key = cacheKey({ tool, config, overlay: options.overlay, sources });
  // One entry for each folder: what was remembered of it is of no use once it changes.
  const file = join(cache.folder, `${hashOf(out)}.json`);
  const entry = await readEntry(file);
  if (entry?.key === key && (await standsThere(out, entry.files))) {
    options.warn?.(entry.warnings);
    return { folder: out, changes: entry.files.map(({ path }) => ({ kind: "unchanged", path })) };
  }
  const warnings: Problem[] = [];
  const warn = (found: readonly Problem[]): void => {
    append(warnings, found);
    options.warn?.(found);
  };
  const known = new Map(sources.map((source) => [source.file, source] as const));
  const files = await makeFiles(config, { ...options, known, warn });
  await writeEntry(file, { key, files: hashesOf(files), warnings });
  return { folder: out, changes: await changesOf(out, files) };
}

/** The documents of a run, as `generatePackage` would read them. */
async function readSources(
  { metadata, overlay }: Config,
  { overlay: applied, progress }: RunOptions,
): Promise<Source[]> {
  progress?.(`Reading ${metadata}`);
  const source = await readSource(metadata);
  return [source, ...(await Promise.all((applied ? overlay : []).map((file) => readSource(file))))];
}
