import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packagePath } from "../../generator/package-root.ts";
import { compareCodeUnits } from "../../generator/sort.ts";

/** Where the tables stand: a value in each line, with what it is to be of and what a validator has to say. */
export const tablesFolder = packagePath("spec", "primitives");

/** Tables whose numbers of 64 bits travel as strings. */
export const compatibleFolder = "ieee754-compatible";

export interface Row {
  /** The type as CSDL writes it, `Collection(…)` included. */
  readonly type: string;
  /** The facets as CSDL writes them. */
  readonly facets: string;
  /** `ok`, or the code of the only issue; `warning` before it where it is one, ` at` and a pointer where it lies within. */
  readonly want: string;
  /** What the row follows from: a rule or section of a standard, or `choice:` with a row of the README's table. */
  readonly section: string;
  readonly json: string;
  /** File and line. */
  readonly place: string;
}

/** The names of the tables in one folder, sorted. */
export function tableNames(folder: "." | typeof compatibleFolder): string[] {
  const files = readdirSync(join(tablesFolder, folder)).filter((file) => file.endsWith(".tsv"));
  return files.map((file) => join(folder, file)).sort(compareCodeUnits);
}

/** The rows of one table. Tabs separate the cells; in JSON texts they are always escaped. */
export function readTable(file: string): Row[] {
  const [head, ...lines] = readFileSync(join(tablesFolder, file), "utf8").trimEnd().split("\n");
  if (head !== "type\tfacets\twant\tsection\tjson") throw new Error(`${file}: another head`);
  return lines.map((line, index) => {
    const place = `${file}:${index + 2}`;
    const cells = line.split("\t");
    const [type = "", facets = "", want = "", section = "", json = ""] = cells;
    if (cells.length !== 5 || [type, want, section, json].includes("")) throw new Error(`${place}: a cell is missing`);
    return { type, facets, want, section, json, place };
  });
}
