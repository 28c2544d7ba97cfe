import { ts } from "ts-morph";
import { inferType } from "./infer-type.ts";
import { block } from "./layout.ts";
import { classLines } from "./print-class.ts";
import { memberLines, typeParametersText, type Printing } from "./print-members.ts";
import { has } from "./syntax-module.ts";

/** An interface: a line for each member. One that adds nothing but its discriminator stands on one line. */
export function interfaceLines(name: string, node: ts.InterfaceDeclaration, printing: Printing): readonly string[] {
  const head = `interface ${name}${typeParametersText(node.typeParameters, printing)}${heritage(node, printing)}`;
  const lines = memberLines(node.members, printing);
  const [only] = lines;
  return lines.length === 1 && only?.startsWith('"@odata.type"') === true
    ? [`${head} { ${only} }`]
    : block(head, lines);
}

/** A class: a line for each member that is not private. */
export function classDeclarationLines(name: string, node: ts.ClassDeclaration, printing: Printing): readonly string[] {
  const start = has(node, ts.SyntaxKind.AbstractKeyword) ? "abstract class" : "class";
  const head = `${start} ${name}${typeParametersText(node.typeParameters, printing)}${heritage(node, printing)}`;
  return block(head, classLines(node, printing));
}

/** A type alias: a line for each member of an object type, and for each part of a union, whose order means nothing. */
export function aliasLines(name: string, node: ts.TypeAliasDeclaration, printing: Printing): readonly string[] {
  const head = `type ${name}${typeParametersText(node.typeParameters, printing)} =`;
  const type = unwrapped(node.type);
  if (ts.isUnionTypeNode(type)) {
    const parts = type.types.map((part) => printing.print(part, printing.scope)).sort();
    return [head, ...parts.map((part) => `  | ${part}`)];
  }
  return typeLines(head, type, printing);
}

/** A variable with its type, written or inferred; with its value where the type cannot be told from the syntax. */
export function valueLines(
  head: string,
  node: ts.VariableDeclaration | ts.ExportAssignment,
  printing: Printing,
): readonly string[] {
  const value = ts.isExportAssignment(node) ? node.expression : node.initializer;
  const manner = head.startsWith("const ") ? "literal" : "wide";
  const written = ts.isVariableDeclaration(node) ? node.type : undefined;
  const type = written ?? (value === undefined ? undefined : inferType(value, manner));
  if (type !== undefined) return typeLines(`${head}:`, type, printing);
  return [value === undefined ? head : `${head} = ${printing.print(value, printing.scope)}`];
}

/** An enumeration, its members in their order, which may count. */
export function enumLines(name: string, node: ts.EnumDeclaration, { print, scope }: Printing): readonly string[] {
  const start = has(node, ts.SyntaxKind.ConstKeyword) ? "const enum" : "enum";
  const members = node.members.map((member) => print(member, scope));
  return block(`${start} ${name}`, members);
}

/** What has no form of its own here, as it is written, without comments. */
export function verbatimLines(statement: ts.Statement, { scope }: Printing): readonly string[] {
  const printer = ts.createPrinter({ removeComments: true, newLine: ts.NewLineKind.LineFeed });
  return printer.printNode(ts.EmitHint.Unspecified, statement, scope.module.tree).split("\n");
}

function typeLines(head: string, type: ts.TypeNode, printing: Printing): readonly string[] {
  const inner = unwrapped(type);
  if (ts.isTypeLiteralNode(inner)) return block(head, memberLines(inner.members, printing));
  return [`${head} ${printing.print(inner, printing.scope)}`];
}

function unwrapped(type: ts.TypeNode): ts.TypeNode {
  return ts.isParenthesizedTypeNode(type) ? unwrapped(type.type) : type;
}

/** ` extends A, B`; what a class implements is of no concern to those who use it. */
function heritage(node: ts.InterfaceDeclaration | ts.ClassDeclaration, { print, scope }: Printing): string {
  const clause = node.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword);
  const bases = clause?.types.map((base) => print(base, scope)) ?? [];
  return bases.length === 0 ? "" : ` extends ${bases.join(", ")}`;
}
