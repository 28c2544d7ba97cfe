/** A token of TypeScript. */
export interface Token {
  readonly kind: "name" | "string" | "template" | "number" | "mark" | "end";
  /** As it is written. */
  readonly text: string;
  /** The last doc comment in front of it; empty where there is none. */
  readonly doc: string;
}

/** Hands out the tokens of a text, from a place on. */
export interface Tokens {
  readonly peek: () => Token;
  readonly next: () => Token;
  /** Takes the token if it is this one. */
  readonly accept: (text: string) => boolean;
  /** @throws SyntaxError where it is another */
  readonly expect: (text: string) => void;
  /** Looks ahead: whatever is read meanwhile is handed out again. */
  readonly ahead: <T>(look: () => T) => T;
}

const blank = /\s*(?:(?:\/\/[^\n]*|\/\*[^]*?\*\/)\s*)*/y;
const kinds = ["name", "string", "template", "number", "mark"] as const;
// Templates only of the form that stands in types: names of keywords between plain text.
const form =
  /([\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*)|("(?:[^"\\\n]|\\.)*"|'[^'\\\n]*')|(`(?:[^`\\$]|\$\{[a-z]+\})*`)|(\d+(?![\w.]))|(=>|\.\.\.|[-{}()[\]<>|&,;:?=.])/uy;

/** The tokens of a text from an offset on. What has a form that is not among them is a SyntaxError when it is reached. */
export function tokensOf(text: string, offset: number): Tokens {
  let position = offset;
  let current: Token | undefined;
  const read = (): Token => {
    const found = readToken(text, position);
    position = found.end;
    return found.token;
  };
  const peek = (): Token => (current ??= read());
  const next = (): Token => {
    const taken = peek();
    current = undefined;
    return taken;
  };
  const accept = (wanted: string): boolean => {
    const same = isPlain(peek()) && peek().text === wanted;
    if (same) current = undefined;
    return same;
  };
  return {
    peek,
    next,
    accept,
    expect: (wanted) => {
      if (!accept(wanted)) throw unknownForm(text, position);
    },
    ahead: (look) => {
      const [before, token] = [position, current];
      const seen = look();
      [position, current] = [before, token];
      return seen;
    },
  };
}

function readToken(text: string, position: number): { readonly token: Token; readonly end: number } {
  blank.lastIndex = position;
  const skipped = blank.exec(text)?.[0] ?? "";
  const doc = skipped.includes("/**") ? lastDoc(skipped) : "";
  const start = position + skipped.length;
  if (start === text.length) return { token: { kind: "end", text: "", doc }, end: start };
  form.lastIndex = start;
  const found = form.exec(text);
  if (found === null) throw unknownForm(text, start);
  const kind = kinds.find((_, index) => found[index + 1] !== undefined) ?? "mark";
  return { token: { kind, text: found[0], doc }, end: form.lastIndex };
}

/** What a string says, by how it is written. */
export function valueOf(literal: string): string {
  return literal.includes("\\") ? String(JSON.parse(literal)) : literal.slice(1, -1);
}

function isPlain({ kind }: Token): boolean {
  return kind === "mark" || kind === "name";
}

function lastDoc(skipped: string): string {
  const comments = skipped.match(/\/\/[^\n]*|\/\*[^]*?\*\//g) ?? [];
  return comments.findLast((comment) => comment.startsWith("/**")) ?? "";
}

function unknownForm(text: string, position: number): SyntaxError {
  return new SyntaxError(`a form that is not known: ${text.slice(position, position + 40)}`);
}
