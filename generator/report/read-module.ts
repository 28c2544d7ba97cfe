import { ts } from "ts-morph";
import type { FormattedFile } from "../output/types.ts";
import type { Declaration, DeclaredTarget, Link, Module, Star } from "./types.ts";

/** A module while it is read. */
interface Reading extends Module {
  readonly declarations: Map<string, DeclaredTarget & { readonly declarations: Declaration[] }>;
  readonly imports: Map<string, Link>;
  readonly exports: Map<string, Link>;
  readonly stars: Star[];
}

/** Takes the text of a module, returns what it declares, imports and exports. Reads syntax only; never throws. */
export function readModule({ path, text }: FormattedFile): Module {
  // Doc comments are not parsed: the one tag that counts is found in the text.
  const options = { languageVersion: ts.ScriptTarget.Latest, jsDocParsingMode: ts.JSDocParsingMode.ParseNone };
  const tree = ts.createSourceFile(path, text, options);
  const maps = { declarations: new Map(), imports: new Map(), exports: new Map(), stars: [] };
  const module: Reading = { path, tree, mentionsDeprecated: text.includes("@deprecated"), ...maps };
  for (const statement of tree.statements) readStatement(module, statement);
  return module;
}

function readStatement(reading: Reading, statement: ts.Statement): void {
  if (ts.isImportDeclaration(statement)) readImport(reading, statement);
  else if (ts.isExportDeclaration(statement)) readExport(reading, statement);
  else if (ts.isExportAssignment(statement)) readAssignment(reading, statement);
  else if (ts.isVariableStatement(statement)) {
    for (const node of statement.declarationList.declarations) {
      for (const name of boundNames(node.name)) declare(reading, name, { node, statement });
    }
  } else if (isNamed(statement)) {
    declare(reading, statement.name?.text ?? "default", { node: statement, statement });
  }
}

function readImport({ imports }: Reading, { importClause, moduleSpecifier }: ts.ImportDeclaration): void {
  if (importClause === undefined || !ts.isStringLiteral(moduleSpecifier)) return;
  const { name, namedBindings, phaseModifier } = importClause;
  const from = moduleSpecifier.text;
  const typeOnly = phaseModifier === ts.SyntaxKind.TypeKeyword;
  if (name !== undefined) imports.set(name.text, { from, name: "default", typeOnly });
  if (namedBindings === undefined) return;
  if (ts.isNamespaceImport(namedBindings)) imports.set(namedBindings.name.text, { from, name: "*", typeOnly });
  else for (const one of namedBindings.elements) imports.set(one.name.text, linkOf(one, from, typeOnly));
}

function readExport(reading: Reading, statement: ts.ExportDeclaration): void {
  const { exportClause, moduleSpecifier, isTypeOnly: typeOnly } = statement;
  const from = moduleSpecifier !== undefined && ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : undefined;
  if (exportClause === undefined) {
    if (from !== undefined) reading.stars.push({ from, typeOnly });
  } else if (ts.isNamespaceExport(exportClause)) {
    reading.exports.set(exportClause.name.text, { from, name: "*", typeOnly });
  } else {
    for (const one of exportClause.elements) reading.exports.set(one.name.text, linkOf(one, from, typeOnly));
  }
}

function linkOf(one: ts.ImportSpecifier | ts.ExportSpecifier, from: string | undefined, typeOnly: boolean): Link {
  return { from, name: (one.propertyName ?? one.name).text, typeOnly: typeOnly || one.isTypeOnly };
}

/** `export default something`, and `export =`. */
function readAssignment(reading: Reading, statement: ts.ExportAssignment): void {
  const exported = statement.isExportEquals === true ? "export=" : "default";
  const { expression } = statement;
  const name = ts.isIdentifier(expression) ? expression.text : exported;
  if (name === exported) declare(reading, exported, { node: statement, statement });
  reading.exports.set(exported, { name, typeOnly: false });
}

function declare(module: Reading, name: string, declaration: Declaration): void {
  const { declarations, exports } = module;
  const known = declarations.get(name);
  if (known === undefined) declarations.set(name, { kind: "declaration", module, name, declarations: [declaration] });
  else known.declarations.push(declaration);
  if (!has(declaration.statement, ts.SyntaxKind.ExportKeyword)) return;
  const exported = has(declaration.statement, ts.SyntaxKind.DefaultKeyword) ? "default" : name;
  exports.set(exported, { name, typeOnly: false });
}

/** Whether a statement or a member has a modifier. */
export function has(node: ts.Node, modifier: ts.SyntaxKind): boolean {
  return ts.canHaveModifiers(node) && node.modifiers?.some(({ kind }) => kind === modifier) === true;
}

function isNamed(node: ts.Statement): node is ts.Statement & { readonly name?: ts.Identifier | ts.StringLiteral } {
  return (
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isEnumDeclaration(node) ||
    ts.isModuleDeclaration(node) ||
    ts.isImportEqualsDeclaration(node)
  );
}

function boundNames(name: ts.BindingName): readonly string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundNames(element.name) : []));
}
