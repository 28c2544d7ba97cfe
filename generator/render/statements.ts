import type { AliasGroup, BarrelModule, DocsPlan, ModulePlan, RuntimeNames } from "../plan/types.ts";
import { BindgenError } from "../errors.ts";
import { hardline, join, type Doc } from "./doc.ts";
import { docText } from "./doc-comment.ts";
import { object } from "./layouts.ts";
import { commentCode, literal } from "./literals.ts";

/** The imports of a file. */
export function importStatements({ imports }: ModulePlan): Doc[] {
  return imports.map(({ from, names, namespace }) =>
    namespace === undefined
      ? ["import ", listOf(names), ` from ${literal(from)};`]
      : `import type * as ${namespace} from ${literal(from)};`,
  );
}

interface ListedName {
  readonly name: string;
  readonly as: string | undefined;
  readonly typeOnly: boolean;
}

/**
 * `{ a, type B as C }`, and `type { A, B as C }` where nothing is a value: else a line would be left of it at run time that
 * loads the file. A single name stays where it is.
 */
export function listOf(names: readonly ListedName[]): Doc {
  const typeOnly = names.every((one) => one.typeOnly);
  const texts = names.map((one) => {
    const word = one.typeOnly && !typeOnly ? "type " : "";
    return one.as === undefined ? `${word}${one.name}` : `${word}${one.name} as ${one.as}`;
  });
  const [only] = texts;
  const list = texts.length === 1 && only !== undefined ? `{ ${only} }` : object(texts);
  return typeOnly ? ["type ", list] : list;
}

/** `export { a as b } from "…"`. */
export function aliasStatements(aliases: readonly AliasGroup[]): Doc[] {
  return aliases.map(({ from, names }) => {
    const listed = names.map(({ name, as }) => ({ name, as, typeOnly: false }));
    return ["export ", listOf(listed), ` from ${literal(from)};`];
  });
}

/** Lists of names. */
export function exportStatements(exports: BarrelModule["exports"]): Doc[] {
  return exports.map(({ from, names }) => ["export ", listOf(names), ` from ${literal(from)};`]);
}

/** What is exported as a whole. */
export function starStatements(stars: BarrelModule["stars"]): Doc[] {
  return stars.map(({ from, typeOnly }) => `export ${typeOnly ? "type " : ""}* from ${literal(from)};`);
}

/** A title, what is exported as a whole, then lists of names: what is loaded first leads to everything that it needs. */
export function barrelSections({ title, exports, stars, namespaces }: BarrelModule): Doc[] {
  const statements = [
    ...starStatements(stars),
    ...namespaces.map(
      ({ name, from, typeOnly }) => `export ${typeOnly ? "type " : ""}* as ${name} from ${literal(from)};`,
    ),
    ...exportStatements(exports),
  ];
  return [[`/** ${commentCode(title)} */`, statements.map((statement) => [hardline, statement])]];
}

/** A doc comment in one line, with the line end behind it. */
export function comment(text: string): Doc {
  return [`/** ${text} */`, hardline];
}

/** A name of the metadata as code in a comment. */
export function subjectText(subject: string): string {
  return `\`${commentCode(subject)}\``;
}

/** The doc comment of a declaration, with the line end behind it; nothing where there is nothing to say. */
export function docComment(docs: DocsPlan | undefined): Doc {
  const text = docs === undefined ? "" : docText(docs);
  if (text === "") return "";
  const [first = "", ...more] = text.split("\n");
  if (more.length === 0) return comment(first);
  return ["/**", ...[first, ...more].map((one): Doc => [hardline, ` * ${one}`.trimEnd()]), hardline, " */", hardline];
}

/** The name of a run-time helper in the file. */
export function runtimeName(names: RuntimeNames, name: string): string {
  const found = names[name];
  if (found === undefined)
    throw new BindgenError("internal", { message: `the plan of a file has no name for ${name}` });
  return found;
}

/** Statements below each other. */
export function lines(statements: readonly Doc[]): Doc {
  return join(hardline, statements);
}
