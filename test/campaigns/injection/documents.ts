import type { Config } from "../../../generator/config/types.ts";
import { configOf } from "../../plan/support.ts";
import { xmlText } from "./hostile.ts";

/** What a package is made of. */
export interface Input {
  readonly metadata: string;
  readonly overlay: string;
  readonly config: Config;
}

/** Where texts and names come from. */
export interface Draw {
  readonly text: () => string;
  /** A name for each of the given ones. */
  readonly name: (plain: string) => string;
}

const open =
  '<edmx:Edmx Version="4.01" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx" ' +
  'xmlns="http://docs.oasis-open.org/odata/ns/edm">';

/** An input with a text in every place that takes one. */
export function inputOf({ text, name }: Draw): Input {
  const t = (): string => xmlText(text());
  const n = (plain: string): string => xmlText(name(plain));
  const [space, other] = [n("shop.sales"), n("shop.stock")];
  const docs = (): string =>
    `<Annotation Term="Core.Description" String="${t()}"/><Annotation Term="Core.LongDescription"><String>${t()}</String></Annotation>` +
    `<Annotation Term="x.y.${n("term")}" Qualifier="${n("q")}" String="${t()}"/><Annotation Term="x.y.path" Path="a"/>` +
    `<Annotation Term="x.y.record"><Record><PropertyValue Property="P" String="${t()}"/></Record></Annotation>`;
  const revised = (): string =>
    '<Annotation Term="Core.Revisions"><Collection><Record>' +
    '<PropertyValue Property="Kind" EnumMember="Core.RevisionKind/Deprecated"/>' +
    ["Date", "RemovalDate", "Version", "Description"]
      .map((property) => `<PropertyValue Property="${property}" String="${t()}"/>`)
      .join("") +
    "</Record></Collection></Annotation>";
  const property = (plain: string, type: string, more = "", inside = docs()): string =>
    `<Property Name="${n(plain)}" Type="${type}" ${more}>${inside}</Property>`;
  const references =
    `<edmx:Reference Uri="${t()}"><edmx:Include Namespace="Org.OData.Core.V1" Alias="Core"/>` +
    '<edmx:Include Namespace="OData.Bindgen.V1" Alias="Bindgen"/></edmx:Reference>';
  const ship =
    `<EntityType Name="${n("ship")}" OpenType="true">${docs()}${revised()}<Key><PropertyRef Name="${n("id")}"/></Key>` +
    property("id", "Edm.String", `Nullable="false" MaxLength="5" DefaultValue="${t()}"`) +
    property("lamp", `${space}.${n("lamp")}`, `DefaultValue="${n("red")}"`, docs() + revised()) +
    property("cargo", `Collection(${other}.${n("crate")})`) +
    `<NavigationProperty Name="${n("fleet")}" Type="Collection(${space}.${n("ship")})">${docs()}</NavigationProperty></EntityType>` +
    `<EntityType Name="${n("tug")}" BaseType="${space}.${n("ship")}">${docs()}${property("power", "Edm.Decimal", 'Precision="9" Scale="2"')}</EntityType>`;
  const values =
    `<EnumType Name="${n("lamp")}">${docs()}<Member Name="${n("red")}">${docs()}</Member><Member Name="${n("green")}">${revised()}</Member></EnumType>` +
    `<TypeDefinition Name="${n("knots")}" UnderlyingType="Edm.Double">${docs()}</TypeDefinition>`;
  const operations =
    `<Action Name="${n("sink")}" IsBound="true">${docs()}<Parameter Name="${n("it")}" Type="${space}.${n("ship")}"/>` +
    `<Parameter Name="${n("reason")}" Type="Edm.String">${docs()}</Parameter><ReturnType Type="${other}.${n("crate")}"/></Action>` +
    `<Function Name="${n("find")}">${docs()}<Parameter Name="${n("speed")}" Type="${space}.${n("knots")}">${revised()}</Parameter>` +
    '<ReturnType Type="Collection(Edm.String)"/></Function>';
  const crate = `<ComplexType Name="${n("crate")}">${docs()}${property("label", "Edm.String")}${property("kind", `${space}.${n("lamp")}`)}</ComplexType>`;
  const metadata =
    `<!-- ${xmlText(text()).replaceAll("-", "")} -->${open}${references}<edmx:DataServices>` +
    `<Schema Namespace="${space}" Alias="${n("self")}">${ship}${values}${operations}` +
    `<Annotations Target="${space}.${n("tug")}/${n("power")}"><Annotation Term="Core.Description" String="${t()}"/></Annotations></Schema>` +
    `<Schema Namespace="${other}">${crate}</Schema></edmx:DataServices></edmx:Edmx>`;
  const overlay =
    `${open}${references}<edmx:DataServices><Schema Namespace="${other}"><ComplexType Name="${n("crate")}">` +
    property("extra", "Edm.String", "", `<Annotation Term="Bindgen.Evidence" String="${t()}"/>${docs()}`) +
    property(
      "union",
      "Edm.Untyped",
      "",
      `<Annotation Term="Bindgen.ResourceUnion"><Record><PropertyValue Property="Name" String="${n("thing")}"/><PropertyValue Property="Types"><Collection><String>${space}.${n("ship")}</String></Collection></PropertyValue></Record></Annotation>`,
    ) +
    "</ComplexType></Schema></edmx:DataServices></edmx:Edmx>";
  return { metadata, overlay, config: configuration(text) };
}

/** What a configuration may say in words. */
function configuration(text: () => string): Config {
  return configOf({
    metadata: `/spec/${text().replaceAll("/", "")}`,
    source: `https://x.test/${text()}`,
    serviceRoot: `https://x.test/${text()}/`,
    package: { name: "p", version: "1.0.0", description: text(), license: text(), keywords: [text(), text()] },
  });
}
