import { isHyphenatedIdentifier, isNamespace, isPath, isQualifiedName, parseTypeReference } from "./names.ts";

/**
 * The target of an `Annotations` element (CSDL 14.2.2): a model element by qualified name, for operations with the
 * types of an overload in parentheses, then a path into it. The white space that services write between those types
 * goes; undefined where the text is no target.
 */
export function parseTarget(text: string): string | undefined {
  const open = text.indexOf("(");
  if (open === -1) return isTargetPath(text.split("/")) ? text : undefined;
  const close = text.lastIndexOf(")");
  if (close < open || !isQualifiedName(text.slice(0, open))) return undefined;
  const signature = parseSignature(text.slice(open + 1, close));
  const rest = text.slice(close + 1);
  if (signature === undefined || !(rest === "" || isOperationPath(rest))) return undefined;
  return `${text.slice(0, open)}(${signature})${rest}`;
}

function isTargetPath([first = "", ...rest]: readonly string[]): boolean {
  return (isQualifiedName(first) || isNamespace(first)) && rest.every(isTargetSegment);
}

function isTargetSegment(segment: string): boolean {
  return segment === "$ReturnType" || isHyphenatedIdentifier(segment) || isPath(segment);
}

function isOperationPath(rest: string): boolean {
  const [empty, ...segments] = rest.split("/");
  return empty === "" && segments.length > 0 && segments.every(isTargetSegment);
}

function parseSignature(text: string): string | undefined {
  if (text === "") return "";
  const types = text.split(",").map((type) => type.trim());
  return types.every((type) => parseTypeReference(type) !== undefined) ? types.join(",") : undefined;
}
