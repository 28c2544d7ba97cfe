import type { KeywordDefinition } from "ajv";
import * as lexical from "./lexical.ts";

type Leaf = (value: never, facet: never) => boolean;

function leaf(keyword: string, type: "string" | "number" | "array", holds: Leaf): KeywordDefinition {
  const judge = holds as (value: unknown, facet: unknown) => boolean;
  return { keyword, type, validate: (facet: unknown, value: unknown) => judge(value, facet), errors: false };
}

/** A facet stands where there is one; else `true`. */
function facetted(keyword: string, holds: (text: string, facet?: number) => boolean): KeywordDefinition {
  return leaf(keyword, "string", (text: string, facet: number | true) =>
    facet === true ? holds(text) : holds(text, facet),
  );
}

interface DecimalFacets {
  readonly precision: number | undefined;
  readonly scale: number | "variable" | "floating" | undefined;
}

/** The keywords of our own that judge strings, numbers and rings of positions. */
export const leaves: readonly KeywordDefinition[] = [
  facetted("edmGuid", (text) => lexical.isGuid(text)),
  facetted("edmBinary", lexical.isBinary),
  facetted("edmDate", (text) => lexical.isDate(text)),
  facetted("edmDateTimeOffset", lexical.isDateTimeOffset),
  facetted("edmTimeOfDay", lexical.isTimeOfDay),
  facetted("edmDuration", lexical.isDuration),
  facetted("edmInt64", (text) => lexical.isInt64Text(text)),
  {
    keyword: "edmDecimal",
    type: ["string", "number"],
    validate: ({ precision, scale }: DecimalFacets, value: string | number) =>
      lexical.isDecimalText(String(value)) && lexical.keepsFacets(String(value), precision, scale),
    errors: false,
  },
  leaf("flags", "string", (text: string, members: readonly string[]) => {
    const parts = text.split(",");
    return parts.every((part) => members.includes(part)) && new Set(parts).size === parts.length;
  }),
  leaf("closed", "array", (ring: readonly unknown[]) => JSON.stringify(ring[0]) === JSON.stringify(ring.at(-1))),
];
