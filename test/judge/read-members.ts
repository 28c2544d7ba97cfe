import { decide, type Notes, notesIn, type Resolve } from "./annotations.ts";
import type { Facets, Member, Operation } from "./facts.ts";
import { childrenOf, type Element } from "./xml.ts";

/** One element of a schema that has a name, with what its document knows. */
export interface Declared {
  readonly name: string;
  readonly element: Element;
  readonly resolve: Resolve;
}

export interface Documents {
  readonly declared: readonly Declared[];
  readonly notes: readonly ReadonlyMap<string, Notes>[];
  readonly aliases: ReadonlyMap<string, string>;
}

export function nameOf(element: Element): string {
  return element.attributes.get("Name") ?? "";
}

export function readMember(one: Declared, documents: Documents, targets: readonly string[]): Member {
  const { element, resolve } = one;
  const outside = documents.notes.flatMap((notes) => targets.flatMap((target) => [...(notes.get(target) ?? [])]));
  const decided = decide(new Map([...notesIn(element, resolve), ...outside]), resolve);
  const nullable = element.attributes.get("Nullable")?.toLowerCase();
  return {
    name: nameOf(element),
    ...typeIn(element, resolve),
    ...decided,
    // The union says it all: one object or an array of them, whatever the declared type holds.
    ...(decided.union === undefined ? {} : { collection: false }),
    navigation: element.name === "NavigationProperty",
    parameter: element.name === "Parameter",
    nullable: nullable === undefined ? undefined : nullable === "true",
    key: false,
    hasDefault: decided.defaulted || element.attributes.has("DefaultValue"),
    facets: readFacets(element),
  };
}

function typeIn(element: Element, resolve: Resolve): { readonly type: string; readonly collection: boolean } {
  const written = element.attributes.get("Type") ?? "Edm.String";
  const item = /^Collection\((.*)\)$/.exec(written)?.[1];
  return { type: resolve(item ?? written), collection: item !== undefined };
}

export function readFacets({ attributes }: Element): Facets {
  const number = (text: string | undefined): number | undefined =>
    text === undefined || text === "max" ? undefined : Number(text);
  const scale = attributes.get("Scale")?.toLowerCase();
  return {
    maxLength: number(attributes.get("MaxLength")),
    precision: number(attributes.get("Precision")),
    scale: scale === "variable" || scale === "floating" ? scale : number(scale),
  };
}

/** The key is the one that the contract gives to registries (section 4). */
export function readOperation(one: Declared, documents: Documents): Operation {
  const { name, element, resolve } = one;
  const all = childrenOf(element, "Parameter");
  const written = (parameter: Element): string => {
    const { type, collection } = typeIn(parameter, resolve);
    return collection ? `Collection(${type})` : type;
  };
  const bound = element.attributes.get("IsBound") === "true" ? all[0] : undefined;
  const own = bound === undefined ? all : all.slice(1);
  const overload = element.name === "Action" ? (bound === undefined ? [] : [bound]) : all;
  const target = `${name}(${overload.map(written).join(",")})`;
  const parameters = own.map((parameter) => {
    const targets = [`${target}/${nameOf(parameter)}`, `${name}/${nameOf(parameter)}`];
    return readMember({ name: nameOf(parameter), element: parameter, resolve }, documents, targets);
  });
  const names = element.name === "Function" ? parameters.map((parameter) => parameter.name).join(",") : "";
  const signature = `${bound === undefined ? "" : written(bound)}${names === "" ? "" : `;${names}`}`;
  const [returned] = childrenOf(element, "ReturnType");
  return {
    key: `${element.name.toLowerCase()}:${name}(${signature})`,
    binding: bound === undefined ? undefined : typeIn(bound, resolve).type,
    parameters,
    result: returned === undefined ? undefined : readResult(returned, documents, resolve),
  };
}

/** What is no object comes as the member `value` (OData JSON 11, 12, 18). */
function readResult(element: Element, documents: Documents, resolve: Resolve): Member {
  return { ...readMember({ name: "value", element, resolve }, documents, []), name: "value", parameter: true };
}
