import ts from "typescript";
import { parseAll } from "../../../generator/csdl/parse-csdl.ts";
import { BindgenError, type Problem } from "../../../generator/errors.ts";
import { buildModel } from "../../../generator/model/build-model.ts";
import type { Model, ModelType, StructuredModelType, TypeUse } from "../../../generator/model/types.ts";
import { packagePath } from "../../../generator/package-root.ts";
import { planPackage } from "../../../generator/plan/plan-package.ts";
import type { Plan } from "../../../generator/plan/types.ts";
import { renderPackage } from "../../../generator/render/render-package.ts";
import { sliceModel } from "../../../generator/slice/slice-model.ts";
import { configOf } from "../../plan/support.ts";

/** Documents as text. */
export interface Texts {
  readonly metadata: readonly string[];
  readonly overlay: readonly string[];
}

export type Outcome =
  | { readonly kind: "plan"; readonly plan: Plan; readonly model: Model }
  | { readonly kind: "refused"; readonly error: BindgenError }
  | { readonly kind: "crashed"; readonly error: unknown };

const encoder = new TextEncoder();

/** What the tool makes of documents, up to the plan, in which everything is. */
export function outcomeOf({ metadata, overlay }: Texts): Outcome {
  const config = configOf();
  const source = (kind: string) => (text: string, index: number) => {
    return { file: `${kind}${index}.xml`, bytes: encoder.encode(text) };
  };
  try {
    const { documents, errors } = parseAll([...metadata.map(source("t")), ...overlay.map(source("o"))]);
    const model = buildModel({
      metadata: documents.slice(0, metadata.length),
      overlay: documents.slice(metadata.length),
      docs: config.docs,
      errors,
    });
    return { kind: "plan", plan: planPackage(sliceModel(model, config), config, "00"), model };
  } catch (error) {
    return error instanceof BindgenError ? { kind: "refused", error } : { kind: "crashed", error };
  }
}

/** What is wrong with an outcome. */
export function faultsOf(outcome: Outcome): string[] {
  switch (outcome.kind) {
    case "crashed":
      return [`crashed: ${outcome.error instanceof Error ? outcome.error.stack : String(outcome.error)}`];
    case "refused":
      return refusalFaults(outcome.error);
    case "plan":
      return [...modelFaults(outcome.model), ...outcome.model.warnings.flatMap(placeFaults)];
  }
}

function refusalFaults({ kind, problems, more }: BindgenError): string[] {
  const told = new Set(
    problems.map(({ place, message }) => `${place?.file}:${place?.line}:${place?.column} ${message}`),
  );
  const faults = problems.flatMap(placeFaults);
  if (kind !== "input" && kind !== "unsupported") faults.push(`an error of the kind ${kind}`);
  if (problems.length === 0 || problems.length > 50) faults.push(`${problems.length} problems`);
  if (more > 0 && problems.length < 50) faults.push(`${more} more after ${problems.length}`);
  if (told.size < problems.length) faults.push("one problem twice");
  return faults.map((fault) => `refused: ${fault}`);
}

function placeFaults({ place, message }: Problem): string[] {
  const faults = [];
  // The plan refuses names of folders, which stand for a whole namespace.
  const isNamespace = /^the (?:name of the )?namespaces? /.test(message);
  if (!isNamespace && (place?.line === undefined || place.column === undefined)) faults.push(`no place: ${message}`);
  if (message === "" || message.length > 500) faults.push(`a message of ${message.length} characters`);
  if (/undefined|\[object|NaN\b/.test(message.replaceAll(/"(?:[^"\\]|\\.)*"/g, "")))
    faults.push(`a message of no sense: ${message}`);
  return faults;
}

/* OData ABNF, odataIdentifier, in words of its own; a hyphen is let be in names of properties. */
const letter = "[\\p{L}\\p{Nl}_]";
const rest = "[\\p{L}\\p{Nl}\\p{Nd}\\p{Mn}\\p{Mc}\\p{Pc}\\p{Cf}]";
const identifier = new RegExp(`^${letter}${rest}*$`, "u");
const property = new RegExp(`^${letter}(?:${rest}|-)*$`, "u");

/** Whether a text is an identifier of at most 128 characters. */
function isName(text: string, pattern = identifier): boolean {
  return pattern.test(text) && [...text].length <= 128;
}

function isQualified(text: string): boolean {
  const parts = text.split(".");
  return parts.length > 1 && parts.every((part) => isName(part));
}

/** What a model holds that CSDL forbids: found by looking at the model alone, in another way than the tool does. */
export function modelFaults(model: Model): string[] {
  const faults: string[] = [];
  for (const [key, type] of model.types) {
    if (key !== type.name || !isQualified(type.name)) faults.push(`the type name ${type.name}`);
    if (type.kind === "entity" || type.kind === "complex") faults.push(...structuredFaults(type, model));
    if (type.kind === "enum") faults.push(...enumFaults(type));
    if (type.kind === "typeDefinition" && !/^Edm\.\w+$/.test(type.underlying.name))
      faults.push(`${type.name} is based on ${type.underlying.name}`);
  }
  for (const { key, name, binding, parameters, returnType } of model.operations.values()) {
    const names = parameters.map((parameter) => parameter.name);
    const uses = [...parameters.map(({ type }) => type), ...(returnType === undefined ? [] : [returnType.type])];
    if (!isQualified(name) || !names.every((one) => isName(one))) faults.push(`the names of ${key}`);
    if (new Set(names).size < names.length) faults.push(`parameters of ${key}`);
    if (binding !== undefined && !isThere(binding.type, model)) faults.push(`the binding of ${key}`);
    if (!uses.every((use) => isThere(use.name, model))) faults.push(`the types of ${key}`);
  }
  for (const { kind, name, type } of model.children.values()) {
    const isOperation = kind === "ActionImport" || kind === "FunctionImport";
    const found = isOperation
      ? [...model.operations.values()].some((one) => one.name === type && one.binding === undefined)
      : model.types.get(type)?.kind === "entity";
    if (!isName(name) || !found) faults.push(`the ${kind} ${name}`);
  }
  return faults.map((fault) => `accepted: ${fault}`);
}

function isThere(name: string, { types }: Model): boolean {
  return types.has(name) || /^Edm\.[A-Z][A-Za-z]+\d*$/.test(name);
}

function structuredFaults(type: StructuredModelType, model: Model): string[] {
  const faults: string[] = [];
  const seen = new Set<string>();
  const names = new Set<string>();
  let current: ModelType | undefined = type;
  while (current !== undefined) {
    if (seen.has(current.name) || current.kind !== type.kind) return [`the base types of ${type.name}`];
    seen.add(current.name);
    for (const { name } of current.members) {
      if (names.has(name)) faults.push(`${type.name}/${name} is there twice`);
      names.add(name);
    }
    const base: string | undefined = current.base;
    current = base === undefined ? undefined : model.types.get(base);
    if (base !== undefined && current === undefined) return [`the base type of ${type.name}`];
  }
  for (const { name, kind, type: use } of type.members) {
    if (!isName(name, property)) faults.push(`the name ${type.name}/${name}`);
    if (!fits(kind, use, model)) faults.push(`the type of ${type.name}/${name}: ${use.name}`);
  }
  return faults;
}

function fits(kind: "property" | "navigation", { name }: TypeUse, model: Model): boolean {
  const found = model.types.get(name)?.kind;
  if (kind === "navigation") return found === "entity" || name === "Edm.EntityType";
  return found === undefined ? isThere(name, model) : found !== "entity";
}

const bits: { readonly [type: string]: readonly [low: bigint, high: bigint] } = {
  "Edm.Byte": [0n, 255n],
  "Edm.SByte": [-128n, 127n],
  "Edm.Int16": [-32768n, 32767n],
  "Edm.Int32": [-2147483648n, 2147483647n],
  "Edm.Int64": [-9223372036854775808n, 9223372036854775807n],
};

function enumFaults({ name, underlyingType, members }: Extract<ModelType, { readonly kind: "enum" }>): string[] {
  const range = bits[underlyingType];
  const names = new Set(members.map((member) => member.name));
  if (range === undefined) return [`${name} is based on ${underlyingType}`];
  const isFine = members.every((member) => isName(member.name) && member.value >= range[0] && member.value <= range[1]);
  return isFine && names.size === members.length ? [] : [`the members of ${name}`];
}

/** What does not parse of the package that a plan becomes. */
export function renderFaults(plan: Plan): string[] {
  const options = { templates: packagePath("templates"), origin: "o", version: "v" };
  return renderPackage(plan, options)
    .filter(({ path }) => path.endsWith(".ts") && !path.startsWith("src/runtime/"))
    .filter(({ text }) => {
      const { diagnostics = [] } = ts.transpileModule(text, { reportDiagnostics: true });
      return diagnostics.length > 0;
    })
    .map(({ path }) => `rendered: ${path} does not parse`);
}
