import type { Doc, Enum, Member, Operation, Structured, Use } from "./documents.ts";

const core = "Org.OData.Core.V1";

/** The document as CSDL XML. */
export function print(doc: Doc): string {
  const schemas = doc.namespaces.map(({ name, alias }) => {
    const mine = <T extends { readonly name: string }>(items: readonly T[]): T[] =>
      items.filter((item) => item.name.slice(0, item.name.lastIndexOf(".")) === name);
    const parts = [
      ...mine(doc.enums).map(enumText),
      ...mine(doc.definitions).map(
        (one) => `<TypeDefinition Name="${simple(one.name)}" UnderlyingType="${one.type}"${facets(one)}/>`,
      ),
      ...mine(doc.structured).map(structuredText),
      ...mine(doc.operations).map(operationText),
      ...(name === doc.namespaces[0]?.name ? [containerText(doc)] : []),
    ];
    const own = alias === undefined ? "" : ` Alias="${alias}"`;
    return `<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="${name}"${own}>\n${parts.join("\n")}\n</Schema>`;
  });
  return `<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>\n${schemas.join("\n")}\n</edmx:DataServices></edmx:Edmx>\n`;
}

export function simple(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}

function facets({ maxLength, precision, scale }: Use): string {
  const written = { MaxLength: maxLength, Precision: precision, Scale: scale };
  return Object.entries(written)
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${value}"`]))
    .join("");
}

function typed(use: Use): string {
  const type = use.collection ? `Collection(${use.type})` : use.type;
  return ` Type="${type}"${use.nullable === undefined ? "" : ` Nullable="${use.nullable}"`}${facets(use)}`;
}

function enumText({ name, flags, members }: Enum): string {
  const list = members.map((member) => `<Member Name="${member.name}" Value="${member.value}"/>`);
  return `<EnumType Name="${simple(name)}"${flags ? ' IsFlags="true"' : ""}>${list.join("")}</EnumType>`;
}

function deprecation(date: string | undefined): string {
  if (date === undefined) return "";
  const values = `<PropertyValue Property="Kind" EnumMember="${core}.RevisionKind/Deprecated"/><PropertyValue Property="Date" Date="${date}"/>`;
  return `<Annotation Term="${core}.Revisions"><Collection><Record>${values}</Record></Collection></Annotation>`;
}

function structuredText({ kind, name, base, abstract, open, members, deprecated }: Structured): string {
  const keys = members.filter(({ key }) => key).map((member) => `<PropertyRef Name="${member.name}"/>`);
  const attributes = [
    base === undefined ? "" : ` BaseType="${base}"`,
    abstract ? ' Abstract="true"' : "",
    open ? ' OpenType="true"' : "",
  ].join("");
  const parts = [
    keys.length === 0 ? "" : `<Key>${keys.join("")}</Key>`,
    ...members.map(memberText),
    deprecation(deprecated),
  ];
  return `<${kind} Name="${simple(name)}"${attributes}>\n  ${parts.filter((part) => part !== "").join("\n  ")}\n</${kind}>`;
}

function memberText(member: Member): string {
  const { name, navigation, contained, computed, immutable, readPermission, defaultValue, deprecated } = member;
  const element = navigation ? "NavigationProperty" : "Property";
  const notes = [
    computed ? `<Annotation Term="${core}.Computed"/>` : "",
    immutable ? `<Annotation Term="${core}.Immutable"/>` : "",
    readPermission ? `<Annotation Term="${core}.Permissions" EnumMember="${core}.Permission/Read"/>` : "",
    member.unresolved === true ? '<Annotation Term="OData.Bindgen.V1.UnresolvedDiscriminator"/>' : "",
    member.union === undefined ? "" : unionText(name, member.union),
    deprecation(deprecated),
  ].join("");
  const more = `${contained ? ' ContainsTarget="true"' : ""}${defaultValue ? ' DefaultValue="1"' : ""}`;
  return `<${element} Name="${name}"${typed(member)}${more}>${notes}</${element}>`;
}

function unionText(name: string, types: readonly string[]): string {
  const list = types.map((type) => `<String>${type}</String>`).join("");
  const values = `<PropertyValue Property="Name" String="${name}Union"/><PropertyValue Property="Types"><Collection>${list}</Collection></PropertyValue>`;
  return `<Annotation Term="OData.Bindgen.V1.ResourceUnion"><Record>${values}</Record></Annotation>`;
}

function operationText({ kind, name, binding, parameters, result }: Operation): string {
  const bound = binding?.collection === true ? `Collection(${binding.type})` : binding?.type;
  const list = [
    ...(bound === undefined ? [] : [`<Parameter Name="bindingParameter" Type="${bound}"/>`]),
    ...parameters.map((parameter) => {
      const note = parameter.optional ? `<Annotation Term="${core}.OptionalParameter"/>` : "";
      return `<Parameter Name="${parameter.name}"${typed(parameter)}>${note}</Parameter>`;
    }),
    ...(result === undefined ? [] : [`<ReturnType${typed(result)}/>`]),
  ];
  return `<${kind} Name="${simple(name)}"${binding === undefined ? "" : ' IsBound="true"'}>${list.join("")}</${kind}>`;
}

function containerText({ children }: Doc): string {
  const list = children.map(({ kind, name, target }) => {
    const attribute = {
      EntitySet: "EntityType",
      Singleton: "Type",
      ActionImport: "Action",
      FunctionImport: "Function",
    }[kind];
    return `<${kind} Name="${name}" ${attribute}="${target}"/>`;
  });
  return `<EntityContainer Name="service">${list.join("")}</EntityContainer>`;
}
