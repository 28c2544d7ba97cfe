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
  readonly children: readonly XmlElement[];
  /** All character data directly inside it, CDATA included. */
  readonly text: string;
  /** The offset of its `<`. */
  readonly index: number;
}

/** An element as the parser hands it over: names as written, values decoded, namespaces unresolved. */
export interface RawElement {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly children: readonly RawElement[];
  readonly text: string;
  readonly index: number;
}
