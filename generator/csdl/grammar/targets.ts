import {
  isHyphenatedIdentifier,
  isIdentifier,
  isNamespace,
  isPath,
  isQualifiedName,
  parseTypeReference,
} from "./names.ts";

/**
 * The target of an `Annotations` element (CSDL 14.2.2, 15.4): a model element by qualified name, for operations with the
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

/** A name without a dot can only be a schema's, of which nothing but an annotation is a part. */
function isTargetPath([first = "", ...rest]: readonly string[]): boolean {
  const isKnown = isQualifiedName(first) || (isNamespace(first) && rest.every((segment) => segment.startsWith("@")));
  return isKnown && rest.every(isTargetSegment);
}

function isTargetSegment(segment: string): boolean {
  return segment === "$ReturnType" || isHyphenatedIdentifier(segment) || isPath(segment);
}

function isOperationPath(rest: string): boolean {
  const [empty, ...segments] = rest.split("/");
  return empty === "" && segments.length > 0 && segments.every(isTargetSegment);
}

/**
 * What a binding or an import names (CSDL 13.4.2, 13.5): a child of the same container by its name, or a path that
 * begins with the qualified name of another container.
 */
export function isContainerTarget(text: string): boolean {
  const [first = "", ...rest] = text.split("/");
  return rest.length === 0
    ? isIdentifier(first)
    : (isQualifiedName(first) || isIdentifier(first)) && isPath(rest.join("/"));
}

function parseSignature(text: string): string | undefined {
  if (text === "") return "";
  const types = text.split(",").map((type) => type.trim());
  return types.every((type) => parseTypeReference(type) !== undefined) ? types.join(",") : undefined;
}
