import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseCsdl } from "../../generator/csdl/parse-csdl.ts";
import { printCsdl } from "../../generator/csdl/print-csdl.ts";
import type { CsdlDocument } from "../../generator/csdl/types.ts";

const file = new URL("../../../shared/metadata/graph-v1.0-2026-08-03.csdl", import.meta.url);
const present = existsSync(file);
if (!present) console.warn("skipped: the whole of Graph is not there to be read");

function count(document: CsdlDocument, of: (schema: CsdlDocument["schemas"][number]) => readonly unknown[]): number {
  return document.schemas.reduce((sum, schema) => sum + of(schema).length, 0);
}

describe.skipIf(!present)("the whole of Microsoft Graph", { timeout: 60_000 }, () => {
  const read = (): CsdlDocument => parseCsdl({ file: "graph", bytes: readFileSync(file) });

  it("is read, with all its types and operations", () => {
    const document = read();
    expect(document.schemas.length).toBe(11);
    expect(count(document, (schema) => schema.entityTypes)).toBe(1182);
    expect(count(document, (schema) => schema.complexTypes)).toBe(1779);
    expect(count(document, (schema) => schema.enumTypes)).toBe(861);
    expect(count(document, (schema) => schema.actions)).toBe(857);
    expect(count(document, (schema) => schema.functions)).toBe(326);
    expect(count(document, (schema) => schema.targeted)).toBe(4878);
    expect(document.warnings.map(({ place }) => place?.line)).toEqual([35129, 35221]);
  });

  it("prints to a form that reads to the same form", () => {
    const once = printCsdl(read());
    const twice = printCsdl(parseCsdl({ file: "again", bytes: Buffer.from(once) }));
    expect(twice === once).toBe(true);
  });
});
