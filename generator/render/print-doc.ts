import { isList, type Doc, type Group, type Line } from "./doc.ts";

/** The columns of a line, here and where prettier lays out. */
export const width = 120;

/** Columns of a step to the right. */
const step = 2;

/** How a part is printed: how far to the right its lines begin, and whether they end. */
interface Place {
  readonly column: number;
  readonly broken: boolean;
}

/** What follows a part up to the end of the text. */
interface Rest {
  readonly parts: readonly Doc[];
  readonly from: number;
  readonly broken: boolean;
  readonly next: Rest | undefined;
}

interface Page {
  /** The lines that have ended. */
  readonly lines: string[];
  /** The one that has not, and what was written last. */
  line: string;
  last: string;
  /** Groups that were broken. */
  readonly broken: Set<Group>;
}

/**
 * Lays a document out in lines of at most 120 columns, a column for each character. Strings may hold line ends of their
 * own where nothing around them is a group.
 */
export function printDoc(doc: Doc): string {
  const page: Page = { lines: [], line: "", last: "", broken: new Set() };
  print(page, doc, { column: 0, broken: true }, undefined);
  // In one go: a text that is put together piece by piece keeps all its pieces until somebody reads it.
  return [...page.lines, page.line].join("\n");
}

function print(page: Page, doc: Doc, place: Place, rest: Rest | undefined): void {
  if (typeof doc === "string") return write(page, doc);
  if (isList(doc)) {
    for (let index = 0; index < doc.length; index += 1) {
      const part = doc[index] ?? "";
      if (typeof part === "string") write(page, part);
      else if (!isList(part) && part.kind === "line") printLine(page, part, place);
      else print(page, part, place, { parts: doc, from: index + 1, broken: place.broken, next: rest });
    }
    return;
  }
  switch (doc.kind) {
    case "line":
      return printLine(page, doc, place);
    case "indent":
      return print(page, doc.contents, right(place), rest);
    case "indentIfBroken":
      return print(page, doc.contents, page.broken.has(doc.group) ? right(place) : place, rest);
    case "ifBroken":
      return print(page, place.broken ? doc.broken : doc.flat, place, rest);
    case "group": {
      const broken = doc.broken || (place.broken && !fits(page, doc.contents, rest));
      if (broken) page.broken.add(doc);
      return print(page, doc.contents, { column: place.column, broken }, rest);
    }
    case "choice": {
      const form = place.broken ? doc.forms.find((one) => fits(page, one, rest)) : doc.forms[0];
      return print(page, form ?? doc.broken, { column: place.column, broken: form === undefined }, rest);
    }
  }
}

function right({ column, broken }: Place): Place {
  return { column: column + step, broken };
}

function write(page: Page, text: string): void {
  if (text === "") return;
  page.line += text;
  page.last = text;
}

function printLine(page: Page, { flat, hard }: Line, { column, broken }: Place): void {
  if (!hard && !broken) return write(page, flat);
  // Looking at the end of a line that is put together from many pieces costs more than remembering the last one.
  const line = page.last.endsWith(" ") ? page.line.trimEnd() : page.line;
  page.lines.push(line);
  page.line = page.last = indentation(column);
}

const indentations: string[] = [];

function indentation(column: number): string {
  return (indentations[column] ??= " ".repeat(column));
}

/** Whether a part on one line, with what follows it up to the next possible line end, is within the width. */
function fits(page: Page, doc: Doc, rest: Rest | undefined): boolean {
  let left = measure(doc, false, width - page.line.length);
  if (left === lineEnd) return true;
  for (let at = rest; at !== undefined && left >= 0; at = at.next) {
    for (let index = at.from; index < at.parts.length && left >= 0; index += 1) {
      left = measure(at.parts[index] ?? "", at.broken, left);
      if (left === lineEnd) return true;
    }
  }
  return left >= 0;
}

/** What `measure` returns when the line may end. */
const lineEnd = Infinity;

/** The columns that are left behind a part; negative where it has no room. */
function measure(doc: Doc, broken: boolean, columns: number): number {
  if (typeof doc === "string") return columns - doc.length;
  if (isList(doc)) {
    let left = columns;
    for (const part of doc) {
      left = measure(part, broken, left);
      if (left < 0 || left === lineEnd) return left;
    }
    return left;
  }
  switch (doc.kind) {
    case "line":
      return doc.hard || broken ? lineEnd : columns - doc.flat.length;
    case "indent":
    case "indentIfBroken":
      return measure(doc.contents, broken, columns);
    case "ifBroken":
      return measure(broken ? doc.broken : doc.flat, broken, columns);
    case "group":
      return measure(doc.contents, doc.broken || broken, columns);
    case "choice":
      return measure(broken ? doc.broken : doc.forms[0], broken, columns);
  }
}
