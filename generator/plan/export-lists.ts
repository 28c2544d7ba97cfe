import type { BarrelModule, ExportedName } from "./types.ts";

/** Names that come from one file. */
export type ExportList = BarrelModule["exports"][number];

/** What a package exports of a namespace, by kind; each kind is a subpath. */
export const surfaces = ["types", "validators", "factories", "operations"] as const;

export type Surface = (typeof surfaces)[number];

/** A file that exports what others do. */
export function barrel(
  path: string,
  title: string,
  parts: Partial<Pick<BarrelModule, "exports" | "stars" | "namespaces">>,
): BarrelModule {
  return { kind: "barrel", path, imports: [], title, exports: [], stars: [], namespaces: [], ...parts };
}

/** A name in an export list. */
export function exported(name: string, typeOnly: boolean, as?: string): ExportedName {
  return { name, typeOnly, as: as === name ? undefined : as };
}

/** The built-in types, as a namespace of types. */
export const edmNamespace = { name: "Edm", from: "./runtime/edm.js", typeOnly: true };
