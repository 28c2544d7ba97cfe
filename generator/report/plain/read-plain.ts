import type { FormattedFile } from "../../output/types.ts";
import type { DeclaredTarget, Link, Module, Star } from "../types.ts";
import { parseDeclaration, type Keyword } from "./parse-declaration.ts";
import { printTarget, type Documented } from "./print-target.ts";

/** A declaration that is read when somebody asks for it. */
interface Found {
  readonly kind: Keyword;
  /** Where its name ends. */
  readonly end: number;
  /** Where its statement starts. */
  readonly start: number;
}

/** A module while it is read. */
interface Reading extends Module {
  readonly text: string;
  readonly declarations: Map<string, DeclaredTarget>;
  readonly found: Map<string, Found[]>;
  readonly imports: Map<string, Link>;
  readonly exports: Map<string, Link>;
  readonly stars: Star[];
}

// In the form that prettier gives, what begins a statement is all that stands at the margin, brackets that end it aside.
const atMargin = /^[^\s}\])>/].*/gm;
const declaration =
  /^(export )?(?:abstract )?(?:async )?(function|const|interface|type|class) ([\p{ID_Start}$_][\p{ID_Continue}$]*)/u;
const list = /(import|export)( type)? \{([^}]*)\}(?: from ("[^"\\\n]*"))?;/uy;
const star = /^(import|export)( type)? \*(?: as ([\p{ID_Start}$_][\p{ID_Continue}$]*))? from ("[^"\\\n]*");$/u;

/**
 * Takes the text of a module in the form that prettier gives, of the forms of which packages consist themselves; returns
 * what it declares, imports and exports.
 * @throws SyntaxError, also when a declaration is printed, where it has another form
 */
export function readPlain({ path, text }: FormattedFile): Module {
  const maps = { declarations: new Map(), found: new Map(), imports: new Map(), exports: new Map(), stars: [] };
  const module: Reading = { path, text, ...maps };
  for (const { 0: line, index } of text.matchAll(atMargin)) readStatement(module, line, index);
  return module;
}

function readStatement(module: Reading, line: string, start: number): void {
  const [head, exported, keyword, name] = declaration.exec(line) ?? [];
  const kind = kinds.find((one) => one === keyword);
  if (head !== undefined && kind !== undefined && name !== undefined) {
    if (head.includes("abstract")) throw new SyntaxError("an abstract class");
    declare(module, name, { kind, start, end: start + head.length });
    if (exported !== undefined) module.exports.set(name, { name, typeOnly: false });
    return;
  }
  const [whole, word, type, alias, from] = star.exec(line) ?? [];
  if (whole !== undefined && from !== undefined) readStar(module, { word, alias, from: inner(from), type });
  else readList(module, start);
}

const kinds = ["function", "const", "interface", "type", "class"] as const;

function inner(literal: string): string {
  return literal.slice(1, -1);
}

function readStar(
  { imports, exports, stars }: Reading,
  {
    word,
    alias,
    from,
    type,
  }: { word: string | undefined; alias: string | undefined; from: string; type?: string | undefined },
): void {
  const typeOnly = type !== undefined;
  if (alias === undefined) stars.push({ from, typeOnly });
  else (word === "import" ? imports : exports).set(alias, { from, name: "*", typeOnly });
}

function readList(module: Reading, start: number): void {
  list.lastIndex = start;
  const [whole, word, type, names = "", literal] = list.exec(module.text) ?? [];
  if (whole === undefined) throw new SyntaxError(`a statement that is not known in ${module.path}`);
  const from = literal === undefined ? undefined : inner(literal);
  for (const one of names.split(",")) {
    const written = one.trim();
    if (written === "") continue;
    const [, only, name, , alias = name] =
      /^(type )?([\p{ID_Start}$_][\p{ID_Continue}$]*)( as ([\p{ID_Start}$_][\p{ID_Continue}$]*))?$/u.exec(written) ??
      [];
    if (name === undefined || alias === undefined) throw new SyntaxError(`${written} in a list of names`);
    const link = { from, name, typeOnly: type !== undefined || only !== undefined };
    (word === "import" ? module.imports : module.exports).set(alias, link);
  }
}

function declare(module: Reading, name: string, declared: Found): void {
  const known = module.found.get(name);
  if (known !== undefined) {
    known.push(declared);
    return;
  }
  const all = [declared];
  module.found.set(name, all);
  let read: readonly Documented[] | undefined;
  const print: DeclaredTarget["print"] = (names, heading) => {
    read ??= all.map(({ kind, start, end }) => ({
      declared: parseDeclaration(kind, module.text, end),
      doc: docBefore(module.text, start),
    }));
    return printTarget(read, heading, { names, scope: { module, parameters: [] } });
  };
  module.declarations.set(name, { kind: "declaration", module, name, print });
}

/** The doc comment above a statement; empty where there is none. */
function docBefore(text: string, start: number): string {
  if (text.slice(start - 3, start) !== "*/\n") return "";
  const comment = text.slice(text.lastIndexOf("/*", start), start - 1);
  return comment.startsWith("/**") ? comment : "";
}
