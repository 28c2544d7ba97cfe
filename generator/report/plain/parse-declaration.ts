import { parseSignature, parseTypeParameters, skipBody } from "./parse-signature.ts";
import { parseMembers, parseType } from "./parse-type.ts";
import type { ClassMember, Declared, Member, Type } from "./syntax.ts";
import { tokensOf, valueOf, type Tokens } from "./tokens.ts";

/** How a module says what it declares. */
export type Keyword = Declared["kind"];

/** Takes what follows the name of a declaration, up to where a value or a body begins. */
export function parseDeclaration(kind: Keyword, text: string, offset: number): Declared {
  const tokens = tokensOf(text, offset);
  switch (kind) {
    case "function": {
      const signature = parseSignature(tokens, ":");
      return { kind, signature, hasBody: !tokens.accept(";") };
    }
    case "const":
      return { kind, type: tokens.accept(":") ? parseType(tokens) : parseValue(tokens) };
    case "type": {
      const typeParameters = parseTypeParameters(tokens);
      tokens.expect("=");
      const type = parseType(tokens);
      tokens.expect(";");
      return { kind, typeParameters, type };
    }
    case "interface": {
      const typeParameters = parseTypeParameters(tokens);
      return { kind, typeParameters, bases: parseBases(tokens), members: parseMembers(tokens) };
    }
    case "class": {
      const typeParameters = parseTypeParameters(tokens);
      return { kind, typeParameters, bases: parseBases(tokens), members: parseClass(tokens) };
    }
  }
}

function parseBases(tokens: Tokens): Type[] {
  const bases: Type[] = [];
  if (!tokens.accept("extends")) return bases;
  do bases.push(parseType(tokens));
  while (tokens.accept(","));
  return bases;
}

/** The type of a value that says it itself: a literal, or lists and objects of such that are never changed. */
function parseValue(tokens: Tokens): Type {
  tokens.expect("=");
  const type = parseLiteral(tokens);
  if (type.kind === "object" || type.kind === "operator") {
    tokens.expect("as");
    tokens.expect("const");
  }
  tokens.expect(";");
  return type;
}

function parseObject(tokens: Tokens): Type {
  const members: Member[] = [];
  tokens.expect("{");
  while (!tokens.accept("}")) {
    const { kind, text: name, doc } = tokens.next();
    if (kind !== "name" && kind !== "string") throw new SyntaxError(`a member ${name}`);
    tokens.expect(":");
    const key = `3${kind === "string" ? valueOf(name) : name}`;
    const type = parseLiteral(tokens);
    members.push({ key, readonly: true, name, index: undefined, optional: false, type, doc });
    tokens.accept(",");
  }
  return { kind: "object", members };
}

function parseLiteral(tokens: Tokens): Type {
  if (tokens.peek().text === "{") return parseObject(tokens);
  const { kind, text } = tokens.next();
  if (kind === "string") return { kind, value: valueOf(text) };
  if (kind === "number" || ["true", "false", "null"].includes(text)) return { kind: "verbatim", text };
  if (text !== "[") throw new SyntaxError(`a value ${text}`);
  const items: Type[] = [];
  while (!tokens.accept("]")) {
    items.push(parseLiteral(tokens));
    tokens.accept(",");
  }
  return { kind: "operator", word: "readonly", of: { kind: "tuple", items } };
}

/** Members that everybody sees; where there are others, that is for TypeScript to say. */
function parseClass(tokens: Tokens): ClassMember[] {
  const members: ClassMember[] = [];
  tokens.expect("{");
  while (!tokens.accept("}")) {
    const { doc } = tokens.peek();
    const readonly = tokens.accept("readonly");
    const { kind, text: name } = tokens.next();
    if (kind !== "name" || forms.has(name)) throw new SyntaxError(`a member ${name} of a class`);
    if (name === "constructor" && tokens.peek().text === "(") {
      members.push({
        key: "0",
        start: name,
        optional: false,
        signature: parseSignature(tokens, ":"),
        type: undefined,
        doc,
      });
      skipBody(tokens);
      continue;
    }
    const optional = tokens.accept("?");
    tokens.expect(":");
    const start = `${readonly ? "readonly " : ""}${name}`;
    members.push({ key: `3${name}`, start, optional, signature: undefined, type: parseType(tokens), doc });
    tokens.expect(";");
  }
  return members;
}

const forms: ReadonlySet<string> = new Set(
  ["abstract", "accessor", "async", "declare", "get", "override"].concat([
    "private",
    "protected",
    "public",
    "set",
    "static",
  ]),
);
