import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packagePath } from "../../../generator/package-root.ts";
import type { Random } from "../../determinism/random.ts";

/** Real documents, and a way to cut new ones out of large ones. */
export interface Documents {
  readonly whole: readonly string[];
  readonly large: readonly string[];
  /** Whether all of Graph is at hand. */
  readonly graph: boolean;
}

/** The documents of the repository, and all of Graph where it is at hand. */
export function realDocuments(): Documents {
  const cases = packagePath("spec", "cases");
  const small = readdirSync(cases).filter((name) => name.endsWith(".csdl.xml"));
  const vocabulary = packagePath("spec", "vocabulary");
  const overlay = packagePath("spec", "graph", "overlay.csdl.xml");
  const metadata = packagePath("..", "shared", "metadata");
  const graph = existsSync(metadata) ? readdirSync(metadata).filter((name) => name.endsWith(".csdl")) : [];
  return {
    whole: [
      ...small.map((name) => join(cases, name)),
      ...readdirSync(vocabulary).map((name) => join(vocabulary, name)),
    ].map(read),
    large: [packagePath("spec", "graph", "v1.0.csdl.xml"), overlay, ...graph.map((name) => join(metadata, name))].map(
      read,
    ),
    graph: graph.length > 0,
  };
}

function read(path: string): string {
  return readFileSync(path, "utf8");
}

/** One of the small documents, or some elements of a large one in the frame of a document. */
export function pickDocument({ whole, large }: Documents, random: Random): string {
  if (random() < 0.4) return whole[Math.floor(random() * whole.length)] ?? "";
  const text = large[Math.floor(random() * large.length)] ?? "";
  // Enough for the reader to take it in pieces, now and then.
  const size = random() < 0.01 ? 60_000 : 200 + Math.floor(random() * 2000);
  const begin = text.indexOf("\n      <", Math.floor(random() * text.length));
  const end = text.indexOf("\n      <", begin + size);
  if (begin === -1 || end === -1) return text.length < 20_000 ? text : (whole[0] ?? "");
  const head =
    '<?xml version="1.0" encoding="utf-8"?>\n<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">';
  const schema = '<Schema Namespace="microsoft.graph" Alias="graph" xmlns="http://docs.oasis-open.org/odata/ns/edm">';
  const part = wholeElements(text.slice(begin, end));
  return `${head}\n  <edmx:DataServices>\n    ${schema}${part}\n    </Schema>\n  </edmx:DataServices>\n</edmx:Edmx>\n`;
}

/** Without the lines of elements that begin before the part or end behind it. */
function wholeElements(part: string): string {
  const lines = part.split("\n");
  const first = lines.findIndex((line) => /^ {6}<\w/.test(line));
  const last = lines.findLastIndex((line) => /^ {6}<(?:\/|\w.*\/>|\w.*<\/)/.test(line));
  return `\n${lines.slice(Math.max(0, first), last + 1).join("\n")}`;
}
