import { readFileSync } from "node:fs";
import { packagePath } from "../../generator/package-root.ts";

/** A fenced block of a Markdown document. */
export interface Block {
  readonly document: string;
  readonly language: string;
  readonly text: string;
  /** Of the block's first line, from 1. */
  readonly line: number;
}

/** The text of a document of this repository. */
export function documentText(document: string): string {
  return readFileSync(packagePath(...document.split("/")), "utf8");
}

/** The fenced blocks of a document in one language. */
export function blocks(document: string, language: string): Block[] {
  const text = documentText(document);
  return [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)]
    .map((match) => ({
      document,
      language: match[1] ?? "",
      text: match[2] ?? "",
      line: text.slice(0, match.index).split("\n").length + 1,
    }))
    .filter((block) => block.language === language);
}

/** The rows of the table whose first heading is `heading`, each as its cells; code marks and emphasis are left out. */
export function table(document: string, heading: string): string[][] {
  const lines = documentText(document).split("\n");
  const start = lines.findIndex((line) => cells(line)[0] === heading);
  if (start === -1) throw new Error(`${document} has no table that begins with "${heading}"`);
  const end = lines.findIndex((line, index) => index > start && !line.startsWith("|"));
  return lines.slice(start + 2, end).map(cells);
}

function cells(line: string): string[] {
  if (!line.startsWith("|")) return [];
  return line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim().replaceAll(/`|\*\*/g, ""));
}
