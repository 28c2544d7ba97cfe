import { largestOf } from "../count.ts";
import { fitsWidth } from "./exact.ts";
import { hardline } from "./doc.ts";
import { printDoc } from "./print-doc.ts";
import { listOf } from "./statements.ts";
import { literal } from "./literals.ts";

/** The import of the README's sample, as prettier breaks it. */
export function sampleImport(identifier: string, from: string): string {
  const names = [`is${identifier}`, identifier, `validate${identifier}`].map((name) => {
    return { name, as: undefined, typeOnly: name === identifier };
  });
  return printDoc(["import ", listOf(names), ` from ${literal(from)};`, hardline]).trimEnd();
}

/**
 * The README with the columns of its tables put below each other, and whether it is in prettier's form then: that is
 * left to it where a text has escapes, or letters that may have another width.
 */
export function alignedReadme(text: string): { readonly text: string; readonly canonical: boolean } {
  const aligned = text.replace(/(?:^\|.*\|\n)+/gm, alignedTable);
  const isPlain = !/[^\n -~…]|\\|\n\n\n| $|``/m.test(aligned.replace(/^```.*/gm, "code"));
  return { text: aligned, canonical: isPlain && sampleFits(aligned) };
}

function sampleFits(text: string): boolean {
  return fitsWidth(/```ts\n[^]*?```/.exec(text)?.[0] ?? "");
}

function alignedTable(table: string): string {
  const rows = table
    .trimEnd()
    .split("\n")
    .map((row) =>
      row
        .slice(1, -1)
        .split("|")
        .map((cell) => cell.trim()),
    );
  const widths = (rows[0] ?? []).map((_, column) => largestOf(rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) => {
    const cells = row.map((cell, column) => cell.padEnd(widths[column] ?? 0, cell === "---" ? "-" : " "));
    return `| ${cells.join(" | ")} |\n`;
  });
  return lines.join("");
}
