import type { RegistryEntry, RegistryModule } from "../plan/types.ts";
import type { Doc } from "./doc.ts";
import { assign, block, broken, heritage, memberName, object, property } from "./layouts.ts";
import { comment, exportStatements, importStatements, lines, runtimeName, starStatements } from "./statements.ts";

/** The table of validators by qualified name or operation key, and its type. */
export function registrySections(module: RegistryModule): Doc[] {
  const { parts, entries, exports, stars, runtime } = module;
  const meaning =
    "What {@link registry} holds; written out, because compilers do not infer declarations of any length.";
  const head = ["export interface Registry", parts.length === 0 ? "" : heritage(parts.map(({ type }) => type))];
  const types = entries.map((entry) => typeOf(entry, runtimeName(runtime, "RegistryEntry")));
  const members = [...parts.map(({ value }) => `...${value}`), ...entries.map(valueOf)];
  const constant = assign("export const registry: Registry", " =", broken("{", members, "}"));
  return [
    lines(importStatements(module)),
    [comment(meaning), block(head, types)],
    [comment("Validators by qualified name or operation key, and presence."), constant, ";"],
    lines([...exportStatements(exports), ...starStatements(stars)]),
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
