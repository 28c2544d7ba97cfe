import type { Presence } from "../../templates/runtime/shape.ts";
import type { Docs } from "../model/types.ts";
import type { DocsPlan } from "./types.ts";

/** How a doc comment speaks of a presence. */
const presenceWords: { readonly [P in Presence]: string } = {
  received: "as received",
  create: "to be created",
  update: "as an update",
  declared: "whole, as the metadata declares it",
};

/** The doc comment of a type in one presence: its description and where it came from. */
export function typeDocs(name: string, docs: Docs, presence: Presence, part?: string): DocsPlan {
  const of = part === undefined ? "" : `, ${part}`;
  return { ...docs, facts: [`\`${name}\`, ${presenceWords[presence]}${of}.`] };
}

/** The doc comment of something that exists once. */
export function plainDocs(name: string, docs: Docs, facts: readonly string[] = []): DocsPlan {
  return { ...docs, facts: [`\`${name}\`.`, ...facts] };
}

/** A member's doc comment; undefined where there is nothing to say. */
export function memberDocs(docs: Docs, facts: readonly string[] = []): DocsPlan | undefined {
  const empty = docs.description === undefined && docs.deprecated === undefined && facts.length === 0;
  return empty ? undefined : { ...docs, facts };
}

export const noDocs: Docs = { description: undefined, deprecated: undefined };
