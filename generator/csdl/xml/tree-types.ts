/** An attribute with its namespace resolved; attributes without a prefix are in no namespace (Namespaces 6.2). */
export interface XmlAttribute {
  readonly namespace: string;
  readonly name: string;
  readonly value: string;
  /** The offset of its name. */
  readonly index: number;
}

/** An element with its namespace resolved. Declarations of namespaces are not among the attributes. */
export interface XmlElement {
  readonly namespace: string;
  readonly name: string;
  readonly attributes: readonly XmlAttribute[];
  /** The offset of its `<`. */
  readonly index: number;
  /** What is in it, or how to get it: ask `contentOf`. */
  readonly content: XmlContent | DeferredContent;
}

/** What is in an element. */
export interface XmlContent {
  readonly children: readonly XmlElement[];
  /** All character data directly inside it, CDATA included. */
  readonly text: string;
}

/** What is in an element and has not been parsed yet. */
export interface DeferredContent {
  readonly read: (element: XmlElement) => XmlContent;
}

/**
 * An element as the parser hands it over: names as written, values decoded, namespaces unresolved, the offset one in the
 * text that was parsed.
 */
export interface RawElement {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly children: readonly RawElement[];
  readonly text: string;
  readonly index: number;
}
