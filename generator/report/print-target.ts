import { ts } from "ts-morph";
import { isDeprecated, marked } from "./deprecated.ts";
import {
  aliasLines,
  classDeclarationLines,
  enumLines,
  interfaceLines,
  valueLines,
  verbatimLines,
} from "./print-declaration.ts";
import { printEnum } from "./print-enum.ts";
import { signatureText, type Printing } from "./print-members.ts";
import type { TypePrinter } from "./print-type.ts";
import type { Declaration, SyntaxModule } from "./syntax-module.ts";
import type { Heading, Meaning, Piece } from "./types.ts";

/** Takes what stands under a name, returns it as the report shows it. */
export function printTarget(
  print: TypePrinter,
  { module, all }: { readonly module: SyntaxModule; readonly all: readonly Declaration[] },
  heading: Heading,
): readonly Piece[] {
  const declarations = visible(all);
  const asEnum = heading.other === undefined ? printEnum(heading.name, declarations, module) : undefined;
  if (asEnum !== undefined) return asEnum;
  return declarations.map((declaration) => {
    const printing = { print, scope: { module, parameters: ownParameters(declaration.node) } };
    const piece = printDeclaration(declaration, heading, printing);
    if (declarations.length === 1 && !isDeprecated(module, declaration.statement)) return piece;
    return { ...piece, lines: marked(module, declaration.statement, piece.lines), signature: undefined };
  });
}

/** Where a function has overloads, the implementation is not one of them. */
function visible(declarations: readonly Declaration[]): readonly Declaration[] {
  const hasOverloads = declarations.some(({ node }) => ts.isFunctionDeclaration(node) && node.body === undefined);
  return hasOverloads
    ? declarations.filter(({ node }) => !ts.isFunctionDeclaration(node) || node.body === undefined)
    : declarations;
}

function printDeclaration(declaration: Declaration, heading: Heading, printing: Printing): Piece {
  const { node, statement } = declaration;
  const { name, other, isLocal } = heading;
  if (ts.isFunctionDeclaration(node)) {
    const signature = signatureText(node, printing);
    return { name, meaning: "value", lines: [`function ${name}${signature}`], signature };
  }
  if (ts.isExportAssignment(node) || (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name))) {
    return printValue(node, statement, heading, printing);
  }
  const meaning = meaningOf(node);
  if (other !== undefined) return { name, meaning, lines: [`alias ${name} = ${other}`] };
  if (ts.isInterfaceDeclaration(node)) return { name, meaning, lines: interfaceLines(name, node, printing) };
  if (ts.isTypeAliasDeclaration(node)) return { name, meaning, lines: aliasLines(name, node, printing) };
  if (ts.isClassDeclaration(node)) return { name, meaning, lines: classDeclarationLines(name, node, printing) };
  if (ts.isEnumDeclaration(node)) return { name, meaning, lines: enumLines(name, node, printing) };
  // It says its own name, which may not be the one that consumers know.
  const lines = verbatimLines(statement, printing);
  return { name, meaning, lines: isLocal ? lines : [`// ${name}`, ...lines] };
}

function printValue(
  node: ts.VariableDeclaration | ts.ExportAssignment,
  statement: ts.Statement,
  { name, other }: Heading,
  printing: Printing,
): Piece {
  const start = `${keyword(statement)} ${name}`;
  const lines = valueLines(start, node, printing);
  if (lines.length > 1 && other !== undefined) return { name, meaning: "value", lines: [`${start}: typeof ${other}`] };
  const [only = ""] = lines;
  return { name, meaning: "value", lines, signature: lines.length === 1 ? only.slice(start.length) : undefined };
}

function keyword(statement: ts.Statement): "const" | "let" | "var" {
  if (!ts.isVariableStatement(statement)) return "const";
  const { flags } = statement.declarationList;
  if ((flags & ts.NodeFlags.BlockScoped) === 0) return "var";
  return (flags & ts.NodeFlags.Const) === 0 ? "let" : "const";
}

function meaningOf(node: ts.Node): Meaning {
  if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return "type";
  return ts.isVariableDeclaration(node) ? "value" : "both";
}

function ownParameters(node: Declaration["node"]): readonly string[] {
  const isGeneric = ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isClassDeclaration(node);
  return isGeneric ? (node.typeParameters ?? []).map(({ name }) => name.text) : [];
}
