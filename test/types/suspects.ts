import ts from "typescript";

/** What would make the compiler look away: each find as `file:line what`. */
export function suspects(file: ts.SourceFile): string[] {
  const found: string[] = [];
  const add = (position: number, what: string) => {
    const { line } = file.getLineAndCharacterOfPosition(position);
    found.push(`${file.fileName}:${line + 1} ${what}`);
  };
  const visit = (node: ts.Node): void => {
    const what = suspicion(node);
    if (what !== undefined) add(node.getStart(file), what);
    ts.forEachChild(node, visit);
  };
  visit(file);
  const directives = /@ts-(?:ignore|expect-error|nocheck)|eslint-disable/g;
  for (const match of file.text.matchAll(directives)) add(match.index, match[0]);
  return found;
}

function suspicion(node: ts.Node): string | undefined {
  if (node.kind === ts.SyntaxKind.AnyKeyword) return "any";
  if (ts.isAsExpression(node) && !ts.isConstTypeReference(node.type)) return "as";
  if (ts.isTypeAssertionExpression(node)) return "<>";
  if (ts.isNonNullExpression(node)) return "!";
  if (ts.isVariableDeclaration(node) && node.exclamationToken !== undefined) return "!";
  if (ts.isPropertyDeclaration(node) && node.exclamationToken !== undefined) return "!";
  return undefined;
}
