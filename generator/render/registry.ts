import type { RegistryEntry, RegistryModule } from "../plan/types.ts";
import type { Doc } from "./doc.ts";
import { assign, block, broken, memberName, object, property } from "./layouts.ts";
import { comment, importStatements, lines, runtimeName } from "./statements.ts";

/** The table of validators by qualified name or operation key, and its type. */
export function registrySections(module: RegistryModule): Doc[] {
  const { entries, ieee754Compatible, runtime } = module;
  const entryType = runtimeName(runtime, "RegistryEntry");
  const meaning =
    "What {@link registry} holds; written out, because compilers do not infer declarations of any length.";
  const types = entries.map((entry) => typeOf(entry, entryType));
  const constant = assign("export const registry: Registry", " =", broken("{", entries.map(valueOf), "}"));
  const collection = ieee754Compatible ? "validateCollectionIeee754 as validateCollection" : "validateCollection";
  return [
    lines(importStatements(module)),
    [comment(meaning), block("export interface Registry", types)],
    [comment("Validators by qualified name or operation key, and presence."), constant, ";"],
    `export { ${collection} } from "./runtime/collection.js";`,
  ];
}

function typeOf({ key, presences }: RegistryEntry, entryType: string): Doc {
  const members = presences.map(({ presence, type }) => `readonly ${presence}: ${entryType}<${type}>;`);
  return [block(`readonly ${memberName(key)}:`, members), ";"];
}

function valueOf({ key, presences }: RegistryEntry): Doc {
  const members = presences.map(({ presence, is, validate, schema }) =>
    property(presence, object([property("is", is), property("validate", validate), property("schema", schema)])),
  );
  return property(key, broken("{", members, "}"));
}
