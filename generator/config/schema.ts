import { readFile } from "node:fs/promises";
import type { ErrorObject } from "ajv";
import { isRecord } from "../json.ts";
import { packagePath } from "../package-root.ts";
import { didYouMean } from "../suggest.ts";

/** The config file as it is written; `spec/config.schema.json` describes it. */
export interface ConfigFile {
  readonly metadata: string;
  readonly source?: string;
  readonly overlay?: readonly string[];
  readonly out: string;
  readonly roots: readonly string[] | "all";
  readonly derived?: Readonly<Record<string, "none" | "all">>;
  readonly docs?: "metadata" | "overlay" | "none";
  readonly serviceRoot?: string;
  readonly mainNamespace?: string;
  readonly modules?: Readonly<Record<string, string>>;
  readonly names?: Readonly<Record<string, string>>;
  readonly openTypes?: "closed" | "index";
  readonly ieee754Compatible?: boolean;
  readonly package?: {
    readonly name: string;
    readonly version: string;
    readonly description?: string;
    readonly license?: string;
    readonly keywords?: readonly string[];
  };
}

/** One way in which the file breaks the schema, and the keys that lead to it. */
export interface Violation {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly hint: string | undefined;
}

/** Checks parsed JSON against the schema that the package publishes. */
export async function checkConfig(
  content: unknown,
): Promise<
  { readonly ok: true; readonly config: ConfigFile } | { readonly ok: false; readonly violations: Violation[] }
> {
  const { Ajv } = await import("ajv");
  const schema: unknown = JSON.parse(await readFile(packagePath("spec", "config.schema.json"), "utf8"));
  if (!isRecord(schema)) throw new TypeError("spec/config.schema.json is no JSON Schema");
  const validate = new Ajv({ allErrors: true, verbose: true }).compile<ConfigFile>(schema);
  if (validate(content)) return { ok: true, config: content };
  return { ok: false, violations: withoutAlternatives(validate.errors ?? []).map(describe) };
}

/**
 * Drops what another error says better: the list of allowed values says more than their type; of the errors of
 * alternatives, those deeper inside say more than the alternative itself, and it says more than those beside it.
 */
function withoutAlternatives(errors: readonly ErrorObject[]): ErrorObject[] {
  const listed = new Set(errors.filter((error) => error.keyword === "enum").map((error) => error.instancePath));
  return errors.filter((error) => {
    if (error.keyword === "type" && listed.has(error.instancePath)) return false;
    const choice = errors.find((other) => other.keyword === "anyOf" && other !== error && isInside(error, other));
    if (choice !== undefined) return error.instancePath !== choice.instancePath;
    return error.keyword !== "anyOf" || !errors.some((other) => other !== error && isDeeper(other, error));
  });
}

function isInside(error: ErrorObject, choice: ErrorObject): boolean {
  return error.schemaPath.startsWith(`${choice.schemaPath}/`);
}

function isDeeper(error: ErrorObject, choice: ErrorObject): boolean {
  return isInside(error, choice) && error.instancePath !== choice.instancePath;
}

function describe(error: ErrorObject): Violation {
  const path = error.instancePath.split("/").slice(1).map(keyOf);
  const parent: unknown = error.parentSchema;
  const hint = isRecord(parent) && typeof parent["description"] === "string" ? parent["description"] : undefined;
  if (error.keyword === "additionalProperties")
    return unknownKey(path, String(error.params["additionalProperty"]), parent);
  if (error.keyword === "required") {
    const message = `${name(path)} lacks the key "${String(error.params["missingProperty"])}"`;
    return { path, message, hint: propertyDescription(parent, error.params["missingProperty"]) ?? hint };
  }
  return { path, message: `${name(path)}: found ${excerpt(error.data)}; ${allowed(error)}`, hint };
}

function unknownKey(path: Violation["path"], key: string, schema: unknown): Violation {
  const known = isRecord(schema) && isRecord(schema["properties"]) ? Object.keys(schema["properties"]) : [];
  const hint = didYouMean(key, known) ?? `allowed: ${known.join(", ")}`;
  return { path: [...path, key], message: `${name(path)}: unknown key "${key}"`, hint };
}

function propertyDescription(schema: unknown, key: unknown): string | undefined {
  const properties = isRecord(schema) ? schema["properties"] : undefined;
  const property = isRecord(properties) && typeof key === "string" ? properties[key] : undefined;
  return isRecord(property) && typeof property["description"] === "string" ? property["description"] : undefined;
}

function allowed(error: ErrorObject): string {
  const values: unknown = error.params["allowedValues"];
  if (Array.isArray(values)) return `allowed: ${values.map((value) => JSON.stringify(value)).join(", ")}`;
  const parent: unknown = error.parentSchema;
  const options: unknown = isRecord(parent) ? parent["anyOf"] : undefined;
  if (Array.isArray(options)) return `allowed: ${options.map(option).join(", or ")}`;
  return error.message ?? "not allowed";
}

function option(schema: unknown): string {
  if (!isRecord(schema)) return "another value";
  return "const" in schema
    ? JSON.stringify(schema["const"])
    : `${JSON.stringify(schema["type"])} (${String(schema["title"])})`;
}

function name(path: Violation["path"]): string {
  if (path.length === 0) return "the configuration";
  return `"${path.map((key, index) => (typeof key === "number" ? `[${key}]` : index === 0 ? key : `.${key}`)).join("")}"`;
}

function excerpt(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** A token of a JSON pointer. No object of the config has keys made of digits. */
function keyOf(token: string): string | number {
  return /^\d+$/.test(token) ? Number(token) : token.replaceAll("~1", "/").replaceAll("~0", "~");
}
