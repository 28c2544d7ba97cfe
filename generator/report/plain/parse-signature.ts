import { parseResult, parseType } from "./parse-type.ts";
import type { Parameter, Signature, TypeParameter } from "./syntax.ts";
import type { Tokens } from "./tokens.ts";

/** Type parameters, parameters, and the result behind a mark; without one where the mark does not follow. */
export function parseSignature(tokens: Tokens, mark: ":" | "=>"): Signature {
  const typeParameters = parseTypeParameters(tokens);
  const parameters = parseParameters(tokens);
  return { typeParameters, parameters, result: tokens.accept(mark) ? parseResult(tokens) : undefined };
}

/** `<T extends object, U = T>`, or nothing. */
export function parseTypeParameters(tokens: Tokens): TypeParameter[] {
  const found: TypeParameter[] = [];
  if (!tokens.accept("<")) return found;
  while (!tokens.accept(">")) {
    const { kind, text: name } = tokens.next();
    if (kind !== "name" || ["const", "in", "out"].includes(name)) throw new SyntaxError(`a type parameter ${name}`);
    const constraint = tokens.accept("extends") ? parseType(tokens) : undefined;
    found.push({ name, constraint, default: tokens.accept("=") ? parseType(tokens) : undefined });
    tokens.accept(",");
  }
  return found;
}

function parseParameters(tokens: Tokens): Parameter[] {
  const found: Parameter[] = [];
  tokens.expect("(");
  while (!tokens.accept(")")) {
    const rest = tokens.accept("...");
    const { kind, text: name } = tokens.next();
    if (kind !== "name") throw new SyntaxError(`a parameter ${name}`);
    const optional = tokens.accept("?");
    tokens.expect(":");
    const type = parseType(tokens);
    const hasDefault = tokens.accept("=");
    if (hasDefault) skipValue(tokens);
    found.push({ rest, name, optional, hasDefault, type });
    tokens.accept(",");
  }
  return found;
}

/** Passes over a value, up to the comma or the bracket behind it. */
function skipValue(tokens: Tokens): void {
  for (let depth = 0; ;) {
    const { kind, text } = tokens.peek();
    if (kind === "end") throw new SyntaxError("a value without end");
    if (kind === "mark" && depth === 0 && (text === "," || text === ")")) return;
    if (kind === "mark" && "([{".includes(text)) depth += 1;
    if (kind === "mark" && ")]}".includes(text)) depth -= 1;
    tokens.next();
  }
}

/** Passes over what stands in braces. */
export function skipBody(tokens: Tokens): void {
  tokens.expect("{");
  for (let depth = 1; depth > 0;) {
    const { kind, text } = tokens.next();
    if (kind === "end") throw new SyntaxError("a body without end");
    if (kind === "mark" && text === "{") depth += 1;
    if (kind === "mark" && text === "}") depth -= 1;
  }
}
