import ts from "typescript";

/** A function that looks at members: what it inspects, which members it loads, which other such functions it calls. */
export interface Inspection {
  readonly name: string;
  /** The type in `Inspected<keyof …>`. */
  readonly subject: ts.Type;
  /** Of an open type: the run-time library looks at what is not declared, control information included. */
  readonly open: boolean;
  readonly loads: readonly Load[];
  readonly calls: readonly ts.Symbol[];
}

export interface Load {
  readonly name: string;
  readonly node: ts.Node;
}

/** All functions of a file that take `o` and have `keyof X` for the names of its members, and say whether X's declared members are right. */
export function inspections(checker: ts.TypeChecker, file: ts.SourceFile): Inspection[] {
  return file.statements.filter(ts.isFunctionDeclaration).flatMap((declaration) => {
    const name = declaration.name?.text ?? "";
    const subject = subjectOf(checker, declaration);
    if (subject === undefined || !name.startsWith("hasMembersOf")) return [];
    return [{ name, subject, open: inspected(declaration) === undefined, ...contents(checker, declaration) }];
  });
}

/** The type X of a first parameter `Inspected<keyof X>`, or of the first case that `satisfies keyof X`. */
export function subjectOf(checker: ts.TypeChecker, declaration: ts.Node): ts.Type | undefined {
  if (!ts.isFunctionDeclaration(declaration)) return undefined;
  const keys = inspected(declaration) ?? firstCase(declaration);
  return keys !== undefined && ts.isTypeOperatorNode(keys) ? checker.getTypeFromTypeNode(keys.type) : undefined;
}

function inspected({ parameters: [first] }: ts.FunctionDeclaration): ts.TypeNode | undefined {
  const type = first?.type;
  const isInspected = type !== undefined && ts.isTypeReferenceNode(type) && type.typeName.getText() === "Inspected";
  return isInspected ? type.typeArguments?.[0] : undefined;
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

function contents(checker: ts.TypeChecker, declaration: ts.Node): Pick<Inspection, "loads" | "calls"> {
  const loads: Load[] = [];
  const calls: ts.Symbol[] = [];
  const visit = (node: ts.Node): void => {
    const load = loadOf(node);
    if (load !== undefined) loads.push(load);
    if (ts.isCallExpression(node) && node.arguments[0]?.getText() === "o") {
      const called = target(checker, node.expression);
      if (called !== undefined) calls.push(called);
    }
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(declaration, visit);
  return { loads, calls };
}

/** `o.name`, `o["name"]`, `own(o, "name")` or `case "name" satisfies keyof X`. */
function loadOf(node: ts.Node): Load | undefined {
  if (ts.isCaseClause(node) && ts.isSatisfiesExpression(node.expression)) return literal(node.expression.expression);

  if (ts.isPropertyAccessExpression(node) && node.expression.getText() === "o") {
    return { name: node.name.text, node: node.name };
  }
  if (ts.isElementAccessExpression(node) && node.expression.getText() === "o") {
    return node.argumentExpression.getText() === '"constructor"' ? undefined : literal(node.argumentExpression);
  }
  if (!ts.isCallExpression(node) || node.expression.getText() !== "own") return undefined;
  const [object, name] = node.arguments;
  return object?.getText() === "o" && name !== undefined ? literal(name) : undefined;
}

function literal(node: ts.Expression): Load {
  if (!ts.isStringLiteral(node)) throw new Error(`${node.getText()} is not a literal name.`);
  return { name: node.text, node };
}
