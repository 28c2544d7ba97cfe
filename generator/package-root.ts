import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { BindgenError } from "./errors.ts";
import { isRecord } from "./json.ts";

/** The tool's own `package.json`, as far as the tool needs it, and the folder it stands in. */
export interface ToolPackage {
  readonly root: string;
  readonly version: string;
}

let found: ToolPackage | undefined;

/**
 * The tool's own package. Looked for from this module upwards, because the same code runs from `generator/` (tests)
 * and from `dist/` (the bundle), which lie at different depths.
 */
export function toolPackage(): ToolPackage {
  found ??= findUpwards(dirname(fileURLToPath(import.meta.url)));
  return found;
}

/** A path inside the tool's own package: its templates, its schema, its default config. */
export function packagePath(...parts: readonly string[]): string {
  return join(toolPackage().root, ...parts);
}

/** Whether the tool runs in a checkout of its own, rather than as a dependency of another project. */
export function isCheckout(): boolean {
  return !toolPackage().root.split(/[\\/]/).includes("node_modules");
}

function findUpwards(folder: string): ToolPackage {
  const file = join(folder, "package.json");
  if (existsSync(file)) {
    const content: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (isRecord(content) && content["name"] === "odata-bindgen" && typeof content["version"] === "string") {
      return { root: folder, version: content["version"] };
    }
  }
  const parent = dirname(folder);
  if (parent === folder) throw new BindgenError("internal", { message: "the tool does not find its own package.json" });
  return findUpwards(parent);
}
