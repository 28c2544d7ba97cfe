import type { ErrorObject } from "ajv";
import { isRecord } from "../json.ts";
import { didYouMean, suggest } from "../suggest.ts";
import { pointerKeys } from "../json-pointer.ts";

/** One way in which the file breaks the rules, and the keys that lead to it. */
export interface Violation {
  readonly path: readonly string[];
  /** Where the path begins in this output, or, for a key that it does not have, beside all outputs. */
  readonly output?: string | undefined;
  readonly message: string;
  readonly hint: string | undefined;
}

/** What the errors of the validator mean to the author of the file. */
export function violationsOf(errors: readonly ErrorObject[], schema: Readonly<Record<string, unknown>>): Violation[] {
  return withoutAlternatives(errors).map((error) => describe(error, schema));
}

/**
 * Drops what another error says better: the list of allowed values says more than their type; of the errors of
 * alternatives, those deeper inside say more than the alternative itself, and it says more than those beside it; that
 * a condition or a name does not hold is said by what it consists of.
 */
function withoutAlternatives(errors: readonly ErrorObject[]): ErrorObject[] {
  const choices = errors.filter(({ keyword }) => keyword === "anyOf");
  const listed = new Set(errors.filter((error) => error.keyword === "enum").map((error) => error.instancePath));
  return errors.filter((error) => {
    if (error.keyword === "if" || error.keyword === "propertyNames") return false;
    if (error.keyword === "type" && listed.has(error.instancePath)) return false;
    const choice = choices.find((other) => other !== error && isInside(error, other));
    if (choice !== undefined) return isSayingMore(error, choice);
    return error.keyword !== "anyOf" || !errors.some((other) => other !== error && isSayingMore(other, error));
  });
}

/** Several outputs break the same rule in different places, so the place counts as well. */
function isInside(error: ErrorObject, choice: ErrorObject): boolean {
  const here = error.instancePath === choice.instancePath || error.instancePath.startsWith(`${choice.instancePath}/`);
  return here && error.schemaPath.startsWith(`${choice.schemaPath}/`);
}

/** Deeper inside one alternative, or of a value that is of its kind. */
function isSayingMore(error: ErrorObject, choice: ErrorObject): boolean {
  const isOther = error.instancePath !== choice.instancePath || error.keyword === "uniqueItems";
  return isInside(error, choice) && isOther;
}

function describe(error: ErrorObject, schema: Readonly<Record<string, unknown>>): Violation {
  const path = pointerKeys(error.instancePath);
  const parent: unknown = error.parentSchema;
  const hint = descriptionOf(parent);
  if (error.keyword === "additionalProperties")
    return unknownKey(path, String(error.params["additionalProperty"]), parent);
  if (error.keyword === "required") {
    const key: unknown = error.params["missingProperty"];
    const message = `${name(path)} lacks the key "${String(key)}"`;
    // An output has the keys of the file itself.
    return { path, message, hint: propertyDescription(parent, key) ?? propertyDescription(schema, key) };
  }
  if (error.propertyName !== undefined) {
    const message = `${name(path)}: found the name ${excerpt(error.propertyName)}; ${allowed(error)}`;
    return { path: [...path, error.propertyName], message, hint };
  }
  return { path, message: `${name(path)}: found ${excerpt(error.data)}; ${allowed(error)}`, hint };
}

function unknownKey(path: Violation["path"], key: string, schema: unknown): Violation {
  const known = isRecord(schema) && isRecord(schema["properties"]) ? Object.keys(schema["properties"]) : [];
  const hint = didYouMean(suggest(key, known)) ?? `allowed: ${known.join(", ")}`;
  return { path: [...path, key], message: `${name(path)}: unknown key "${key}"`, hint };
}

function propertyDescription(schema: unknown, key: unknown): string | undefined {
  const properties = isRecord(schema) ? schema["properties"] : undefined;
  return isRecord(properties) && typeof key === "string" ? descriptionOf(properties[key]) : undefined;
}

function descriptionOf(schema: unknown): string | undefined {
  return isRecord(schema) && typeof schema["description"] === "string" ? schema["description"] : undefined;
}

/** What would be right, in words: the validator's own show patterns of a line and a half, and what JavaScript calls things. */
function allowed({ keyword, params, message, parentSchema }: ErrorObject): string {
  const parent: Readonly<Record<string, unknown>> = parentSchema ?? {};
  const values: unknown = params["allowedValues"];
  if (Array.isArray(values)) return `allowed: ${values.map((value) => JSON.stringify(value)).join(", ")}`;
  const options: unknown = parent["anyOf"];
  if (Array.isArray(options)) return `allowed: ${options.map(option).join(", or ")}`;
  switch (keyword) {
    case "type":
    case "pattern":
      return `allowed: ${option(parent)}`;
    case "minLength":
      return "it must not be empty";
    case "maxLength":
      return `allowed: at most ${String(params["limit"])} characters`;
    case "minItems":
    case "minProperties":
      return "allowed: one at least";
    case "uniqueItems":
      return `the items [${String(params["i"])}] and [${String(params["j"])}] are the same`;
    default:
      return message ?? "not allowed";
  }
}

/** What a value that follows the schema looks like. */
function option(schema: unknown): string {
  if (!isRecord(schema)) return "another value";
  if ("const" in schema) return JSON.stringify(schema["const"]);
  const examples: readonly unknown[] = Array.isArray(schema["examples"]) ? schema["examples"] : [];
  const [example] = examples;
  // Names are texts, and their schema does not say so.
  switch (schema["type"] ?? "string") {
    case "string":
      return `text${such(example)}`;
    case "array":
      return `a list${such(Array.isArray(example) ? example.slice(0, 1) : undefined)}`;
    case "boolean":
      return "true or false";
    default:
      return `an ${String(schema["type"])}`;
  }
}

function such(example: unknown): string {
  return example === undefined ? "" : ` such as ${JSON.stringify(example)}`;
}

function name(path: Violation["path"]): string {
  if (path.length === 0) return "the configuration";
  return `"${path.map((key, index) => (/^\d+$/.test(key) ? `[${key}]` : index === 0 ? key : `.${key}`)).join("")}"`;
}

function excerpt(value: unknown): string {
  try {
    const text = JSON.stringify(value);
    return text.length > 60 ? `${text.slice(0, 60)}…` : text;
  } catch (error) {
    // It recurses.
    if (error instanceof RangeError) return "what is nested too deep";
    throw error;
  }
}
