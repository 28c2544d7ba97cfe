import type { TypeReference } from "../types.ts";

/*
 * OData ABNF, odataIdentifier: at most 128 characters, begins with a letter (L, Nl) or an underscore, goes on with
 * letters, digits (Nd), combining marks (Mn, Mc), connectors (Pc) and formatting characters (Cf). The flag u makes
 * the count one of characters, not of code units.
 */
const identifier = "[\\p{L}\\p{Nl}_][\\p{L}\\p{Nl}\\p{Nd}\\p{Mn}\\p{Mc}\\p{Pc}\\p{Cf}]{0,127}";

/* Nearly all names are ASCII, for which this is several times faster. */
const ascii = "[A-Za-z_][A-Za-z0-9_]{0,127}";
const asciiIdentifier = new RegExp(`^${ascii}$`);
const asciiNamespace = new RegExp(`^${ascii}(?:\\.${ascii})*$`);

const identifierPattern = new RegExp(`^${identifier}$`, "u");
const hyphenatedPattern = new RegExp(`^${identifier.replace("\\p{Cf}", "\\p{Cf}\\-")}$`, "u");
const namespacePattern = new RegExp(`^${identifier}(?:\\.${identifier})*$`, "u");

/** CSDL 15.1: a namespace has at most 511 characters. */
const maxNamespaceLength = 511;

/** SimpleIdentifier (CSDL 15.2). */
export function isIdentifier(text: string): boolean {
  return asciiIdentifier.test(text) || identifierPattern.test(text);
}

/** A SimpleIdentifier but for hyphens, which some services put into names of properties. */
export function isHyphenatedIdentifier(text: string): boolean {
  return isIdentifier(text) || hyphenatedPattern.test(text);
}

/** Namespace (CSDL 15.1): identifiers with dots between them. */
export function isNamespace(text: string): boolean {
  return text.length <= maxNamespaceLength && isDotted(text);
}

/** QualifiedName (CSDL 15.3): a namespace or alias, a dot, a simple identifier. */
export function isQualifiedName(text: string): boolean {
  const dot = text.lastIndexOf(".");
  return dot > 0 && dot <= maxNamespaceLength && isDotted(text);
}

function isDotted(text: string): boolean {
  return asciiNamespace.test(text) || namespacePattern.test(text);
}

/** A type (CSDL 7.1): a qualified name, alone or in `Collection(…)`. */
export function parseTypeReference(text: string): TypeReference | undefined {
  const collection = text.startsWith("Collection(") && text.endsWith(")");
  const name = collection ? text.slice("Collection(".length, -1) : text;
  return isQualifiedName(name) ? { name, collection } : undefined;
}

/** A path: identifiers, qualified names and term casts with slashes between them (CSDL 14.4.1.2). */
export function isPath(text: string): boolean {
  return text.split("/").every(isPathSegment);
}

function isPathSegment(segment: string): boolean {
  if (segment.startsWith("@")) return isTermSegment(segment.slice(1));
  return segment === "$count" || isNamespace(segment) || isHyphenatedIdentifier(segment);
}

function isTermSegment(text: string): boolean {
  const [term = "", qualifier, ...rest] = text.split("#");
  return rest.length === 0 && isQualifiedName(term) && (qualifier === undefined || isIdentifier(qualifier));
}
