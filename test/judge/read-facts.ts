import { type Notes, notesOutside, type Resolve } from "./annotations.ts";
import type { Definition, Enumeration, Facts, Member, Structured } from "./facts.ts";
import { type Declared, type Documents, nameOf, readFacets, readMember, readOperation } from "./read-members.ts";
import { childrenOf, deep, type Element, readXml } from "./xml.ts";

/** Takes the texts of the metadata and of what is laid over it, returns what they say together. */
export function readFacts(texts: readonly string[]): Facts {
  const documents = readDocuments(texts);
  const of = (...kinds: readonly string[]): Declared[] =>
    documents.declared.filter(({ element }) => kinds.includes(element.name));
  return {
    structured: readStructured(of("EntityType", "ComplexType"), documents),
    enums: readEnums(of("EnumType")),
    definitions: new Map(of("TypeDefinition").map((one) => [one.name, readDefinition(one)])),
    operations: of("Action", "Function").map((one) => readOperation(one, documents)),
    entryPoints: readEntryPoints(of("EntityContainer")),
    aliases: documents.aliases,
  };
}

function readDocuments(texts: readonly string[]): Documents {
  const declared: Declared[] = [];
  const notes: ReadonlyMap<string, Notes>[] = [];
  const aliases = new Map<string, string>();
  for (const text of texts) {
    const root = readXml(text);
    const schemas = deep(root, "Schema");
    const resolve = resolverOf([...schemas, ...deep(root, "Include")]);
    notes.push(notesOutside(root, resolve));
    for (const schema of schemas) {
      const namespace = schema.attributes.get("Namespace") ?? "";
      const alias = schema.attributes.get("Alias");
      if (alias !== undefined) aliases.set(alias, namespace);
      const named = schema.children.filter(({ attributes }) => attributes.has("Name"));
      declared.push(...named.map((element) => ({ name: `${namespace}.${nameOf(element)}`, element, resolve })));
    }
  }
  return { declared, notes, aliases };
}

/** An alias stands for the namespace of a schema or of an include, within its document (CSDL 4.2, 5.1). */
function resolverOf(elements: readonly Element[]): Resolve {
  const aliases = elements.map(({ attributes }) => [attributes.get("Alias"), attributes.get("Namespace")] as const);
  const known = new Map(aliases);
  return (name) => {
    const dot = name.lastIndexOf(".");
    const namespace = known.get(name.slice(0, Math.max(dot, 0)));
    return namespace === undefined ? name : namespace + name.slice(dot);
  };
}

/** Several elements may speak of one type: what is laid over adds to it. */
function grouped(declared: readonly Declared[]): readonly (readonly [Declared, ...Declared[]])[] {
  const groups = new Map<string, [Declared, ...Declared[]]>();
  for (const one of declared) {
    const group = groups.get(one.name);
    if (group === undefined) groups.set(one.name, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}

function readStructured(declared: readonly Declared[], documents: Documents): ReadonlyMap<string, Structured> {
  const groups = new Map(grouped(declared).map((group) => [group[0].name, group]));
  const done = new Map<string, Structured>();
  const read = (name: string): Structured => {
    const group = groups.get(name);
    if (group === undefined) throw new Error(`no structured type ${name}`);
    const { element, resolve } = group[0];
    const written = element.attributes.get("BaseType");
    const base = written === undefined ? undefined : read(resolve(written));
    const type: Structured = {
      name,
      entity: element.name === "EntityType",
      abstract: element.attributes.get("Abstract") === "true",
      // What derives from an open type is open (CSDL 6.3, 9.3).
      open: element.attributes.get("OpenType") === "true" || base?.open === true,
      base: base?.name,
      members: new Map([...(base?.members ?? []), ...ownMembers(group, documents)]),
    };
    done.set(name, type);
    return type;
  };
  return new Map([...groups.keys()].map((name) => [name, done.get(name) ?? read(name)]));
}

function ownMembers(group: readonly Declared[], documents: Documents): readonly (readonly [string, Member])[] {
  const keys = group.flatMap(({ element }) => childrenOf(element, "Key")).flatMap((key) => deep(key, "PropertyRef"));
  const keyNames = new Set(keys.map(nameOf));
  return group.flatMap(({ name, element, resolve }) =>
    childrenOf(element, "Property", "NavigationProperty").map((member) => {
      const targets = [`${name}/${nameOf(member)}`];
      const read = readMember({ name: targets[0] ?? "", element: member, resolve }, documents, targets);
      return [read.name, { ...read, key: keyNames.has(read.name) }] as const;
    }),
  );
}

function readEnums(declared: readonly Declared[]): ReadonlyMap<string, Enumeration> {
  return new Map(
    grouped(declared).map((group) => {
      const { name, element } = group[0];
      const members = group.flatMap((one) => childrenOf(one.element, "Member")).map(nameOf);
      return [name, { name, flags: element.attributes.get("IsFlags") === "true", members: [...new Set(members)] }];
    }),
  );
}

function readDefinition({ name, element, resolve }: Declared): Definition {
  return { name, underlying: resolve(element.attributes.get("UnderlyingType") ?? ""), facets: readFacets(element) };
}

function readEntryPoints(declared: readonly Declared[]): ReadonlyMap<string, string> {
  const points = declared.flatMap(({ element, resolve }) =>
    childrenOf(element, "EntitySet", "Singleton").map((point) => {
      const type = point.attributes.get("EntityType") ?? point.attributes.get("Type") ?? "";
      return [nameOf(point), resolve(type)] as const;
    }),
  );
  return new Map(points);
}
