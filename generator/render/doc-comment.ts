import type { DocsPlan } from "../plan/types.ts";
import type { Deprecation } from "../model/types.ts";
import { commentCode, commentText } from "./literals.ts";

/** Width that doc comments are wrapped at. */
const width = 110;

/** The text of a doc comment, without its marks: description, facts, deprecation. Empty where there is nothing. */
export function docText({ description, facts, deprecated }: DocsPlan): string {
  const paragraphs = [
    description === undefined ? "" : wrap(commentText(description)),
    ...facts.map((fact) => wrap(commentCode(fact))),
  ];
  const text = paragraphs.filter((paragraph) => paragraph !== "").join("\n\n");
  if (deprecated === undefined) return text;
  return `${text}${text === "" ? "" : "\n\n"}${wrap(`@deprecated ${deprecationText(deprecated)}`)}`;
}

function deprecationText({ date, removalDate, version, reason }: Deprecation): string {
  const since = [date && `since ${oneLine(date)}`, version && `version ${oneLine(version)}`].filter(Boolean);
  const facts = [since.join(", "), removalDate && `to be removed on ${oneLine(removalDate)}`]
    .filter(Boolean)
    .join("; ");
  return [facts, reason && oneLine(reason)].filter(Boolean).join(". ");
}

function oneLine(text: string): string {
  return commentText(text).replace(/\n+/g, " ");
}

/** Breaks lines at spaces; a word that is longer stays whole. */
function wrap(text: string): string {
  if (text.length <= width && !/^ |\n/.test(text)) return text;
  return text.split("\n").map(wrapLine).join("\n");
}

function wrapLine(line: string): string {
  const lines: string[] = [];
  let current = "";
  for (const word of line.split(" ")) {
    if (current !== "" && current.length + 1 + word.length > width) {
      lines.push(current);
      current = word;
    } else {
      current = current === "" ? word : `${current} ${word}`;
    }
  }
  return [...lines, current].join("\n");
}
