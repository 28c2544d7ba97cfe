import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packagePath } from "../../../generator/package-root.ts";
import { readNodes, type Node } from "./tree.ts";

/** A document that has everything at once that refers to something else (CSDL 4 to 14). */
const everything = `<edmx:Edmx Version="4.01" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
<edmx:Reference Uri="core.xml"><edmx:Include Namespace="Org.OData.Core.V1" Alias="Core"/></edmx:Reference>
<edmx:DataServices><Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="shop" Alias="self">
<TypeDefinition Name="money" UnderlyingType="Edm.Decimal" Precision="9" Scale="2"/>
<EnumType Name="colour" UnderlyingType="Edm.Byte"><Member Name="red" Value="1"/><Member Name="blue" Value="255"/></EnumType>
<EnumType Name="rights" IsFlags="true"><Member Name="read" Value="1"/><Member Name="write" Value="2"/></EnumType>
<EnumType Name="size"><Member Name="small"/><Member Name="large"/></EnumType>
<ComplexType Name="info" Abstract="true"><Property Name="code" Type="Edm.Int32" Nullable="false"/></ComplexType>
<ComplexType Name="address" BaseType="self.info" OpenType="true"><Property Name="street" Type="Edm.String" MaxLength="40"/>
<NavigationProperty Name="city" Type="shop.thing"/></ComplexType>
<EntityType Name="entity" Abstract="true"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.Guid" Nullable="false"/></EntityType>
<EntityType Name="thing" BaseType="self.entity"><Property Name="colour" Type="self.colour" DefaultValue="red"/>
<Property Name="price" Type="shop.money"/><Property Name="tags" Type="Collection(Edm.String)" Nullable="false"/>
<Property Name="at" Type="Edm.DateTimeOffset" Precision="3"/><Property Name="data" Type="Edm.Stream"/></EntityType>
<EntityType Name="order" HasStream="true"><Key><PropertyRef Name="number"/><PropertyRef Name="where/code" Alias="place"/></Key>
<Property Name="number" Type="Edm.Int64" Nullable="false"/><Property Name="where" Type="self.address" Nullable="false"/>
<NavigationProperty Name="things" Type="Collection(self.thing)" ContainsTarget="true"/>
<NavigationProperty Name="customer" Type="self.customer" Partner="orders" Nullable="false">
<ReferentialConstraint Property="number" ReferencedProperty="number"/><OnDelete Action="Cascade"/></NavigationProperty></EntityType>
<EntityType Name="customer" BaseType="self.entity"><Property Name="number" Type="Edm.Int64"/><Property Name="rights" Type="self.rights"/>
<NavigationProperty Name="orders" Type="Collection(self.order)" Partner="customer"/></EntityType>
<Action Name="pay" IsBound="true" EntitySetPath="order/customer"><Parameter Name="order" Type="self.order"/><Parameter Name="sum" Type="self.money"/>
<ReturnType Type="self.customer"/></Action>
<Action Name="pay" IsBound="true"><Parameter Name="orders" Type="Collection(self.order)"/></Action>
<Action Name="reset"/>
<Function Name="find"><Parameter Name="size" Type="self.size" Nullable="false"/><ReturnType Type="Collection(self.thing)"/></Function>
<Function Name="find"><Parameter Name="size" Type="self.size"/><Parameter Name="text" Type="Edm.String"/><ReturnType Type="Collection(self.thing)"/></Function>
<Term Name="note" Type="Edm.String" AppliesTo="Property"/>
<EntityContainer Name="service"><EntitySet Name="things" EntityType="self.thing"/>
<EntitySet Name="orders" EntityType="self.order"><NavigationPropertyBinding Path="customer" Target="customers"/>
<NavigationPropertyBinding Path="where/city" Target="shop.service/things"/></EntitySet>
<EntitySet Name="customers" EntityType="self.customer" IncludeInServiceDocument="true"/><Singleton Name="me" Type="self.customer"/>
<ActionImport Name="reset" Action="self.reset"/><FunctionImport Name="find" Function="self.find" EntitySet="things"/></EntityContainer>
<Annotations Target="self.thing/price"><Annotation Term="self.note" String="text"/><Annotation Term="Core.Computed"/></Annotations>
<Annotations Target="self.find(self.size,Edm.String)/text"><Annotation Term="Core.OptionalParameter"><Record Type="Core.OptionalParameterType">
<PropertyValue Property="DefaultValue" String="x"/></Record></Annotation></Annotations>
<Annotations Target="self.thing"><Annotation Term="Core.Revisions"><Collection><Record><PropertyValue Property="Kind" EnumMember="Core.RevisionKind/Deprecated"/>
<PropertyValue Property="Date" Date="2024-01-01"/></Record></Collection></Annotation></Annotations>
</Schema><Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="shop.more" Alias="more">
<EntityType Name="thing" BaseType="shop.thing"><Property Name="extra" Type="Collection(self.address)"/></EntityType></Schema>
</edmx:DataServices></edmx:Edmx>`;

const folder = packagePath("spec", "cases");
/** Cases of options are made for their configurations. */
const cases = readdirSync(folder).filter((file) => file.endsWith(".csdl.xml") && !file.startsWith("option-"));

/** What mutations begin with: all cases, the document that has everything, and the flagship's. */
export const small: readonly Node[] = cases.map((file) => readNodes(readFileSync(join(folder, file), "utf8")));
export const rich: Node = readNodes(everything);
export const flagship: Node = readNodes(readFileSync(packagePath("spec", "graph", "v1.0.csdl.xml"), "utf8"));
