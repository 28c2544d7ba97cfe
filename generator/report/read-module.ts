import { ts } from "ts-morph";
import type { FormattedFile } from "../output/types.ts";
import type { Names } from "./names.ts";
import { printTarget } from "./print-target.ts";
import { typePrinter, type TypePrinter } from "./print-type.ts";
import { has, type Declaration, type SyntaxModule } from "./syntax-module.ts";
import type { DeclaredTarget, Link, ReadModule, Star } from "./types.ts";

/** A module while it is read. */
interface Reading extends SyntaxModule {
  readonly declarations: Map<string, DeclaredTarget>;
  /** What stands under each name. */
  readonly found: Map<string, Declaration[]>;
  readonly printerFor: (names: Names) => TypePrinter;
  readonly imports: Map<string, Link>;
  readonly exports: Map<string, Link>;
  readonly stars: Star[];
}

/** Takes text of any form, as TypeScript does, and returns what it declares. Reads syntax only; never throws. */
export function syntaxReader(): ReadModule {
  // Making a printer takes longer than printing with it.
  const printers = new WeakMap<Names, TypePrinter>();
  const printerFor = (names: Names): TypePrinter => {
    const known = printers.get(names) ?? typePrinter(names);
    printers.set(names, known);
    return known;
  };
  return (file) => readModule(file, printerFor);
}

function readModule({ path, text }: FormattedFile, printerFor: Reading["printerFor"]): SyntaxModule {
  // Doc comments are not parsed: the one tag that counts is found in the text.
  const options = { languageVersion: ts.ScriptTarget.Latest, jsDocParsingMode: ts.JSDocParsingMode.ParseNone };
  const tree = ts.createSourceFile(path, text, options);
  const maps = { declarations: new Map(), found: new Map(), imports: new Map(), exports: new Map(), stars: [] };
  const module: Reading = { path, tree, mentionsDeprecated: text.includes("@deprecated"), printerFor, ...maps };
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
  const { declarations, found, exports, printerFor } = module;
  const known = found.get(name);
  if (known !== undefined) known.push(declaration);
  else {
    const all = [declaration];
    found.set(name, all);
    const print: DeclaredTarget["print"] = (names, heading) => printTarget(printerFor(names), { module, all }, heading);
    declarations.set(name, { kind: "declaration", module, name, print });
  }
  if (!has(declaration.statement, ts.SyntaxKind.ExportKeyword)) return;
  const exported = has(declaration.statement, ts.SyntaxKind.DefaultKeyword) ? "default" : name;
  exports.set(exported, { name, typeOnly: false });
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
