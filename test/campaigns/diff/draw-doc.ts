import type { Random } from "../../determinism/random.ts";
import { chance, pick, type Doc } from "./documents.ts";
import { definitionNames, drawEnum, drawOperation, drawStructured, fillIn, freshName, withFacets } from "./draw.ts";

/** A document of a few types and operations. */
export function drawDoc(random: Random): Doc {
  const doc: Doc = {
    namespaces: [{ name: "S" }],
    structured: [],
    enums: [],
    definitions: [],
    operations: [],
    children: [],
  };
  if (chance(0.2, random)) doc.namespaces.push({ name: pick(["S.Sub", "R"], random) ?? "R", alias: "r" });
  const times = (most: number, act: () => void): void => {
    for (let count = Math.floor(random() * (most + 1)); count > 0; count -= 1) act();
  };
  times(2, () => doc.enums.push(drawEnum(doc, random)));
  times(2, () => {
    const type = `Edm.${pick(["String", "Decimal", "Int32", "Guid"], random) ?? "String"}`;
    const name = freshName(definitionNames, doc, random);
    doc.definitions.push({ name, ...withFacets({ type, collection: false }, random) });
  });
  times(5, () => doc.structured.push(drawStructured(doc, random)));
  doc.structured.push(drawStructured(doc, random));
  for (const type of doc.structured) fillIn(type, doc, random);
  times(3, () => doc.operations.push(drawOperation(doc, random)));
  const entity = pick(
    doc.structured.filter(({ kind }) => kind === "EntityType"),
    random,
  );
  if (entity !== undefined)
    doc.children.push({ kind: chance(0.5, random) ? "EntitySet" : "Singleton", name: "things", target: entity.name });
  return doc;
}
