import { readFileSync } from "node:fs";
import type { Config } from "../../generator/config/types.ts";
import { readDocument } from "../../generator/csdl/read/read-document.ts";
import type { CsdlDocument } from "../../generator/csdl/types.ts";
import { readXml, type XmlDocument } from "../../generator/csdl/xml/read-xml.ts";
import { buildModel } from "../../generator/model/build-model.ts";
import { packagePath } from "../../generator/package-root.ts";
import { planPackage } from "../../generator/plan/plan-package.ts";
import { renderPackage } from "../../generator/render/render-package.ts";
import { sliceModel } from "../../generator/slice/slice-model.ts";
import { keptOf } from "../../generator/spec/kept.ts";
import { canonicalSlice, sourceHash } from "../../generator/spec/spec-files.ts";
import { moveAnnotations, shuffleTree } from "./shuffle.ts";
import { randomOf } from "./random.ts";
import { elementOf, wholeOf, type WholeElement } from "./whole-tree.ts";

/** A document that can be rearranged. */
interface Tree extends Omit<XmlDocument, "root"> {
  readonly root: WholeElement;
}

export function readTree(file: string): Tree {
  const document = readXml({ file, bytes: readFileSync(file) });
  return { ...document, root: wholeOf(document.root) };
}

/** The document as it is, or in another order by a seed. */
export function documentOf(tree: Tree, seed?: number): CsdlDocument {
  const root = seed === undefined ? tree.root : shuffleTree(tree.root, randomOf(seed));
  return readDocument({ ...tree, root: elementOf(root) }).document;
}

/** In another order, and annotations moved in and out of the elements that they target. */
export function rearranged(tree: Tree, seed: number): CsdlDocument {
  return documentOf({ ...tree, root: moveAnnotations(tree.root, randomOf(seed)) }, seed);
}

/** Every file of the package and the canonical text of the slice, by path; what `run.ts` does, without the reading. */
export function generate(
  config: Config,
  metadata: readonly CsdlDocument[],
  overlay: readonly CsdlDocument[] = [],
): ReadonlyMap<string, string> {
  const slice = sliceModel(buildModel({ metadata, overlay, docs: config.docs }), config);
  const canonical = canonicalSlice(metadata, keptOf(slice), config.docs);
  const plan = planPackage(slice, config, sourceHash(canonical, overlay));
  const options = { templates: packagePath("templates"), origin: "o", version: "v" };
  const files = renderPackage(plan, options).map(({ path, text }) => [path, text] as const);
  return new Map([["canonical", canonical], ...files]);
}

/** Paths of what two packages do not have alike. */
export function differing(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): readonly string[] {
  const paths = new Set([...one.keys(), ...other.keys()]);
  return [...paths].filter((path) => one.get(path) !== other.get(path));
}
