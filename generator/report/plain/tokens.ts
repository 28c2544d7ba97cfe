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
const word = /[A-Za-z_$][\w$]*(?![\w$]|[^\0-\x7f])/y;
const kinds = ["name", "string", "template", "number", "mark"] as const;
// Templates only of the form that stands in types: names of keywords between plain text.
const form =
  /([\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*)|("(?:[^"\\\n]|\\.)*"|'[^'\\\n]*')|(`(?:[^`\\$]|\$\{[a-z]+\})*`)|(\d+(?![\w.]))|(=>|\.\.\.|[-{}()[\]<>|&,;:?=.])/uy;

/** The tokens of a text from an offset on. What has a form that is not among them is a SyntaxError when it is reached. */
export function tokensOf(text: string, offset: number): Tokens {
  // Each is read once, also where somebody looks ahead.
  const known: Token[] = [];
  let at = 0;
  let end = offset;
  const peek = (): Token => {
    let token = known[at];
    if (token === undefined) {
      token = readToken(text, end);
      end = form.lastIndex;
      known.push(token);
    }
    return token;
  };
  const next = (): Token => {
    const token = peek();
    at += 1;
    return token;
  };
  const accept = (wanted: string): boolean => {
    const { kind, text: found } = peek();
    if (found !== wanted || (kind !== "mark" && kind !== "name")) return false;
    at += 1;
    return true;
  };
  return {
    peek,
    next,
    accept,
    expect: (wanted) => {
      if (!accept(wanted)) throw unknownForm(text, end);
    },
    ahead: (look) => {
      const before = at;
      const seen = look();
      at = before;
      return seen;
    },
  };
}

/** The token behind a position; where it ends, `form.lastIndex` says. */
function readToken(text: string, position: number): Token {
  let start = position;
  while (text.charCodeAt(start) === 32) start += 1;
  let doc = "";
  if (/[\n/]/.test(text.charAt(start))) {
    blank.lastIndex = start;
    const skipped = blank.exec(text)?.[0] ?? "";
    start += skipped.length;
    if (skipped.includes("/**")) doc = lastDoc(skipped);
  }
  word.lastIndex = start;
  if (word.test(text)) {
    form.lastIndex = word.lastIndex;
    return { kind: "name", text: text.slice(start, word.lastIndex), doc };
  }
  form.lastIndex = start;
  if (start === text.length) return { kind: "end", text: "", doc };
  const found = form.exec(text);
  if (found === null) throw unknownForm(text, start);
  const kind = kinds.find((_, index) => found[index + 1] !== undefined) ?? "mark";
  return { kind, text: found[0], doc };
}

/** What a string says, by how it is written. */
export function valueOf(literal: string): string {
  return literal.includes("\\") ? String(JSON.parse(literal)) : literal.slice(1, -1);
}

function lastDoc(skipped: string): string {
  const comments = skipped.match(/\/\/[^\n]*|\/\*[^]*?\*\//g) ?? [];
  return comments.findLast((comment) => comment.startsWith("/**")) ?? "";
}

function unknownForm(text: string, position: number): SyntaxError {
  return new SyntaxError(`a form that is not known: ${text.slice(position, position + 40)}`);
}
