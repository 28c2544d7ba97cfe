import ts from "typescript";

/** A function that looks at members: what it inspects, and which members it loads. */
export interface Inspection {
  readonly name: string;
  /** The type in `Inspected<keyof …>`. */
  readonly subject: ts.Type;
  /** It goes from member to member: the run-time library looks at what is not declared, control information included. */
  readonly going: boolean;
  readonly loads: readonly Load[];
}

export interface Load {
  readonly name: string;
  readonly node: ts.Node;
}

/** All functions of a file that have `keyof X` for the names of members, and say whether X's declared members are right. */
export function inspections(checker: ts.TypeChecker, file: ts.SourceFile): Inspection[] {
  return file.statements.filter(ts.isFunctionDeclaration).flatMap((declaration) => {
    const name = declaration.name?.text ?? "";
    const subject = subjectOf(checker, declaration);
    if (subject === undefined || !/^(?:hasMembersOf|check)/.test(name)) return [];
    return [{ name, subject, going: inspected(declaration) === undefined, loads: loadsOf(declaration) }];
  });
}

/** The type X of a parameter or constant `o: Inspected<keyof X>`, or of the first case that `satisfies keyof X`. */
export function subjectOf(checker: ts.TypeChecker, declaration: ts.Node): ts.Type | undefined {
  if (!ts.isFunctionDeclaration(declaration)) return undefined;
  const keys = inspected(declaration) ?? firstCase(declaration);
  return keys !== undefined && ts.isTypeOperatorNode(keys) ? checker.getTypeFromTypeNode(keys.type) : undefined;
}

function inspected(node: ts.Node): ts.TypeNode | undefined {
  if (ts.isTypeReferenceNode(node) && node.typeName.getText() === "Inspected") return node.typeArguments?.[0];
  return ts.forEachChild(node, inspected);
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

function loadsOf(declaration: ts.Node): Load[] {
  const loads: Load[] = [];
  const visit = (node: ts.Node): void => {
    const load = loadOf(node);
    if (load !== undefined) loads.push(load);
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(declaration, visit);
  return loads;
}

/** `o.name`, `o["name"]`, `own(o, "name")` or `case "name" satisfies keyof X`. */
function loadOf(node: ts.Node): Load | undefined {
  if (ts.isCaseClause(node) && ts.isSatisfiesExpression(node.expression)) return literal(node.expression.expression);
  if (ts.isPropertyAccessExpression(node) && node.expression.getText() === "o") {
    return { name: node.name.text, node: node.name };
  }
  if (ts.isElementAccessExpression(node) && node.expression.getText() === "o") {
    return literal(node.argumentExpression);
  }
  if (!ts.isCallExpression(node) || node.expression.getText() !== "own") return undefined;
  const [object, name] = node.arguments;
  return object?.getText() === "o" && name !== undefined ? literal(name) : undefined;
}

function literal(node: ts.Expression): Load {
  if (!ts.isStringLiteral(node)) throw new Error(`${node.getText()} is not a literal name.`);
  return { name: node.text, node };
}
