import { ts } from "ts-morph";
import { inOrder, unquoted } from "./member-order.ts";
import { importedName, nameIn, type Names } from "./names.ts";
import { pathOf } from "./entity-name.ts";
import type { Scope, TypePrinter } from "./print-type.ts";
import { quoted } from "./quoted.ts";

/** What the substitution knows about the node that is being printed. */
interface Printing {
  readonly names: Names;
  /** Grows by the type parameters that are met; their names are nobody else's. */
  scope: Scope;
}

/** Takes what knows the names, returns a printer for all of TypeScript's syntax. */
export function syntaxPrinter(names: Names): TypePrinter {
  let printing: Printing | undefined;
  const substituteNode = (_hint: ts.EmitHint, node: ts.Node): ts.Node =>
    printing === undefined ? node : substitute(printing, node);
  const options = { removeComments: true, newLine: ts.NewLineKind.LineFeed };
  const printer = ts.createPrinter(options, { substituteNode });
  return (node, scope) => {
    printing = { names, scope };
    return printer.printNode(ts.EmitHint.Unspecified, node, scope.module.tree).replace(/\s*\n\s*/g, " ");
  };
}

function substitute(printing: Printing, node: ts.Node): ts.Node {
  const { factory } = ts;
  if (ts.isTypeReferenceNode(node)) {
    const name = renamed(printing, node.typeName);
    return name === undefined ? node : factory.updateTypeReferenceNode(node, name, node.typeArguments);
  }
  if (ts.isExpressionWithTypeArguments(node)) {
    const name = renamed(printing, node.expression);
    return name === undefined ? node : factory.updateExpressionWithTypeArguments(node, name, node.typeArguments);
  }
  if (ts.isTypeQueryNode(node)) {
    const name = renamed(printing, node.exprName);
    return name === undefined ? node : factory.updateTypeQueryNode(node, name, node.typeArguments);
  }
  if (ts.isImportTypeNode(node)) return imported(printing, node);
  if (ts.isTypeParameterDeclaration(node)) {
    const { module, parameters } = printing.scope;
    printing.scope = { module, parameters: [...parameters, node.name.text] };
  }
  return withFlags(node);
}

/** Flags stand on copies: nodes of the text cannot carry them, and are not ours to change. */
function withFlags(node: ts.Node): ts.Node {
  const { factory, EmitFlags, setEmitFlags } = ts;
  if (ts.isPropertySignature(node)) {
    const { modifiers, name, questionToken, type } = node;
    return factory.updatePropertySignature(node, modifiers, unquoted(name), questionToken, type);
  }
  if (ts.isStringLiteral(node)) return factory.createIdentifier(quoted(node.text));
  if (ts.isTypeLiteralNode(node)) {
    return setEmitFlags(factory.createTypeLiteralNode(inOrder(node.members)), EmitFlags.SingleLine);
  }
  if (ts.isTupleTypeNode(node)) {
    return setEmitFlags(factory.createTupleTypeNode(node.elements), EmitFlags.SingleLine);
  }
  if (ts.isMappedTypeNode(node)) {
    const { readonlyToken, typeParameter, nameType, questionToken, type, members } = node;
    const copy = factory.createMappedTypeNode(readonlyToken, typeParameter, nameType, questionToken, type, members);
    return setEmitFlags(copy, EmitFlags.SingleLine);
  }
  return node;
}

/** A name in the consumer's words, undefined where they are the same. */
function renamed({ names, scope }: Printing, name: ts.Node): ts.Identifier | undefined {
  const path = pathOf(name);
  if (path === undefined) return undefined;
  const text = nameIn(names, scope, path);
  return text === path.join(".") ? undefined : ts.factory.createIdentifier(text);
}

/** `import("./other.js").Name` by the name that consumers know. */
function imported({ names, scope }: Printing, node: ts.ImportTypeNode): ts.Node {
  const { argument, qualifier, isTypeOf, typeArguments } = node;
  if (!ts.isLiteralTypeNode(argument) || !ts.isStringLiteral(argument.literal) || qualifier === undefined) return node;
  const text = importedName(names, scope.module, argument.literal.text, pathOf(qualifier) ?? []);
  const name = ts.factory.createIdentifier(text);
  return isTypeOf
    ? ts.factory.createTypeQueryNode(name, typeArguments)
    : ts.factory.createTypeReferenceNode(name, typeArguments);
}
