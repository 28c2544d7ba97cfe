import type { CsdlDocument, Schema } from "../csdl/types.ts";
import { BindgenError } from "../errors.ts";
import type { Slice } from "../slice/types.ts";
import { splitName } from "../split-name.ts";

/** Whether documents declare anything by the simple name of a root; everything is about everything. */
export function isAbout(documents: readonly CsdlDocument[], roots: readonly string[] | "all"): boolean {
  if (roots === "all") return true;
  const declared = new Set(documents.flatMap(({ schemas }) => schemas.flatMap(namesIn)));
  return roots.some((root) => declared.has(splitName(root.replace(/\(.*/s, ""))[1]));
}

function namesIn(schema: Schema): string[] {
  const { entityTypes, complexTypes, enumTypes, typeDefinitions, actions, functions, entityContainers } = schema;
  const named = [entityTypes, complexTypes, enumTypes, typeDefinitions, actions, functions].flat();
  return [...named, ...entityContainers.flatMap(({ children }) => children)].map(({ name }) => name);
}

/**
 * A root may come or go between two documents; one that is in neither is a mistake.
 * @throws BindgenError `usage` naming each
 */
export function requireRoots(before: Slice, after: Slice): void {
  const missing = before.missing.filter((name) => after.missing.includes(name));
  if (missing.length === 0) return;
  throw new BindgenError(
    "usage",
    missing.map((name) => ({
      message: `there is no type, operation or container child called ${name}, before or after`,
      hint: "take it out of the roots, or compare everything with --all",
    })),
  );
}
