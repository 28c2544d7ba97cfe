import { ts } from "ts-morph";

/** `a.b.c` as its names; undefined where it is something else. */
export function pathOf(node: ts.Node): readonly string[] | undefined {
  if (ts.isIdentifier(node)) return [node.text];
  if (ts.isQualifiedName(node)) return longer(pathOf(node.left), node.right.text);
  return ts.isPropertyAccessExpression(node) ? longer(pathOf(node.expression), node.name.text) : undefined;
}

function longer(path: readonly string[] | undefined, name: string): readonly string[] | undefined {
  return path === undefined ? undefined : [...path, name];
}
