import { basename, dirname } from "node:path";
import { isUrl, locate } from "../config/defaults.ts";
import { documentConfigs, type DocumentConfig } from "../config/documents.ts";
import type { Config } from "../config/types.ts";
import { parseGitLocation } from "../git-location.ts";
import { onDisk } from "../on-disk.ts";
import type { RefreshOrder } from "../run.ts";
import { apiVersion, withApiVersion } from "../source/api-version.ts";
import { documentName, stateFile } from "../spec/source-state.ts";
import type { RefreshFlags } from "./arguments.ts";
import { downloadOptions } from "./download-options.ts";
import { usage } from "./usage.ts";

/** The outputs of a config file. */
interface Outputs {
  readonly all: readonly Config[];
  /** Those that `--only` names. */
  readonly chosen: readonly Config[];
}

/** Documents to refresh; what is remembered of each is read later. */
export type Orders = readonly Omit<RefreshOrder, "state">[];

/**
 * What to refresh: the documents of the chosen outputs, each once, from where the flags or the configuration say. What
 * a document has to hold is for all outputs to say that read it, chosen or not.
 * @throws BindgenError `usage` where it is not clear what to download, or where to put it
 */
export function ordersOf(flags: RefreshFlags, { all, chosen }: Outputs, cwd: string): Orders {
  const every = documentConfigs(all);
  const documents = documentsFor(
    flags,
    every.filter((document) => chosen.some(({ metadata }) => metadata === document.metadata)),
  );
  if (flags.metadata !== undefined && documents.length > 1) {
    throw usage("--metadata is for one document, and the config has several", "choose one with --only NAME");
  }
  const download = downloadOptions.bounds(flags);
  return documents.map((config) => {
    if (isUrl(config.metadata) || parseGitLocation(config.metadata) !== undefined) {
      throw usage(
        `the config generates from ${config.metadata}, there is no file to refresh`,
        'name a file in "metadata"',
      );
    }
    const metadata = fullDocument(flags, config, cwd);
    // The page says where the document is published, and that is not where the other version is.
    const source = flags.api === undefined ? config.source : metadata;
    const page = pageOf(config, every);
    const name = basename(config.metadata);
    if ([page, basename(stateFile(config.metadata))].some((other) => onDisk(other) === onDisk(name))) {
      throw usage(`${name} is what refresh writes about a document`, 'give the document another name in "metadata"');
    }
    return { config: { ...config, source }, metadata, page, download };
  });
}

/** With `--api`, those of several documents that are of this version already; else all. */
function documentsFor({ api }: RefreshFlags, documents: readonly DocumentConfig[]): readonly DocumentConfig[] {
  if (api === undefined || documents.length === 1) return documents;
  const wanted = api.toLowerCase();
  const found = documents.filter(({ source }) => source !== undefined && apiVersion(source)?.toLowerCase() === wanted);
  if (found.length > 0) return found;
  throw usage(`--api ${api}: no output of the config is from this version`, "choose the output with --only NAME");
}

function fullDocument({ metadata, api }: RefreshFlags, config: DocumentConfig, cwd: string): string {
  if (metadata !== undefined && api !== undefined) throw usage("--metadata and --api exclude each other");
  if (metadata !== undefined) return locate(cwd, metadata);
  if (config.source === undefined) {
    throw usage(
      `the config does not say where to download ${basename(config.metadata)} from`,
      'give --metadata FILE|URL, or add "source" to the config',
    );
  }
  return api === undefined ? config.source : withApiVersion(config.source, api);
}

/** One page for each document: with a name of its own where a folder has several. */
function pageOf({ metadata }: DocumentConfig, every: readonly DocumentConfig[]): string {
  const neighbours = every.filter((other) => dirname(other.metadata) === dirname(metadata));
  return neighbours.length > 1 ? `${documentName(metadata)}.SOURCE.md` : "SOURCE.md";
}
