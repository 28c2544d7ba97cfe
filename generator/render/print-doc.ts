import { contentsOf, isList, width, type Doc, type Group, type Line } from "./doc.ts";

/** Columns of a step to the right. */
const step = 2;

/** What follows a part up to the end of the text. */
interface Rest {
  readonly parts: readonly Doc[];
  /** Moves on while the parts are printed. */
  from: number;
  readonly broken: boolean;
  readonly next: Rest | undefined;
}

interface Page {
  /** What was written, put together. */
  readonly chunks: string[];
  /** What was written since, piece by piece. */
  readonly pieces: string[];
  /** The columns of the line that has not ended. */
  column: number;
  /** Groups that were broken. */
  readonly broken: Set<Group>;
  rest: Rest | undefined;
}

/**
 * Lays a document out in lines of at most 120 columns, a column for each character. Strings may hold line ends of their
 * own where nothing around them is a group.
 */
export function printDoc(doc: Doc): string {
  return printSections([doc]);
}

/**
 * Documents below each other, with an empty line between those that hold something. One at a time is asked for: the
 * documents of a file take many times the memory of its text.
 */
export function printSections(sections: Iterable<Doc>): string {
  const page: Page = { chunks: [], pieces: [], column: 0, broken: new Set(), rest: undefined };
  let separator = "";
  for (const section of sections) {
    const before = page.pieces.push(separator);
    print(page, section, 0, true);
    if (page.pieces.length === before) page.pieces.pop();
    else separator = "\n\n";
    page.column = 0;
    page.broken.clear();
    if (page.pieces.length > many) putTogether(page);
  }
  putTogether(page);
  return page.chunks.join("");
}

/** Pieces that are kept for long are copied several times by the collector; what is put together of so many is not. */
const many = 8192;

function putTogether({ chunks, pieces }: Page): void {
  chunks.push(pieces.join(""));
  pieces.length = 0;
}

/** Prints a part whose lines begin at a column; they end where it is broken. */
function print(page: Page, doc: Doc, column: number, broken: boolean): void {
  if (typeof doc === "string") return write(page, doc);
  if (isList(doc)) return printList(page, doc, column, broken);
  switch (doc.kind) {
    case "line":
      return printLine(page, doc, column, broken);
    case "indent":
      return print(page, doc.contents, column + step, broken);
    case "indentIfBroken":
      return print(page, doc.contents, page.broken.has(doc.group) ? column + step : column, broken);
    case "ifBroken":
      return print(page, broken ? doc.broken : doc.flat, column, broken);
    case "group": {
      if (doc.flat !== undefined && (!broken || fits(page, doc.flat))) return write(page, doc.flat);
      const contents = contentsOf(doc);
      const breaks = doc.broken || (broken && (doc.flat !== undefined || !fits(page, contents)));
      if (breaks) page.broken.add(doc);
      return print(page, contents, column, breaks);
    }
    case "choice": {
      const form = broken ? doc.forms.find((one) => fits(page, one)) : doc.forms[0];
      return print(page, form ?? doc.broken, column, form === undefined);
    }
  }
}

function printList(page: Page, parts: readonly Doc[], column: number, broken: boolean): void {
  const rest: Rest = { parts, from: 0, broken, next: page.rest };
  page.rest = rest;
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index] ?? "";
    rest.from = index + 1;
    if (typeof part === "string") write(page, part);
    else print(page, part, column, broken);
  }
  page.rest = rest.next;
}

function write(page: Page, text: string): void {
  if (text === "") return;
  page.pieces.push(text);
  page.column += text.length;
}

function printLine(page: Page, { flat, hard }: Line, column: number, broken: boolean): void {
  if (!hard && !broken) return write(page, flat);
  trimEnd(page.pieces);
  page.pieces.push(indentation(column));
  page.column = column;
}

/** No line ends with spaces, however many pieces they are. */
function trimEnd(pieces: string[]): void {
  for (let last = pieces.at(-1); last?.endsWith(" ") === true; last = pieces.at(-1)) {
    let end = last.length;
    while (/[ \t]/.test(last.charAt(end - 1))) end -= 1;
    pieces.pop();
    if (end > 0) pieces.push(last.slice(0, end));
  }
}

const indentations: string[] = [];

/** The end of a line, and what the next begins with. */
function indentation(column: number): string {
  return (indentations[column] ??= `\n${" ".repeat(column)}`);
}

/** Whether a part on one line, with what follows it up to the next possible line end, is within the width. */
function fits(page: Page, doc: Doc): boolean {
  let left = measure(doc, false, width - page.column);
  if (left === lineEnd) return true;
  for (let at = page.rest; at !== undefined && left >= 0; at = at.next) {
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
    for (let index = 0; index < doc.length; index += 1) {
      left = measure(doc[index] ?? "", broken, left);
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
      if (doc.flat !== undefined && !broken) return columns - doc.flat.length;
      return measure(contentsOf(doc), doc.broken || broken, columns);
    case "choice":
      return measure(broken ? doc.broken : doc.forms[0], broken, columns);
  }
}
