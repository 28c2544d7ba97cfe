import { ts } from "ts-morph";

const { factory } = ts;

/** How an initializer is read: `constant` below `as const`, `literal` where a `const` keeps it, else `wide`. */
type Manner = "constant" | "literal" | "wide";

/**
 * The type that the compiler writes into a declaration for an initializer; undefined where syntax alone does not tell.
 * Members keep the positions of what they were made from.
 */
export function inferType(value: ts.Expression, manner: Manner): ts.TypeNode | undefined {
  if (ts.isParenthesizedExpression(value)) return inferType(value.expression, manner);
  if (ts.isSatisfiesExpression(value)) return inferType(value.expression, manner);
  if (ts.isAsExpression(value) || ts.isTypeAssertionExpression(value)) {
    return ts.isConstTypeReference(value.type) ? inferType(value.expression, "constant") : value.type;
  }
  if (ts.isObjectLiteralExpression(value)) return objectType(value, manner);
  if (ts.isArrayLiteralExpression(value)) return manner === "constant" ? tupleType(value) : undefined;
  if (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) return functionType(value);
  return literalType(value, manner);
}

function literalType(value: ts.Expression, manner: Manner): ts.TypeNode | undefined {
  const wide = manner === "wide";
  if (ts.isStringLiteralLike(value)) {
    return wide
      ? keyword(ts.SyntaxKind.StringKeyword)
      : factory.createLiteralTypeNode(factory.createStringLiteral(value.text));
  }
  if (ts.isNumericLiteral(value) || ts.isBigIntLiteral(value)) return numberType(value, wide, value);
  if (ts.isPrefixUnaryExpression(value) && value.operator === ts.SyntaxKind.MinusToken) {
    const { operand } = value;
    if (ts.isNumericLiteral(operand) || ts.isBigIntLiteral(operand)) return numberType(operand, wide, value);
  }
  if (isBoolean(value)) return wide ? keyword(ts.SyntaxKind.BooleanKeyword) : factory.createLiteralTypeNode(value);
  return value.kind === ts.SyntaxKind.NullKeyword ? factory.createLiteralTypeNode(factory.createNull()) : undefined;
}

function isBoolean(value: ts.Expression): value is ts.BooleanLiteral {
  return value.kind === ts.SyntaxKind.TrueKeyword || value.kind === ts.SyntaxKind.FalseKeyword;
}

function numberType(
  digits: ts.NumericLiteral | ts.BigIntLiteral,
  wide: boolean,
  value: ts.NumericLiteral | ts.BigIntLiteral | ts.PrefixUnaryExpression,
): ts.TypeNode {
  if (!wide) return factory.createLiteralTypeNode(value);
  return keyword(ts.isBigIntLiteral(digits) ? ts.SyntaxKind.BigIntKeyword : ts.SyntaxKind.NumberKeyword);
}

function objectType({ properties }: ts.ObjectLiteralExpression, manner: Manner): ts.TypeNode | undefined {
  const inner = manner === "constant" ? "constant" : "wide";
  const modifiers = manner === "constant" ? [factory.createModifier(ts.SyntaxKind.ReadonlyKeyword)] : undefined;
  const members: ts.TypeElement[] = [];
  for (const property of properties) {
    const type = ts.isPropertyAssignment(property)
      ? inferType(property.initializer, inner)
      : ts.isMethodDeclaration(property)
        ? functionType(property)
        : undefined;
    if (type === undefined || property.name === undefined || ts.isComputedPropertyName(property.name)) return undefined;
    const member = factory.createPropertySignature(modifiers, property.name, undefined, type);
    members.push(ts.setTextRange(member, property));
  }
  return factory.createTypeLiteralNode(members);
}

function tupleType({ elements }: ts.ArrayLiteralExpression): ts.TypeNode | undefined {
  const types = elements.map((element) => inferType(element, "constant"));
  const known = types.filter((type) => type !== undefined);
  if (known.length !== types.length) return undefined;
  return factory.createTypeOperatorNode(ts.SyntaxKind.ReadonlyKeyword, factory.createTupleTypeNode(known));
}

/** A function says its type itself, where each parameter and the result have one. */
function functionType(value: ts.ArrowFunction | ts.FunctionExpression | ts.MethodDeclaration): ts.TypeNode | undefined {
  const { parameters, type, typeParameters } = value;
  if (type === undefined || parameters.some((one) => one.type === undefined)) return undefined;
  const declared = parameters.map((one, index) =>
    factory.createParameterDeclaration(
      undefined,
      one.dotDotDotToken,
      one.name,
      questionOf(parameters, index),
      one.type,
    ),
  );
  return factory.createFunctionTypeNode(typeParameters, declared, type);
}

/** The mark of a parameter that callers may leave out: written, or because it has a default and the rest is optional. */
export function questionOf(
  parameters: readonly ts.ParameterDeclaration[],
  index: number,
): ts.QuestionToken | undefined {
  const parameter = parameters[index];
  if (parameter?.initializer === undefined) return parameter?.questionToken;
  const isLast = parameters.slice(index + 1).every((one) => isOptional(one));
  return isLast ? factory.createToken(ts.SyntaxKind.QuestionToken) : undefined;
}

function isOptional({ initializer, questionToken, dotDotDotToken }: ts.ParameterDeclaration): boolean {
  return initializer !== undefined || questionToken !== undefined || dotDotDotToken !== undefined;
}

function keyword(kind: ts.KeywordTypeSyntaxKind): ts.TypeNode {
  return factory.createKeywordTypeNode(kind);
}
