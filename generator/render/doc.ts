/** The columns of a line, here and where prettier lays out. */
export const width = 120;

/**
 * Text that knows where it may break. Groups stay on one line where they fit and break at all of their own lines where
 * they do not: the model of Wadler's "A prettier printer", as prettier has it.
 */
export type Doc = string | readonly Doc[] | Line | Indent | Group | Choice | IfBroken | IndentIfBroken;

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
  /** Made where they are asked for, in most groups: hardly one of them is ever broken. */
  readonly contents: Doc | (() => Doc);
  /** Whether it holds a hard line, so that it is broken wherever it stands. */
  readonly broken: boolean;
  /** All of it on one line, where it has a form of that kind and a line has room for it. */
  readonly flat: string | undefined;
}

/** The first of several forms that fits. */
export interface Choice {
  readonly kind: "choice";
  /** Those that stay on one line, but for groups in them that are broken in any case. */
  readonly forms: readonly [Doc, ...Doc[]];
  /** The form that takes all its lines. */
  readonly broken: Doc;
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
  const flat = flatText(contents);
  return { kind: "group", contents, broken: flat === undefined && isHard(contents), flat };
}

/** A group whose text on one line is known; its contents are made only where it is broken. */
export function groupOf(flat: string | undefined, contents: () => Doc): Group {
  if (flat !== undefined && flat.length <= width) return { kind: "group", contents, broken: false, flat };
  const made = contents();
  return { kind: "group", contents: made, broken: isHard(made), flat: undefined };
}

/** A group that is broken wherever it stands. */
export function brokenGroup(contents: Doc): Group {
  return { kind: "group", contents, broken: true, flat: undefined };
}

/** What is in a group. */
export function contentsOf({ contents }: Group): Doc {
  return typeof contents === "function" ? contents() : contents;
}

export function choice(forms: Choice["forms"], broken: Doc): Doc {
  return { kind: "choice", forms, broken };
}

export function ifBroken(broken: Doc, flat: Doc = ""): Doc {
  return { kind: "ifBroken", broken, flat };
}

export function indentIfBroken(contents: Doc, leader: Group): Doc {
  return { kind: "indentIfBroken", contents, group: leader };
}

/** The parts with a separator between them. */
export function join(separator: Doc, parts: readonly Doc[]): Doc {
  const joined: Doc[] = [];
  for (const part of parts) {
    if (joined.length > 0) joined.push(separator);
    joined.push(part);
  }
  return joined;
}

/** Whether a document is several, one behind the other. */
export function isList(doc: Exclude<Doc, string>): doc is readonly Doc[] {
  return Array.isArray(doc);
}

/** The text on one line; undefined where there is none, or no line has room for it. */
export function flatText(doc: Doc): string | undefined {
  if (typeof doc === "string") return doc;
  if (isList(doc)) return flatList("", doc, "", "");
  switch (doc.kind) {
    case "line":
      return doc.hard ? undefined : doc.flat;
    case "group":
      return doc.flat;
    case "choice":
      return undefined;
    case "ifBroken":
      return flatText(doc.flat);
    case "indent":
    case "indentIfBroken":
      return flatText(doc.contents);
  }
}

/** Parts with a separator between them, something in front and something behind, on one line. */
export function flatList(open: string, parts: readonly Doc[], separator: string, close: string): string | undefined {
  let text = open;
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index] ?? "";
    const flat = typeof part === "string" ? part : flatText(part);
    if (flat === undefined || text.length > width) return undefined;
    text += index === 0 ? flat : separator + flat;
  }
  text += close;
  return text.length > width ? undefined : text;
}

function isHard(doc: Doc): boolean {
  if (typeof doc === "string") return false;
  if (isList(doc)) {
    for (let index = 0; index < doc.length; index += 1) {
      const part = doc[index] ?? "";
      if (typeof part !== "string" && isHard(part)) return true;
    }
    return false;
  }
  switch (doc.kind) {
    case "line":
      return doc.hard;
    case "group":
      return doc.broken;
    case "choice":
      return false;
    case "ifBroken":
      return isHard(doc.broken) || isHard(doc.flat);
    case "indent":
    case "indentIfBroken":
      return isHard(doc.contents);
  }
}
