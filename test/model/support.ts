import { parseCsdl } from "../../generator/csdl/parse-csdl.ts";
import type { CsdlDocument } from "../../generator/csdl/types.ts";
import { BindgenError, type ErrorKind, type Problem } from "../../generator/errors.ts";
import { buildModel, type ModelInput } from "../../generator/model/build-model.ts";
import type {
  EnumModelType,
  Model,
  ModelMember,
  ModelOperation,
  ModelType,
  StructuredModelType,
} from "../../generator/model/types.ts";

const head =
  '<edmx:Edmx Version="4.01" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"' +
  ' xmlns="http://docs.oasis-open.org/odata/ns/edm"><edmx:Reference Uri="terms.xml">' +
  '<edmx:Include Namespace="Org.OData.Core.V1" Alias="Core"/><edmx:Include Namespace="OData.Bindgen.V1" Alias="Bindgen"/>' +
  "</edmx:Reference><edmx:DataServices>";
const foot = "</edmx:DataServices></edmx:Edmx>";

/**
 * A document around schemas, or around the content of the one schema `n`. What is given begins on line 2, column 1;
 * the aliases `Core` and `Bindgen` are included.
 */
export function csdlText(content: string): string {
  if (content.trimStart().startsWith("<Schema")) return `${head}\n${content}\n${foot}`;
  return `${head}<Schema Namespace="n">\n${content}\n</Schema>${foot}`;
}

export function parse(content: string, file = "t.xml"): CsdlDocument {
  return parseCsdl({ file, bytes: new TextEncoder().encode(csdlText(content)) });
}

export interface ModelSetup {
  /** More documents of the metadata. */
  readonly more?: readonly string[];
  readonly overlay?: string | readonly string[];
  readonly docs?: ModelInput["docs"];
}

/** The documents `t.xml`, `t1.xml`, …, with the overlays `overlay.xml`, `overlay1.xml`, … */
export function inputOf(content: string, { more = [], overlay = [], docs = "metadata" }: ModelSetup = {}): ModelInput {
  const overlays = typeof overlay === "string" ? [overlay] : overlay;
  const file = (name: string, index: number): string => `${name}${index === 0 ? "" : String(index)}.xml`;
  return {
    metadata: [content, ...more].map((text, index) => parse(text, file("t", index))),
    overlay: overlays.map((text, index) => parse(text, file("overlay", index))),
    docs,
  };
}

export function modelOf(content: string, setup: ModelSetup = {}): Model {
  return buildModel(inputOf(content, setup));
}

/** What an action fails with; fails where it does not fail with one of our errors of that kind. */
export function problemsOf(kind: ErrorKind, action: () => unknown): readonly Problem[] {
  try {
    action();
  } catch (error) {
    if (error instanceof BindgenError && error.kind === kind) return error.problems;
    throw error;
  }
  throw new Error(`expected an error of the kind ${kind}, and there was none`);
}

/** `file:line:column message` of each problem; the file only where it is not `t.xml`. */
export function messagesOf(kind: ErrorKind, action: () => unknown): readonly string[] {
  return problemsOf(kind, action).map(({ place, message }) => {
    const file = place === undefined || place.file === "t.xml" ? "" : `${place.file}:`;
    return place === undefined ? message : `${file}${place.line}:${place.column} ${message}`;
  });
}

/** `kind line:column message` of everything that is told of a document: errors, else warnings. */
export function toldOf(content: string, setup: ModelSetup = {}): readonly string[] {
  const line = (kind: string, { place, message }: Problem): string =>
    `${kind} ${place?.line}:${place?.column} ${message}`;
  try {
    return modelOf(content, setup).warnings.map((problem) => line("warning", problem));
  } catch (error) {
    if (error instanceof BindgenError) return error.problems.map((problem) => line(error.kind, problem));
    throw error;
  }
}

export function typeOf(model: Model, name: string): ModelType {
  const type = model.types.get(name);
  if (type === undefined) throw new Error(`there is no type ${name} in ${[...model.types.keys()].join(", ")}`);
  return type;
}

export function structuredOf(model: Model, name: string): StructuredModelType {
  const type = typeOf(model, name);
  if (type.kind === "entity" || type.kind === "complex") return type;
  throw new Error(`${name} is no structured type`);
}

export function enumOf(model: Model, name: string): EnumModelType {
  const type = typeOf(model, name);
  if (type.kind === "enum") return type;
  throw new Error(`${name} is no enumeration`);
}

/** A member by `ns.T/member`. */
export function memberOf(model: Model, path: string): ModelMember {
  const [owner = "", name = ""] = path.split("/");
  const found = structuredOf(model, owner).members.find((member) => member.name === name);
  if (found === undefined) throw new Error(`there is no member ${path}`);
  return found;
}

export function operationOf(model: Model, key: string): ModelOperation {
  const found = model.operations.get(key);
  if (found === undefined) throw new Error(`there is no ${key} in ${[...model.operations.keys()].join(", ")}`);
  return found;
}

/** Freezes a value and everything in it, maps and sets aside. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const inner of Object.values(value)) deepFreeze(inner);
  return value;
}
