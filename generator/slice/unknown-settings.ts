import type { Config } from "../config/types.ts";
import { BindgenError, type Problem } from "../errors.ts";
import type { Model } from "../model/types.ts";
import { likely } from "./likely.ts";

/**
 * What the configuration says of things that the metadata does not have: nothing comes of it, and mostly it is misspelt.
 * @throws BindgenError `usage` for a main namespace that there is none of: every export would have another name.
 */
export function unknownSettings(
  { derived, mainNamespace, modules, names }: Pick<Config, "derived" | "mainNamespace" | "modules" | "names">,
  model: Model,
): Problem[] {
  const things = [...model.types.values(), ...model.operations.values()];
  const namespaces = new Set(things.map(({ namespace }) => namespace));
  if (mainNamespace !== undefined && !namespaces.has(mainNamespace)) {
    throw new BindgenError("usage", unknown(["mainNamespace"], "namespace", mainNamespace, namespaces));
  }
  const types = new Set(model.types.keys());
  const named = new Set([...types, ...model.operations.keys()]);
  return [
    ...[...derived.keys()].flatMap((name) => missing("derived", "type", name, types)),
    ...[...modules.keys()].flatMap((name) => missing("modules", "namespace", name, namespaces)),
    ...[...names.keys()].flatMap((name) => missing("names", "type or operation", name, named)),
  ];
}

function missing(key: string, kind: string, name: string, known: ReadonlySet<string>): Problem[] {
  return known.has(name) ? [] : [unknown([key, name], kind, name, known)];
}

function unknown(setting: readonly string[], kind: string, name: string, known: ReadonlySet<string>): Problem {
  return { message: `there is no ${kind} called ${name}`, hint: likely(name, known), setting };
}
