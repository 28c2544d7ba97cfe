/**
 * Text that knows where it may break. Groups stay on one line where they fit and break at all of their own lines where
 * they do not: the model of Wadler's "A prettier printer", as prettier has it.
 */
export type Doc = string | readonly Doc[] | Line | Indent | Group | IfBroken | IndentIfBroken;

/** A space, or nothing, that becomes a line end in a broken group. */
export interface Line {
  readonly kind: "line";
  readonly flat: string;
  /** A line end in any case. */
  readonly hard: boolean;
}

interface Indent {
  readonly kind: "indent";
  readonly contents: Doc;
}

export interface Group {
  readonly kind: "group";
  readonly contents: Doc;
  /** Whether it holds a hard line, so that it is broken wherever it stands. */
  readonly broken: boolean;
}

/** One text or the other, by whether the group around it is broken. */
interface IfBroken {
  readonly kind: "ifBroken";
  readonly broken: Doc;
  readonly flat: Doc;
}

/** Indented where a group, which stands in front of it, is broken. */
interface IndentIfBroken {
  readonly kind: "indentIfBroken";
  readonly contents: Doc;
  readonly group: Group;
}

export const line: Doc = { kind: "line", flat: " ", hard: false };
export const softline: Doc = { kind: "line", flat: "", hard: false };
export const hardline: Doc = { kind: "line", flat: "", hard: true };

/** What stands one step further to the right, where a line begins in it. */
export function indent(contents: Doc): Doc {
  return { kind: "indent", contents };
}

/** On one line where it fits, else broken at its own lines; always broken where it holds a hard line. */
export function group(contents: Doc): Group {
  return { kind: "group", contents, broken: isHard(contents) };
}

export function ifBroken(broken: Doc, flat: Doc = ""): Doc {
  return { kind: "ifBroken", broken, flat };
}

export function indentIfBroken(contents: Doc, leader: Group): Doc {
  return { kind: "indentIfBroken", contents, group: leader };
}

/** The parts with a separator between them. */
export function join(separator: Doc, parts: readonly Doc[]): Doc {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part]));
}

function isHard(doc: Doc): boolean {
  if (typeof doc === "string") return false;
  if ("length" in doc) return doc.some(isHard);
  switch (doc.kind) {
    case "line":
      return doc.hard;
    case "group":
      return doc.broken;
    case "ifBroken":
      return isHard(doc.broken) || isHard(doc.flat);
    case "indent":
    case "indentIfBroken":
      return isHard(doc.contents);
  }
}
