import type { Model } from "../model/types.ts";
import { pathsInto } from "./paths.ts";
import type { Slice } from "../slice/types.ts";
import type { InspectedChild, InspectedCount, InspectedItem, Inspection } from "./types.ts";

/** What is in a slice, why, and what the overlay adds to it. */
export function inspectSlice(slice: Slice): Inspection {
  const { model } = slice;
  const [kinds, pathTo] = [kindsOf(model), pathsInto(slice)];
  const names = [...slice.types.keys(), ...slice.operations.keys()];
  const items = names.map((name): InspectedItem => ({ name, kind: kinds(name), path: pathTo(name) }));
  return {
    counts: countsOf(items),
    items,
    children: childrenOf(slice),
    overlay: model.overlay.map(({ target, kind, term, evidence, state }) => {
      return { element: target, kind, term, evidence, state, needed: state === "adds" || state === "overrides" };
    }),
  };
}

const childWords = {
  EntitySet: "entity set",
  Singleton: "singleton",
  ActionImport: "action import",
  FunctionImport: "function import",
} as const;

function childrenOf({ model, types, operations }: Slice): InspectedChild[] {
  const named = new Set([...operations.keys()].map((key) => model.operations.get(key)?.name));
  const present = [...model.children.values()].filter(({ type }) => types.has(type) || named.has(type));
  return present.map(({ name, kind, type }) => ({ name, kind: childWords[kind], type }));
}

const kindWords = {
  entity: "entity type",
  complex: "complex type",
  enum: "enumeration",
  typeDefinition: "type definition",
  action: "action",
  function: "function",
} as const;

function kindsOf(model: Model): (name: string) => string {
  return (name) => {
    const kind = model.types.get(name)?.kind ?? model.operations.get(name)?.kind;
    return kind === undefined ? "" : kindWords[kind];
  };
}

function countsOf(items: readonly InspectedItem[]): InspectedCount[] {
  return Object.values(kindWords).map((word) => ({
    of: `${word}s`,
    count: items.filter(({ kind }) => kind === word).length,
  }));
}
