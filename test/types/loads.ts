import ts from "typescript";

/** A function that looks at members: of which type, and under which names. */
export interface Inspection {
  readonly name: string;
  readonly subject: ts.Type;
  readonly names: readonly MemberName[];
}

export interface MemberName {
  readonly name: string;
  readonly node: ts.StringLiteral;
}

/** All functions of a file that have `case "…" satisfies keyof X` for the names of members. */
export function inspections(checker: ts.TypeChecker, file: ts.SourceFile): Inspection[] {
  return file.statements.filter(ts.isFunctionDeclaration).flatMap((declaration) => {
    const name = declaration.name?.text ?? "";
    const subject = subjectOf(checker, declaration);
    if (subject === undefined || !/^(?:hasMembersOf|check)/.test(name)) return [];
    return [{ name, subject, names: namesIn(declaration) }];
  });
}

/** The type X of the first case that `satisfies keyof X`. */
export function subjectOf(checker: ts.TypeChecker, declaration: ts.Node): ts.Type | undefined {
  const keys = ts.isFunctionDeclaration(declaration) ? firstCase(declaration) : undefined;
  return keys !== undefined && ts.isTypeOperatorNode(keys) ? checker.getTypeFromTypeNode(keys.type) : undefined;
}

function firstCase(node: ts.Node): ts.TypeNode | undefined {
  if (ts.isCaseClause(node) && ts.isSatisfiesExpression(node.expression)) return node.expression.type;
  return ts.forEachChild(node, firstCase);
}

/** The symbol behind a name, imported or not. */
export function target(checker: ts.TypeChecker, name: ts.Node): ts.Symbol | undefined {
  const symbol = checker.getSymbolAtLocation(name);
  return symbol !== undefined && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

function namesIn(declaration: ts.Node): MemberName[] {
  const names: MemberName[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCaseClause(node) && ts.isSatisfiesExpression(node.expression)) {
      names.push(literal(node.expression.expression));
    }
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(declaration, visit);
  return names;
}

function literal(node: ts.Expression): MemberName {
  if (!ts.isStringLiteral(node)) throw new Error(`${node.getText()} is not a literal name.`);
  return { name: node.text, node };
}
