import { enumUnderlyingTypes } from "../grammar/constants.ts";
import {
  isHyphenatedIdentifier,
  isIdentifier,
  isNamespace,
  isPath,
  isQualifiedName,
  parseTypeReference,
} from "../grammar/names.ts";
import { isContainerTarget, parseTarget } from "../grammar/targets.ts";
import { isPrimitiveTypeName, primitiveTypes } from "../../edm.ts";
import { didYouMean, suggest } from "../../suggest.ts";
import type { TypeReference } from "../types.ts";
import type { Kind } from "./attributes.ts";

/** The kinds of attribute values in CSDL (CSDL 7.2, 15). */
export const boolean: Kind<boolean> = {
  parse: parseBoolean,
  tolerate: (text) => parseBoolean(text.toLowerCase().replace(/^1$/, "true").replace(/^0$/, "false")),
  expected: "true or false",
};

export const anyText: Kind<string> = { parse: (text) => text, expected: "text" };

export const identifier: Kind<string> = {
  parse: (text) => (isIdentifier(text) ? text : undefined),
  expected: "an OData identifier (a letter or _, then letters, digits or _, at most 128)",
};

export const propertyName: Kind<string> = {
  parse: (text) => (isHyphenatedIdentifier(text) ? text : undefined),
  expected: identifier.expected,
};

/** Graph writes term names into this place: dots are tolerated, with a warning. */
export const qualifier: Kind<string> = {
  parse: (text) => (isNamespace(text) ? text : undefined),
  expected: identifier.expected,
};

export const qualifiedName: Kind<string> = {
  parse: (text) => (isQualifiedName(text) ? text : undefined),
  expected: "a qualified name such as example.service.Thing",
};

export const namespace: Kind<string> = {
  parse: (text) => (isNamespace(text) ? text : undefined),
  expected: "a namespace: identifiers with dots between them, at most 511 characters",
};

/** CSDL 5, 5.1: four names are taken, as namespace and as alias. */
const reserved = ["Edm", "odata", "System", "Transient"];

export const schemaNamespace: Kind<string> = {
  parse: (text) => (isNamespace(text) && !reserved.includes(text) ? text : undefined),
  expected: `${namespace.expected}, and none of ${reserved.join(", ")}`,
};

export const alias: Kind<string> = {
  parse: (text) => (isIdentifier(text) && !reserved.includes(text) ? text : undefined),
  expected: `${identifier.expected}, and none of ${reserved.join(", ")}`,
};

export const typeReference: Kind<TypeReference> = {
  parse: parseTypeReference,
  expected: "a qualified type name such as Edm.String, or Collection(…) of one",
  hint: (text) =>
    (/^Collection\(\s*Collection\(/.test(text) ? "a collection of collections is no type in CSDL" : undefined) ??
    builtIn(text),
};

/** The built-in type whose name was written without its namespace, or misspelt. */
function builtIn(text: string): string | undefined {
  return text.length > 40 ? undefined : didYouMean(suggest(text.replace(/^Edm\./, ""), primitiveTypes));
}

export const path: Kind<string> = {
  parse: (text) => (isPath(text) ? text : undefined),
  expected: "a path: identifiers or qualified names with slashes between them",
};

export const target: Kind<string> = {
  parse: parseTarget,
  expected: "the qualified name of a model element, with a path into it where needed",
};

export const primitiveType: Kind<string> = {
  // CSDL 11: the abstract type may underlie one too.
  parse: (text) => (isPrimitiveTypeName(text) || text === "Edm.PrimitiveType" ? text : undefined),
  expected: "a primitive type such as Edm.String",
  hint: (text) =>
    builtIn(text) ?? "a type definition cannot be based on another one, nor on any other type (CSDL 11.1)",
};

export const containerTarget: Kind<string> = {
  parse: (text) => (isContainerTarget(text) ? text : undefined),
  expected: "the name of an entity set or singleton, or a path to one of another container",
};

export const enumUnderlyingType: Kind<string> = {
  parse: (text) => enumUnderlyingTypes.find((name) => name === text),
  expected: enumUnderlyingTypes.join(", "),
};

export const count: Kind<number> = { parse: parseCount, expected: "a non-negative integer" };

export const maxLength: Kind<number | "max"> = {
  parse: (text) => (text === "max" ? text : positive(parseCount(text))),
  tolerate: (text) => (text.toLowerCase() === "max" || parseCount(text) === 0 ? "max" : undefined),
  tolerated: "it is read as max: no limit",
  expected: "a positive integer or max",
};

export const scale: Kind<number | "variable" | "floating"> = {
  parse: parseScale,
  tolerate: (text) => parseScale(text.toLowerCase()),
  expected: "a non-negative integer, variable or floating",
};

export const srid: Kind<number | "variable"> = {
  parse: parseSrid,
  tolerate: (text) => parseSrid(text.toLowerCase()),
  expected: "a non-negative integer or variable",
};

function parseScale(text: string): number | "variable" | "floating" | undefined {
  return text === "variable" || text === "floating" ? text : parseCount(text);
}

function parseSrid(text: string): number | "variable" | undefined {
  return text === "variable" ? text : parseCount(text);
}

function parseBoolean(text: string): boolean | undefined {
  if (text === "true") return true;
  return text === "false" ? false : undefined;
}

function parseCount(text: string): number | undefined {
  if (!/^[0-9]{1,16}$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : undefined;
}

function positive(value: number | undefined): number | undefined {
  return value === 0 ? undefined : value;
}
