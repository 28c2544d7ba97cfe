import { isRecord } from "../json.ts";
import { sortedBy } from "../sort.ts";
import { sourcesOf, type OpenPackage } from "./open-package.ts";
import type { EntryPoint } from "./types.ts";

/** The conditions under which compilers look, best first. */
const conditions = ["types", "import", "node", "default", "require"] as const;

/** The entry points of a package, by subpath; none where there is no readable `package.json`. Never throws. */
export function entryPoints(opened: OpenPackage): readonly EntryPoint[] {
  const content = readJson(opened.files.get("package.json")?.text ?? "");
  if (!isRecord(content)) return [];
  const found = subpaths(content).flatMap(([subpath, value]): EntryPoint[] => {
    const target = targetOf(value);
    return target === undefined ? [] : [{ subpath, target, file: fileOf(opened, target) }];
  });
  return sortedBy(found, ({ subpath }) => subpath);
}

/** The name that the package gives itself. */
export function packageName(opened: OpenPackage): string | undefined {
  const content = readJson(opened.files.get("package.json")?.text ?? "");
  return isRecord(content) && typeof content["name"] === "string" ? content["name"] : undefined;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function subpaths(content: Record<string, unknown>): readonly (readonly [subpath: string, value: unknown])[] {
  const { exports } = content;
  if (exports === undefined) return [[".", content["types"] ?? content["typings"] ?? content["main"]]];
  const listed = isRecord(exports) ? Object.entries(exports) : [];
  // An object without subpaths holds the conditions of the one entry point.
  return listed.some(([key]) => key.startsWith(".")) ? listed : [[".", exports]];
}

/** What TypeScript would load, of conditions within conditions and lists of alternatives. */
function targetOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(targetOf).find((target) => target !== undefined);
  if (!isRecord(value)) return undefined;
  return conditions.map((condition) => targetOf(value[condition])).find((target) => target !== undefined);
}

/** Declarations where the package holds them, else the sources from which `tsc` makes them. */
function fileOf({ files }: OpenPackage, target: string): string | undefined {
  const path = target.replace(/^\.\//, "");
  const places = [path, path.replace(/^dist\//, "src/")];
  return places.flatMap((place) => sourcesOf(place)).find((file) => files.has(file));
}
