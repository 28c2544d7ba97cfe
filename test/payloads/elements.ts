import type {
  Annotation,
  CsdlDocument,
  Expression,
  Facets,
  Schema,
  TypeReference,
} from "../../generator/csdl/types.ts";
import { sortedBy } from "../../generator/sort.ts";

/**
 * What a document declares, by path and sorted: `Property Type Facets Union` of members, `Member` of enumerations (the
 * number behind it never travels), and the terms of annotations from outside, descriptions aside.
 */
export function elementsOf({ schemas, references }: CsdlDocument): Map<string, string> {
  const aliases = new Map([
    ...schemas.map(({ alias, namespace }) => [alias, namespace] as const),
    ...references.flatMap(({ includes }) => includes.map(({ alias, namespace }) => [alias, namespace] as const)),
  ]);
  const resolve = (name: string): string => {
    const [prefix, ...rest] = [name.slice(0, name.lastIndexOf(".")), name.slice(name.lastIndexOf(".") + 1)];
    return [aliases.get(prefix) ?? prefix, ...rest].join(".");
  };
  return new Map(
    sortedBy(
      schemas.flatMap((schema) => elementsIn(schema, resolve)),
      ([path]) => path,
    ),
  );
}

type Resolve = (name: string) => string;

function elementsIn(schema: Schema, resolve: Resolve): [string, string][] {
  const { namespace, complexTypes, entityTypes, enumTypes, targeted } = schema;
  return [
    ...[...complexTypes, ...entityTypes].flatMap(({ name, properties, navigationProperties }) => [
      ...properties.map(({ name: member, type, facets, annotations }): [string, string] => {
        const text = ["Property", typeText(type, resolve), ...facetTexts(facets), ...unions(annotations, resolve)];
        return [`${namespace}.${name}/${member}`, text.join(" ")];
      }),
      ...navigationProperties.map(({ name: member, type }): [string, string] => {
        return [`${namespace}.${name}/${member}`, `NavigationProperty ${typeText(type, resolve)}`];
      }),
    ]),
    ...enumTypes.flatMap(({ name, members }) => {
      return members.map((member): [string, string] => [`${namespace}.${name}/${member.name}`, "Member"]);
    }),
    ...targeted.flatMap(({ target, annotations }) => {
      const terms = annotations.map(({ term }) => resolve(term)).filter((term) => !term.endsWith(".Description"));
      return terms.map((term): [string, string] => [target, term]);
    }),
  ];
}

function typeText({ name, collection }: TypeReference, resolve: Resolve): string {
  return collection ? `Collection(${resolve(name)})` : resolve(name);
}

function facetTexts({ nullable, ...others }: Facets): string[] {
  const more = Object.entries(others).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${String(value)}`],
  );
  return [...(nullable === undefined ? [] : [`Nullable=${String(nullable)}`]), ...more];
}

function unions(annotations: readonly Annotation[], resolve: Resolve): string[] {
  return annotations.flatMap(({ term, value }) => {
    if (!resolve(term).endsWith(".ResourceUnion") || value?.kind !== "Record") return [];
    const [name, types] = ["Name", "Types"].map(
      (property) => value.properties.find((one) => one.property === property)?.value,
    );
    return [`${texts(name).join("")}: ${texts(types).sort().join(", ")}`];
  });
}

function texts(value: Expression | undefined): string[] {
  if (value?.kind === "Constant") return [value.text];
  return value?.kind === "Collection" ? value.items.flatMap(texts) : [];
}
