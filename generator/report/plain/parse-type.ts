import type { Member, Type } from "./syntax.ts";
import { parseSignature } from "./parse-signature.ts";
import { valueOf, type Token, type Tokens } from "./tokens.ts";

const keywords: ReadonlySet<string> = new Set(
  ["any", "bigint", "boolean", "never", "null", "number", "object", "string"].concat([
    "symbol",
    "this",
    "undefined",
    "unknown",
    "void",
    "true",
    "false",
  ]),
);

/** Words that begin or join forms which are left to TypeScript. */
const unknown: ReadonlySet<string> = new Set(["abstract", "import", "infer", "new", "typeof", "unique"]);

/** Takes a type. @throws SyntaxError where it has a form of which packages do not consist */
export function parseType(tokens: Tokens): Type {
  const type = isFunction(tokens) ? functionType(tokens) : joined(tokens, "|");
  if (tokens.peek().text === "extends") throw new SyntaxError("a conditional type");
  return type;
}

/** The result of a function, which may be a predicate. */
export function parseResult(tokens: Tokens): Type {
  const asserts = tokens.ahead(() => tokens.accept("asserts") && tokens.next().kind === "name");
  if (asserts) tokens.next();
  const isPredicate = tokens.ahead(() => tokens.next().kind === "name" && tokens.accept("is"));
  if (!isPredicate) {
    if (asserts) throw new SyntaxError("an assertion that names no type");
    return parseType(tokens);
  }
  const { text } = tokens.next();
  tokens.expect("is");
  return { kind: "predicate", start: `${asserts ? "asserts " : ""}${text} is`, of: parseType(tokens) };
}

/** The members of an object type or an interface, braces included. */
export function parseMembers(tokens: Tokens): Member[] {
  tokens.expect("{");
  const members: Member[] = [];
  while (!tokens.accept("}")) {
    members.push(parseMember(tokens));
    if (!tokens.accept(";")) tokens.accept(",");
  }
  return members;
}

function functionType(tokens: Tokens): Type {
  return { kind: "function", signature: parseSignature(tokens, "=>") };
}

function isFunction(tokens: Tokens): boolean {
  const { text, kind } = tokens.peek();
  if (kind !== "mark") return false;
  if (text !== "(") return text === "<";
  return tokens.ahead(() => {
    let depth = 0;
    for (;;) {
      const { kind: one, text: mark } = tokens.next();
      if (one === "end") return false;
      if (one !== "mark") continue;
      if ("([{".includes(mark)) depth += 1;
      if (")]}".includes(mark)) depth -= 1;
      if (depth === 0) return tokens.accept("=>");
    }
  });
}

function joined(tokens: Tokens, mark: "|" | "&"): Type {
  tokens.accept(mark);
  const part = (): Type => (mark === "|" ? joined(tokens, "&") : operand(tokens));
  const first = part();
  const parts = [first];
  while (tokens.accept(mark)) parts.push(part());
  return parts.length === 1 ? first : { kind: mark === "|" ? "union" : "intersection", parts };
}

function operand(tokens: Tokens): Type {
  for (const word of ["readonly", "keyof"] as const) {
    if (tokens.accept(word)) return { kind: "operator", word, of: operand(tokens) };
  }
  let type = primary(tokens);
  while (tokens.accept("[")) {
    if (tokens.accept("]")) type = { kind: "array", item: type };
    else {
      type = { kind: "indexed", object: type, index: parseType(tokens) };
      tokens.expect("]");
    }
  }
  return type;
}

function primary(tokens: Tokens): Type {
  const first = tokens.peek();
  if (first.kind === "mark") return marked(tokens, first);
  tokens.next();
  if (first.kind === "string") return { kind: "string", value: valueOf(first.text) };
  if (first.kind === "number" || first.kind === "template" || keywords.has(first.text))
    return { kind: "verbatim", text: first.text };
  if (first.kind !== "name" || unknown.has(first.text)) throw new SyntaxError(`a type with ${first.text}`);
  const path = [first.text];
  while (tokens.accept(".")) path.push(tokens.next().text);
  return { kind: "name", path, inner: tokens.accept("<") ? listUntil(tokens, ">") : [] };
}

function marked(tokens: Tokens, { text }: Token): Type {
  if (text === "{") return { kind: "object", members: parseMembers(tokens) };
  tokens.next();
  if (text === "[") return { kind: "tuple", items: listUntil(tokens, "]") };
  if (text !== "(") throw new SyntaxError(`a type with ${text}`);
  const of = parseType(tokens);
  tokens.expect(")");
  return { kind: "parentheses", of };
}

function listUntil(tokens: Tokens, end: string): Type[] {
  const types: Type[] = [];
  while (!tokens.accept(end)) {
    types.push(parseType(tokens));
    if (!tokens.accept(",")) {
      tokens.expect(end);
      break;
    }
  }
  return types;
}

function parseMember(tokens: Tokens): Member {
  const { doc } = tokens.peek();
  const readonly = tokens.ahead(() => tokens.accept("readonly") && !":?".includes(tokens.peek().text));
  if (readonly) tokens.next();
  if (tokens.accept("[")) {
    const parameter = tokens.next().text;
    tokens.expect(":");
    const index = parseType(tokens);
    tokens.expect("]");
    tokens.expect(":");
    return { key: "21", readonly, name: parameter, index, optional: false, type: parseType(tokens), doc };
  }
  const { kind, text: name } = tokens.next();
  if (kind !== "name" && kind !== "string") throw new SyntaxError(`a member ${name}`);
  const optional = tokens.accept("?");
  tokens.expect(":");
  const key = `3${kind === "string" ? valueOf(name) : name}`;
  return { key, readonly, name, index: undefined, optional, type: parseType(tokens), doc };
}
