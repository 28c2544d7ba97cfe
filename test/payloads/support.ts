import { findDrift } from "../../generator/payloads/find-drift.ts";
import type { Body, Drift, InferredType } from "../../generator/payloads/types.ts";
import { sliceOf, type SliceSetup } from "../slice/support.ts";

/** A telephone exchange: a set of identities, an abstract base, a flags enumeration, an open type, actions. */
export const exchange = `
  <EnumType Name="state"><Member Name="Ringing" Value="0"/><Member Name="Up" Value="1"/></EnumType>
  <EnumType Name="modality"><Member Name="audio" Value="0"/><Member Name="video" Value="1"/></EnumType>
  <EnumType Name="days" IsFlags="true"><Member Name="mon" Value="1"/><Member Name="tue" Value="2"/></EnumType>
  <ComplexType Name="who"><Property Name="id" Type="Edm.String"/><Property Name="name" Type="Edm.String"/></ComplexType>
  <ComplexType Name="member" BaseType="n.who"><Property Name="mail" Type="Edm.String" MaxLength="40"/></ComplexType>
  <ComplexType Name="people"><Property Name="user" Type="n.who"/><Property Name="device" Type="n.who"/></ComplexType>
  <ComplexType Name="media" Abstract="true"/>
  <ComplexType Name="appMedia" BaseType="n.media"><Property Name="blob" Type="Edm.String"/></ComplexType>
  <ComplexType Name="hostMedia" BaseType="n.media"/>
  <ComplexType Name="place"><Property Name="street" Type="Edm.String"/><Property Name="town" Type="Edm.String"/></ComplexType>
  <ComplexType Name="notice" OpenType="true"><Property Name="kind" Type="Edm.String"/></ComplexType>
  <EntityType Name="thing" Abstract="true"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String"/></EntityType>
  <EntityType Name="call" BaseType="n.thing">
    <Property Name="state" Type="n.state"/><Property Name="days" Type="n.days"/><Property Name="people" Type="n.people"/>
    <Property Name="media" Type="n.media"/><Property Name="begins" Type="Edm.DateTimeOffset"/>
    <Property Name="ringTimeoutInSeconds" Type="Edm.Int32"/><Property Name="tags" Type="Collection(Edm.String)" Nullable="false"/>
    <NavigationProperty Name="jobs" Type="Collection(n.job)" ContainsTarget="true"/>
  </EntityType>
  <EntityType Name="job" BaseType="n.thing"><Property Name="code" Type="Edm.Int64"/><Property Name="place" Type="n.place"/></EntityType>
  <EntityType Name="bigJob" BaseType="n.job"/><EntityType Name="longJob" BaseType="n.job"/>
  <EntityType Name="office" BaseType="n.thing"><NavigationProperty Name="calls" Type="Collection(n.call)"/></EntityType>
  <Action Name="hangUp" IsBound="true"><Parameter Name="it" Type="n.call"/><Parameter Name="why" Type="Edm.String"/>
    <Parameter Name="waitTimeoutInSeconds" Type="Edm.Int32"/></Action>
  <Function Name="last" IsBound="true"><Parameter Name="it" Type="n.office"/><ReturnType Type="Collection(n.call)"/></Function>
  <EntityContainer Name="C"><Singleton Name="office" Type="n.office"/><EntitySet Name="calls" EntityType="n.call"/></EntityContainer>`;

/** Bodies in files `0.json`, `1.json`, … */
export function bodiesOf(contents: readonly unknown[]): Body[] {
  return contents.map((json, number) => ({ file: `${number}.json`, evidence: `${number}.json`, json }));
}

/** What bodies hold that the exchange, or another document, does not declare. */
export function driftOf(contents: readonly unknown[], setup: SliceSetup & { readonly text?: string } = {}): Drift {
  return findDrift(bodiesOf(contents), sliceOf(setup.text ?? exchange, "all", setup));
}

/** A type as CSDL writes it, with the facets that it has. */
export function typeText({ use, nullable }: InferredType): string {
  const name = use.collection ? `Collection(${use.name})` : use.name;
  const length = use.maxLength === undefined ? "" : ` MaxLength=${String(use.maxLength)}`;
  return `${name}${nullable === undefined ? "" : ` Nullable=${String(nullable)}`}${length}`;
}

/** `path type` of each undeclared member. */
export function membersOf({ members }: Drift): string[] {
  return members.map(({ path, type }) => `${path} ${typeText(type)}`);
}

/** A call with the given members. */
export function call(members: object): object {
  return { "@odata.type": "#n.call", ...members };
}
