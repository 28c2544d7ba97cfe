import type { Config } from "../config/types.ts";
import { BindgenError } from "../errors.ts";
import { compareCodeUnits } from "../sort.ts";
import { kebab, toIdentifier, unreserved } from "./identifiers.ts";

export interface NamespacePlan {
  readonly namespace: string;
  /** Folder under `src/`. */
  readonly folder: string;
  /** Name under which the package exports it; undefined for the main namespace, whose names stand by themselves. */
  readonly exportName: string | undefined;
}

/** Names that `src/` or a file system has taken. */
const takenFolders =
  /^(runtime|types|validators|factories|operations|registry|source|wire|index|tags|tagged|con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * A folder and an export name for each namespace, from as few of its last segments as tell it from the others.
 * @throws BindgenError `unsupported` where the configuration gives two namespaces one folder.
 */
export function planNamespaces(
  namespaces: readonly string[],
  config: Pick<Config, "modules" | "mainNamespace">,
): Map<string, NamespacePlan> {
  const main = mainNamespace(namespaces, config.mainNamespace);
  const plans = new Map<string, NamespacePlan>();
  const owners = new Map<string, string>();
  for (const namespace of [...namespaces].sort(compareCodeUnits)) {
    const words = config.modules.get(namespace) ?? shortestTail(namespace, namespaces, config.modules);
    const plain = kebab(words) || "namespace";
    const folder = takenFolders.test(plain) ? `${plain}-namespace` : plain;
    const owner = owners.get(folder);
    if (owner !== undefined) {
      throw new BindgenError("unsupported", {
        message: `the namespaces ${owner} and ${namespace} would both become the folder ${folder}`,
        hint: `name one in the configuration: "modules": { "${namespace}": "…" }`,
      });
    }
    owners.set(folder, namespace);
    const exportName = namespace === main ? undefined : unreserved(exportNameOf(folder));
    plans.set(namespace, { namespace, folder, exportName });
  }
  return plans;
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
    if (!others.some((other) => kebab(other.slice(-length).join(".")) === tail)) return tail;
  }
  return namespace;
}
