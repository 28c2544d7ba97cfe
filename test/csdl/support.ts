import { BindgenError, type Problem } from "../../generator/errors.ts";
import { parseCsdl } from "../../generator/csdl/parse-csdl.ts";
import type { CsdlDocument } from "../../generator/csdl/types.ts";
import type { Source } from "../../generator/source/types.ts";

/** A source with the name `t.xml`. */
export function source(content: string | Uint8Array): Source {
  return { file: "t.xml", bytes: typeof content === "string" ? new TextEncoder().encode(content) : content };
}

export function parse(text: string): CsdlDocument {
  return parseCsdl(source(text));
}

/** `line:column message` of each problem that an action ends with; fails where it does not end with an input error. */
export function problemsOf(action: () => unknown): readonly string[] {
  try {
    action();
  } catch (error) {
    if (error instanceof BindgenError && error.kind === "input") return error.problems.map(short);
    throw error;
  }
  throw new Error("expected an input error, and there was none");
}

export function short({ place, message }: Problem): string {
  return `${place?.line}:${place?.column} ${message}`;
}

/** A document around a schema's content, which begins on line 2, column 1. */
export function schema(content: string): string {
  const head =
    '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>' +
    '<Schema Namespace="n" xmlns="http://docs.oasis-open.org/odata/ns/edm">';
  return `${head}\n${content}\n</Schema></edmx:DataServices></edmx:Edmx>`;
}
