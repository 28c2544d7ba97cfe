import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Config } from "../config/types.ts";
import { isRecord } from "../json.ts";
import { packagePath } from "../package-root.ts";
import type { Source } from "../source/types.ts";

/** Everything that decides what a package holds and what is told while it is made. */
export interface Deciding {
  /** `toolHash`, and what runs the tool. */
  readonly tool: readonly string[];
  readonly config: Config;
  /** Whether the overlay is applied. */
  readonly overlay: boolean;
  /** The documents, in their order. */
  readonly sources: readonly Source[];
}

/** One hash over everything that decides the output: same key, same package, same warnings. */
export function cacheKey({ tool, config, overlay, sources }: Deciding): string {
  const documents = sources.map(({ file, bytes }) => [file, createHash("sha256").update(bytes).digest("hex")]);
  const plain = (_: string, value: unknown): unknown => (value instanceof Map ? [...value] : value);
  return createHash("sha256")
    .update(JSON.stringify([tool, config, overlay, documents], plain))
    .digest("hex");
}

/**
 * A hash over the tool itself: its bundle, its templates, the libraries that it finds beside itself. Undefined where it
 * does not run from its bundle: what it consists of then is not known.
 */
export function toolHash(folder = dirname(fileURLToPath(import.meta.url))): string | undefined {
  if (basename(folder) !== "dist") return undefined;
  const templates = packagePath("templates");
  const hash = createHash("sha256");
  const files = [
    packagePath("package.json"),
    ...filesIn(folder).filter((path) => path.endsWith(".js")),
    ...filesIn(templates),
    ...filesIn(join(templates, "runtime")),
    ...libraries(packagePath("package.json")),
  ];
  for (const path of files) {
    const content = readFileSync(path);
    hash.update(`${basename(path)} ${content.length}\n`).update(content);
  }
  return hash.digest("hex");
}

function filesIn(folder: string): string[] {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map(({ name }) => join(folder, name)).sort();
}

/** Where the versions of the libraries stand that are loaded and not bundled. */
function libraries(manifest: string): string[] {
  const content: unknown = JSON.parse(readFileSync(manifest, "utf8"));
  const names = isRecord(content) && isRecord(content["dependencies"]) ? Object.keys(content["dependencies"]) : [];
  const folders = createRequire(manifest).resolve.paths("x") ?? [];
  return names.flatMap((name) => {
    const places = folders.map((folder) => join(folder, name, "package.json"));
    return places.find((place) => existsSync(place)) ?? [];
  });
}
