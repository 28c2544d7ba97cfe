import { closureOf } from "./closure.ts";
import { type Court, courtOf } from "./court.ts";
import { loadPackages } from "./packages.ts";
import type { RandomDocument } from "./random-csdl.ts";
import { readFacts } from "./read-facts.ts";

/** A package made of a random document, and a judge that has read the document. */
export async function documentCourt(document: RandomDocument, label: string): Promise<Court> {
  const { emit } = await import("./emit.ts");
  const loaded = (await loadPackages(new Map([["random", emit(document)]]))).get("random");
  if (loaded === undefined) throw new Error("no package");
  const { roots, derived, ieee754Compatible, serviceRoot } = document;
  const facts = readFacts([document.text]);
  const notDerived = new Set(Object.keys(derived));
  const closure = closureOf(facts, { roots, notDerived });
  return courtOf(label, { facts, closure, notDerived, ieee754Compatible, serviceRoot }, loaded);
}
