import { ts } from "ts-morph";
import { pathOf } from "./entity-name.ts";
import { nameIn, type Names } from "./names.ts";
import { objectText } from "./print-members.ts";
import { syntaxPrinter } from "./print-syntax.ts";
import { quoted } from "./quoted.ts";
import type { SyntaxModule } from "./syntax-module.ts";

/** Where a type stands: names of the module, and of the type parameters around it. */
export interface Scope {
  readonly module: SyntaxModule;
  readonly parameters: readonly string[];
}

/** Prints a piece of syntax on one line, without comments, with the names that consumers know. */
export type TypePrinter = (node: ts.Node, scope: Scope) => string;

/**
 * Takes what knows the names, returns a printer. It prints the forms of which packages consist itself, and hands the
 * others to the printer of TypeScript, which knows all and takes its time.
 */
export function typePrinter(names: Names): TypePrinter {
  const printSyntax = syntaxPrinter(names);
  const print: TypePrinter = (node, scope) => printCommon(node, scope, names, print) ?? printSyntax(node, scope);
  return print;
}

function printCommon(node: ts.Node, scope: Scope, names: Names, print: TypePrinter): string | undefined {
  if (ts.isTypeReferenceNode(node) || ts.isExpressionWithTypeArguments(node)) {
    const path = pathOf(ts.isTypeReferenceNode(node) ? node.typeName : node.expression);
    if (path === undefined) return undefined;
    const { typeArguments = [] } = node;
    const inner = typeArguments.map((argument) => print(argument, scope)).join(", ");
    return `${nameIn(names, scope, path)}${typeArguments.length === 0 ? "" : `<${inner}>`}`;
  }
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isLiteralTypeNode(node)) return printLiteral(node.literal);
  if (ts.isUnionTypeNode(node)) return node.types.map((type) => print(type, scope)).join(" | ");
  if (ts.isIntersectionTypeNode(node)) return node.types.map((type) => print(type, scope)).join(" & ");
  if (ts.isTypeLiteralNode(node)) return objectText(node.members, { print, scope });
  if (ts.isArrayTypeNode(node)) return `${print(node.elementType, scope)}[]`;
  if (ts.isParenthesizedTypeNode(node)) return `(${print(node.type, scope)})`;
  if (ts.isStringLiteral(node)) return printLiteral(node);
  if (ts.isTypePredicateNode(node) && node.type !== undefined && ts.isIdentifier(node.parameterName)) {
    const asserts = node.assertsModifier === undefined ? "" : "asserts ";
    return `${asserts}${node.parameterName.text} is ${print(node.type, scope)}`;
  }
  return isKeyword(node.kind) ? ts.tokenToString(node.kind) : undefined;
}

function printLiteral(literal: ts.Node): string | undefined {
  if (ts.isStringLiteral(literal)) return quoted(literal.text);
  return literal.kind === ts.SyntaxKind.NullKeyword ? "null" : undefined;
}

function isKeyword(kind: ts.SyntaxKind): boolean {
  return kind >= ts.SyntaxKind.FirstKeyword && kind <= ts.SyntaxKind.LastKeyword;
}
