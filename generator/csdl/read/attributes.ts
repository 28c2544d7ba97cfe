import type { XmlAttribute, XmlElement } from "../xml/tree-types.ts";
import { reportError, reportWarning, type Reading } from "./reading.ts";

/** How the text of an attribute becomes a value, and what to tell people when it does not. */
export interface Kind<T> {
  readonly parse: (text: string) => T | undefined;
  /** What services write all the same: understood, with a warning. */
  readonly tolerate?: ((text: string) => T | undefined) | undefined;
  /** What is done with that, where it is not what is expected in another form. */
  readonly tolerated?: string | undefined;
  readonly expected: string;
  /** What was meant, where that can be told. */
  readonly hint?: ((text: string) => string | undefined) | undefined;
}

/** Finds an attribute of CSDL: one without a prefix, hence in no namespace. */
export function findAttribute(element: XmlElement, name: string): XmlAttribute | undefined {
  return element.attributes.find((attribute) => attribute.name === name && attribute.namespace === "");
}

/** An attribute's value; undefined where it is absent, or invalid, which is reported. */
export function optional<T>(reading: Reading, element: XmlElement, name: string, kind: Kind<T>): T | undefined {
  const attribute = findAttribute(element, name);
  if (attribute === undefined) return undefined;
  const value = kind.parse(attribute.value);
  if (value !== undefined) return value;
  const message = `${element.name} has ${name}=${excerpt(attribute.value)}, expected: ${kind.expected}`;
  // The types of CSDL's schema collapse white space (XML Schema 4.3.6), and services rely on it.
  const trimmed = attribute.value.trim();
  const tolerated = kind.parse(trimmed) ?? kind.tolerate?.(trimmed);
  const hides = name === "Namespace" || name === "Alias";
  const about = { hint: kind.hint?.(trimmed), element: element.index, hides };
  if (tolerated === undefined) reportError(reading, attribute.index, message, about);
  else reportWarning(reading, attribute.index, message, toleratedAs(kind, trimmed));
  return tolerated;
}

function toleratedAs<T>(kind: Kind<T>, text: string): string {
  const own = kind.parse(text) === undefined ? kind.tolerated : undefined;
  return own ?? "it is read as if it were written that way";
}

/** Like `optional`, with a value to go on with; `checkShape` has reported a required attribute that is absent. */
export function withDefault<T>(reading: Reading, element: XmlElement, name: string, kind: Kind<T>, fallback: T): T {
  return optional(reading, element, name, kind) ?? fallback;
}

/** False for what has no name that could be read, which was reported: nobody can refer to it. */
export function isNamed({ name }: { readonly name: string }): boolean {
  return name !== "";
}

/** Quotes what a document says, short enough for a message. */
export function excerpt(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}…` : text);
}
