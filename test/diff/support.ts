import type { Config } from "../../generator/config/types.ts";
import { configFromFlags } from "../../generator/config/flags.ts";
import { parseCsdl } from "../../generator/csdl/parse-csdl.ts";
import { compareSurfaces } from "../../generator/diff/compare-surfaces.ts";
import type { Change } from "../../generator/diff/types.ts";
import type { Surface } from "../../generator/plan/surface/types.ts";
import { surfaceOf } from "./cases.ts";

const plain = configFromFlags({ cwd: "/", metadata: "m.xml", out: "out", roots: "all", ieee754Compatible: false });

/** A document with one or several schemas; `Shop` where only the body is given. */
export function document(body: string, attributes = ""): string {
  const schemas = body.startsWith("<Schema") ? body : `<Schema Namespace="Shop" ${attributes}>${body}</Schema>`;
  const edm = 'xmlns="http://docs.oasis-open.org/odata/ns/edm"';
  return [
    '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>',
    schemas.replaceAll("<Schema ", `<Schema ${edm} `),
    "</edmx:DataServices></edmx:Edmx>",
  ].join("");
}

/** What users see of a document. */
export function surface(text: string, config: Partial<Config> = {}): Surface {
  return surfaceOf([parseCsdl({ file: "m.xml", bytes: new TextEncoder().encode(text) })], { ...plain, ...config });
}

export type Side = readonly [text: string, config?: Partial<Config>];

/** What differs between two documents. */
export function compared(base: Side, head: Side): readonly Change[] {
  return compareSurfaces(surface(...base), surface(...head)).changes;
}

/** Code, path and verdict of what differs. */
export function changes(base: Side, head: Side): string[] {
  return compared(base, head).map(({ code, path, verdict }) => `${code} ${path}: ${verdict}`);
}

/** A type with members, `name Type` or `name Type attributes`. */
export function complex(name: string, members: readonly string[], attributes = ""): string {
  return `<ComplexType Name="${name}" ${attributes}>${members.map(property).join("")}</ComplexType>`;
}

/** `name Type` or `name Type attributes`. */
export function property(text: string): string {
  const [name, type, ...attributes] = text.split(" ");
  return `<Property Name="${name}" Type="${type}" ${attributes.join(" ")}/>`;
}
