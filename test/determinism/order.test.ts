import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { configureOne } from "../../generator/commands/configure.ts";
import { packagePath } from "../../generator/package-root.ts";
import { configOf } from "../plan/support.ts";
import { differing, documentOf, generate, readTree, rearranged } from "./pipeline.ts";
import { moveAnnotations, shuffleTree } from "./shuffle.ts";
import { randomOf, shuffled } from "./random.ts";
import type { WholeElement } from "./whole-tree.ts";

// SHUFFLE_SEED repeats a run.
const seed = Number(process.env["SHUFFLE_SEED"] ?? Date.now() % 2 ** 31);

const cases = [
  "action-overloads",
  "deprecated-revisions",
  "enum",
  "entity-container",
  "function-overloads",
  "inheritance-three-levels",
  "reserved-words",
  "resource-union",
  "target-annotations",
  "two-namespaces-same-name",
];

describe(`order in the document does not matter (SHUFFLE_SEED=${seed})`, () => {
  test.each(cases)("%s", (name) => {
    const tree = readTree(packagePath("spec", "cases", `${name}.csdl.xml`));
    const config = configOf();
    const wanted = generate(config, [documentOf(tree)]);
    for (const offset of [0, 1]) {
      expect(differing(generate(config, [rearranged(tree, seed + offset)]), wanted)).toEqual([]);
    }
  });

  test("the flagship, with its overlay and its roots", async () => {
    const config = await configureOne({}, packagePath());
    const [metadata, overlay] = [config.metadata, ...config.overlay].map(readTree);
    if (metadata === undefined || overlay === undefined) throw new Error("the flagship has metadata and an overlay");
    const roots = config.roots === "all" ? config.roots : shuffled(config.roots, randomOf(seed));
    const wanted = generate(config, [documentOf(metadata)], [documentOf(overlay)]);
    const got = generate({ ...config, roots }, [rearranged(metadata, seed)], [documentOf(overlay, seed + 1)]);
    // The package's README shows one of the first roots: there the maintainer's order counts.
    expect(differing(got, wanted).filter((path) => path !== "README.md")).toEqual([]);
  });
});

test("two runs of one document are the same", () => {
  const tree = readTree(packagePath("spec", "cases", "resource-union.csdl.xml"));
  const document = documentOf(tree);
  expect(differing(generate(configOf(), [document]), generate(configOf(), [document]))).toEqual([]);
});

describe("the shuffle itself", () => {
  const { root } = readTree(packagePath("spec", "cases", "target-annotations.csdl.xml"));
  const shape = ({ name, attributes, children }: WholeElement): string =>
    `${name}[${attributes.map(({ name: own, value }) => `${own}=${value}`).join()}](${children.map(shape).join()})`;

  test("changes the document, differently for different seeds, alike for the same", () => {
    const shapes = [1, 2, 1].map((number) => shape(shuffleTree(root, randomOf(number))));
    expect(new Set([shape(root), ...shapes]).size).toBe(3);
  });

  test("moves annotations in and out", () => {
    const inline = (element: WholeElement): number =>
      element.children.filter(({ name }) => name === "Annotation" && element.name !== "Annotations").length +
      element.children.reduce((sum, child) => sum + inline(child), 0);
    const [a = 0, b = 0] = [root, moveAnnotations(root, randomOf(1))].map(inline);
    expect(a).not.toBe(b);
    const revisions = readTree(packagePath("spec", "cases", "deprecated-revisions.csdl.xml"));
    expect(inline(moveAnnotations(revisions.root, randomOf(1)))).toBeLessThan(inline(revisions.root));
  });

  test("leaves what has an order", () => {
    const tree = readTree(join(packagePath("spec", "cases"), "entity-with-composite-key.csdl.xml"));
    const keys = (element: WholeElement): string[] =>
      element.name === "Key"
        ? element.children.map(({ attributes }) => attributes.find(({ name }) => name === "Name")?.value ?? "")
        : element.children.flatMap(keys);
    expect(keys(shuffleTree(tree.root, randomOf(seed)))).toEqual(keys(tree.root));
  });
});
