import { contentsOf, isList, width, type Choice, type Doc, type Group, type Line } from "./doc.ts";

/** Columns of a step to the right. */
const step = 2;

/** A list that is being printed: what is left of it follows the present part. There are millions, so they are used again. */
interface Open {
  parts: readonly Doc[];
  /** The first part that is left. */
  from: number;
  broken: boolean;
}

interface Page {
  /** What was written, put together. */
  readonly chunks: string[];
  /** What was written since, piece by piece; behind them there may be older ones. */
  readonly pieces: string[];
  /** How many pieces there are. */
  count: number;
  /** The columns of the line that has not ended. */
  column: number;
  /** Groups that were broken. */
  readonly broken: Set<Group>;
  /** Lists within each other, the innermost last; beyond `depth` there are none. */
  readonly open: Open[];
  depth: number;
}

/**
 * Lays a document out in lines of at most 120 columns, a column for each character. Strings may hold line ends of their
 * own where nothing around them is a group.
 */
export function printDoc(doc: Doc): string {
  return printSections([doc]);
}

/**
 * Documents below each other, with an empty line between those that hold something, and `end` behind the last. One at a
 * time is asked for: the documents of a file take many times the memory of its text.
 */
export function printSections(sections: Iterable<Doc>, end = ""): string {
  const page: Page = { chunks: [], pieces: [], count: 0, column: 0, broken: new Set(), open: [], depth: 0 };
  let separator = "";
  for (const section of sections) {
    add(page, separator);
    const before = page.count;
    print(page, section, 0, true);
    if (page.count === before) page.count -= 1;
    else separator = "\n\n";
    page.column = 0;
    page.broken.clear();
    if (page.count > many) putTogether(page);
  }
  add(page, end);
  putTogether(page);
  return page.chunks.join("");
}

/** Pieces that are kept for long are copied several times by the collector; what is put together of so many is not. */
const many = 8192;

function putTogether(page: Page): void {
  // The list stays as long as it is: one that grows anew each time takes three times the memory of what it holds.
  page.pieces.fill("", page.count);
  page.chunks.push(page.pieces.join(""));
  page.count = 0;
}

function add(page: Page, text: string): void {
  page.pieces[page.count] = text;
  page.count += 1;
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
    case "choice":
      return printChoice(page, doc, column, broken);
  }
}

// On its own: where a closure is made, each call keeps what it takes in memory.
function printChoice(page: Page, { forms, broken: otherwise }: Choice, column: number, broken: boolean): void {
  const form = broken ? forms.find((one) => fits(page, one)) : forms[0];
  print(page, form ?? otherwise, column, form === undefined);
}

function printList(page: Page, parts: readonly Doc[], column: number, broken: boolean): void {
  const rest = enter(page, parts, broken);
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index] ?? "";
    rest.from = index + 1;
    if (typeof part === "string") write(page, part);
    else print(page, part, column, broken);
  }
  page.depth -= 1;
}

function enter(page: Page, parts: readonly Doc[], broken: boolean): Open {
  const list = (page.open[page.depth] ??= { parts, from: 0, broken });
  page.depth += 1;
  list.parts = parts;
  list.broken = broken;
  return list;
}

function write(page: Page, text: string): void {
  if (text === "") return;
  add(page, text);
  page.column += text.length;
}

function printLine(page: Page, { flat, hard }: Line, column: number, broken: boolean): void {
  if (!hard && !broken) return write(page, flat);
  trimEnd(page);
  add(page, indentation(column));
  page.column = column;
}

/** No line ends with spaces, however many pieces they are. */
function trimEnd(page: Page): void {
  for (let last = page.pieces[page.count - 1]; last?.endsWith(" ") === true; last = page.pieces[page.count - 1]) {
    let end = last.length;
    while (last[end - 1] === " " || last[end - 1] === "\t") end -= 1;
    page.count -= 1;
    if (end > 0) add(page, last.slice(0, end));
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
  for (let depth = page.depth - 1; depth >= 0 && left >= 0; depth -= 1) {
    const { parts, from, broken } = page.open[depth] ?? nothing;
    for (let index = from; index < parts.length && left >= 0; index += 1) {
      left = measure(parts[index] ?? "", broken, left);
      if (left === lineEnd) return true;
    }
  }
  return left >= 0;
}

const nothing: Readonly<Open> = { parts: [], from: 0, broken: false };

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
