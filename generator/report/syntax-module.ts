import { ts } from "ts-morph";
import type { Module } from "./types.ts";

/** A module as TypeScript reads it. */
export interface SyntaxModule extends Module {
  readonly tree: ts.SourceFile;
  /** Whether anything in it may be deprecated. */
  readonly mentionsDeprecated: boolean;
}

/** What stands under a name; `statement` is where its comment and its modifiers are. */
export interface Declaration {
  readonly node: ts.Statement | ts.VariableDeclaration;
  readonly statement: ts.Statement;
}

/** Whether a statement or a member has a modifier. */
export function has(node: ts.Node, modifier: ts.SyntaxKind): boolean {
  return ts.canHaveModifiers(node) && node.modifiers?.some(({ kind }) => kind === modifier) === true;
}
