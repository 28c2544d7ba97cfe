import { BindgenError, clip, inOrder } from "../../errors.ts";
import { edmx, isOldNamespace } from "../grammar/namespaces.ts";
import type { CsdlDocument, Include, ReadDocument, Reference } from "../types.ts";
import type { XmlDocument } from "../xml/read-xml.ts";
import type { XmlElement } from "../xml/tree-types.ts";
import { excerpt, findAttribute, optional, withDefault } from "./attributes.ts";
import { alias, anyText, identifier, namespace } from "./kinds.ts";
import { readAnnotations } from "./read-annotations.ts";
import { readSchema } from "./read-schema.ts";
import { at, reportError, startReading, type Reading } from "./reading.ts";
import { checkShape, isWithout, oldVersionHint } from "./shape.ts";

/**
 * The root of a document and all below it (CSDL 3), with what is wrong in it.
 * @throws BindgenError `input` where it is no metadata of OData V4 at all
 */
export function readDocument(document: XmlDocument): ReadDocument {
  const { root, file } = document;
  const reading = startReading(document);
  checkRoot(reading, root);
  const version = readVersion(reading, root);
  const children = checkShape(reading, root);
  const services = children.find(({ name }) => name === "DataServices");
  if (isWithout(root, children, "DataServices")) {
    reportError(reading, root.index, "Edmx holds no DataServices, which it must hold");
  }
  const references = children.filter(({ name }) => name === "Reference").map((child) => readReference(reading, child));
  const schemas = services === undefined ? [] : readServices(reading, services);
  return {
    document: { file, version, references, schemas, warnings: inOrder(reading.warnings) },
    errors: reading.errors,
  };
}

/** Without the right root nothing below it means anything: this ends the reading. */
function checkRoot(reading: Reading, { name, namespace: found, index }: XmlElement): void {
  if (found === edmx && name === "Edmx") return;
  const place = at(reading, index);
  if (isOldNamespace(found)) {
    const message = `this is metadata of OData V1, V2 or V3 (namespace ${found})`;
    throw new BindgenError("input", { message, place, hint: oldVersionHint });
  }
  const where = found === "" ? "in no namespace" : `in the namespace ${excerpt(found)}`;
  const message = `the root element is ${clip(name)} ${where}, expected: Edmx in the namespace "${edmx}"`;
  const hint = name === "service" ? "this is a service document: add $metadata to the URL" : undefined;
  throw new BindgenError("input", { message, place, hint });
}

/** CSDL 4: the version. What is of an older one is to be read by other rules: that ends the reading too. */
function readVersion(reading: Reading, root: XmlElement): CsdlDocument["version"] {
  const attribute = findAttribute(root, "Version");
  if (attribute?.value === "4.0" || attribute?.value === "4.01") return attribute.value;
  if (attribute === undefined) return "4.0";
  const { value, index } = attribute;
  if (/^[123]\.0$/.test(value)) {
    const message = `this is metadata of OData V${value.slice(0, 1)} (Version="${value}")`;
    throw new BindgenError("input", { message, place: at(reading, index), hint: oldVersionHint });
  }
  reportError(reading, index, `Edmx has Version=${excerpt(value)}, expected: 4.0 or 4.01`);
  return "4.0";
}

function readServices(reading: Reading, services: XmlElement): CsdlDocument["schemas"] {
  const schemas = checkShape(reading, services);
  if (isWithout(services, schemas, "Schema")) {
    reportError(reading, services.index, "DataServices holds no Schema; at least one is expected");
  }
  return schemas.map((schema) => readSchema(reading, schema));
}

/** `edmx:Reference` (CSDL 3.3). Only what it includes matters here, not the annotations that it includes. */
function readReference(reading: Reading, element: XmlElement): Reference {
  const children = checkShape(reading, element);
  for (const child of children) {
    if (child.name === "IncludeAnnotations") checkIncludeAnnotations(reading, child);
  }
  readAnnotations(reading, children);
  return {
    at: at(reading, element.index),
    uri: withDefault(reading, element, "Uri", anyText, ""),
    includes: children.filter(({ name }) => name === "Include").map((child) => readInclude(reading, child)),
  };
}

function readInclude(reading: Reading, element: XmlElement): Include {
  readAnnotations(reading, checkShape(reading, element));
  return {
    at: at(reading, element.index),
    namespace: withDefault(reading, element, "Namespace", namespace, ""),
    alias: optional(reading, element, "Alias", alias),
  };
}

function checkIncludeAnnotations(reading: Reading, element: XmlElement): void {
  checkShape(reading, element);
  optional(reading, element, "TermNamespace", namespace);
  optional(reading, element, "TargetNamespace", namespace);
  optional(reading, element, "Qualifier", identifier);
}
