import type { Config } from "../config/types.ts";
import { BindgenError, type Place } from "../errors.ts";
import { sortedBy } from "../sort.ts";
import { kebab, toIdentifier, unreserved } from "./identifiers.ts";

export interface NamespacePlan {
  readonly namespace: string;
  /** Folder under `src/`. */
  readonly folder: string;
  /** Name under which the package exports it; undefined for the main namespace, whose names stand by themselves. */
  readonly exportName: string | undefined;
  /** Where the first thing of it stands. */
  readonly at: Place;
}

/** Something that lies in a namespace. */
interface Placed {
  readonly namespace: string;
  readonly at: Place;
}

/** The namespace whose names stand by themselves, where there is one. */
export function mainOf(namespaces: ReadonlyMap<string, NamespacePlan>): NamespacePlan | undefined {
  return [...namespaces.values()].find(({ exportName }) => exportName === undefined);
}

/** Names that `src/`, a file system, or a tool that passes over folders has taken. */
const takenFolders = new RegExp(
  "^(runtime|types|validators|factories|operations|registry|source|wire|index|tags|tagged|dynamic-members|" +
    "con|prn|aux|nul|com\\d|lpt\\d|node-modules|dist)$",
);

/** Bytes; file systems take 255, and what is written in between has a longer name. */
const longestFolder = 200;

/**
 * A folder and an export name for each namespace that things lie in, from as few of its last segments as tell it from
 * the others.
 * @throws BindgenError `unsupported` where two namespaces would get one folder or one export name, or one too long a name.
 */
export function planNamespaces(
  things: Iterable<Placed>,
  config: Pick<Config, "modules" | "mainNamespace">,
): Map<string, NamespacePlan> {
  const first = new Map<string, Place>();
  for (const { namespace, at } of things) if (!first.has(namespace)) first.set(namespace, at);
  const namespaces = [...first.keys()];
  const main = mainNamespace(namespaces, config.mainNamespace);
  const plans = new Map<string, NamespacePlan>();
  const folders = new Map<string, string>();
  const exports = new Map<string, string>();
  for (const [namespace, at] of sortedBy(first, ([name]) => name)) {
    const own = { namespace, at };
    const words = config.modules.get(namespace) ?? shortestTail(namespace, namespaces, config.modules);
    const plain = kebab(words) || "namespace";
    const folder = takenFolders.test(plain) ? `${plain}-namespace` : plain;
    if (new TextEncoder().encode(folder).length > longestFolder) {
      throw unsupported(own, `the name of the namespace ${namespace} is too long for a folder`);
    }
    claim(folders, fileNameKey(folder), own, `the folder ${folder}`);
    const exportName = namespace === main ? undefined : unreserved(exportNameOf(folder));
    if (exportName !== undefined) claim(exports, exportName, own, `the export ${exportName}`);
    plans.set(namespace, { ...own, folder, exportName });
  }
  return plans;
}

function claim(owners: Map<string, string>, key: string, own: Placed, what: string): void {
  const owner = owners.get(key);
  if (owner !== undefined) {
    throw unsupported(own, `the namespaces ${owner} and ${own.namespace} would both become ${what}`);
  }
  owners.set(key, own.namespace);
}

function unsupported({ namespace, at }: Placed, message: string): BindgenError {
  return new BindgenError("unsupported", {
    place: at,
    message,
    hint: `name one in the configuration: "modules": { "${namespace}": "…" }`,
  });
}

/** Equal for names that some file system takes for one: in another case, composed otherwise, or compatible. */
function fileNameKey(name: string): string {
  return name.normalize("NFKC").toUpperCase().toLowerCase().normalize("NFKC");
}

function exportNameOf(folder: string): string {
  return toIdentifier(folder.replace(/-+(.)/gu, (_, letter: string) => letter.toUpperCase()));
}

/** The configured one, else the only one, else the one that all others lie in; else none. */
function mainNamespace(namespaces: readonly string[], configured: string | undefined): string | undefined {
  if (configured !== undefined) return configured;
  if (namespaces.length === 1) return namespaces[0];
  return namespaces.find((candidate) => namespaces.every((n) => n === candidate || n.startsWith(`${candidate}.`)));
}

function shortestTail(namespace: string, all: readonly string[], modules: Config["modules"]): string {
  const segments = namespace.split(".");
  const others = all.filter((other) => other !== namespace && !modules.has(other)).map((other) => other.split("."));
  for (let length = 1; length < segments.length; length += 1) {
    const tail = kebab(segments.slice(-length).join("."));
    if (!others.some((other) => fileNameKey(kebab(other.slice(-length).join("."))) === fileNameKey(tail))) return tail;
  }
  return namespace;
}
