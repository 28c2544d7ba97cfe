/** A document in which every element and attribute of CSDL that the tool keeps occurs, in no particular order. */
export const everything = `<?xml version="1.0" encoding="utf-8"?>
<x:Edmx Version="4.01" xmlns:x="http://docs.oasis-open.org/odata/ns/edmx" xmlns:f="urn:foreign">
  <x:Reference Uri="https://example.org/v.xml">
    <x:Include Namespace="Org.V1" Alias="V" />
    <x:IncludeAnnotations TermNamespace="Org.V1" Qualifier="q" />
    <f:Include Namespace="nothing" />
  </x:Reference>
  <x:DataServices f:Version="9">
    <e:Schema Namespace="n.s" Alias="self" xmlns:e="http://docs.oasis-open.org/odata/ns/edm">
      <e:Annotations Target="n.s.T/b" Qualifier="q"><e:Annotation Term="V.A" /></e:Annotations>
      <e:EntityContainer Name="C" Extends="n.s.D">
        <e:FunctionImport Name="fi" Function="n.s.f" EntitySet="es" IncludeInServiceDocument="true" />
        <e:ActionImport Name="ai" Action="n.s.a" />
        <e:Singleton Name="s" Type="n.s.T" />
        <e:EntitySet Name="es" EntityType="n.s.T"><e:NavigationPropertyBinding Path="nav" Target="es" /></e:EntitySet>
      </e:EntityContainer>
      <e:Term Name="A" Type="Collection(Edm.String)" AppliesTo="EntityType Property" />
      <e:Function Name="f" IsComposable="true"><e:ReturnType Type="Collection(n.s.T)" Nullable="false" /></e:Function>
      <e:Action Name="a" IsBound="true" EntitySetPath="it/nav">
        <e:Parameter Name="it" Type="n.s.T" Nullable="true" />
        <e:Parameter Name="b" Type="Edm.Int32" Nullable="false" />
        <e:ReturnType Type="Edm.String" Unicode="false" MaxLength="max" />
      </e:Action>
      <e:Action Name="a" IsBound="true"><e:Parameter Name="it" Type="Collection(n.s.T)" Nullable="true" /></e:Action>
      <e:EntityType f:Name="other" f:Color="red" Name="T" BaseType="n.s.B" Abstract="false" OpenType="true" HasStream="true">
        <f:Property Name="foreign" />
        <e:NavigationProperty Name="nav" Type="n.s.T" Partner="nav" ContainsTarget="true" Nullable="false">
          <e:OnDelete Action="Cascade" /><e:ReferentialConstraint Property="b" ReferencedProperty="b" />
        </e:NavigationProperty>
        <e:Property Name="b" Type="Edm.Decimal" Precision="9" Scale="0" Nullable="true" DefaultValue="1&amp;&lt;&#10;2" />
        <e:Property Name="a" Type="Collection(Edm.GeographyPoint)" SRID="variable" Nullable="true" />
        <e:Key><e:PropertyRef Name="b" /><e:PropertyRef Name="c/a" Alias="ca" /></e:Key>
      </e:EntityType>
      <e:ComplexType Name="K" Abstract="true" />
      <e:TypeDefinition Name="D" UnderlyingType="Edm.Decimal" Scale="floating" Unicode="true" />
      <e:EnumType Name="F" UnderlyingType="Edm.Int64" IsFlags="true">
        <e:Member Name="big" Value="9007199254740993" /><e:Member Name="one" Value="1" /><e:Member Name="uno" Value="+01" />
      </e:EnumType>
      <e:EnumType Name="E" UnderlyingType="Edm.Int32"><e:Member Name="z" /><e:Member Name="a" /></e:EnumType>
      <e:Annotation Term="V.Record">
        <e:Record Type="V.R">
          <e:PropertyValue Property="z" Path="a/b"><e:Annotation Term="V.In" Int="-1" /></e:PropertyValue>
          <e:PropertyValue Property="c">
            <e:Collection><e:String> two
 lines</e:String><e:Path> a/b </e:Path><e:Null /><e:EnumMember>n.s.F/one
 n.s.F/big</e:EnumMember><e:If><e:Path>x</e:Path><e:Null /><e:Null /></e:If></e:Collection>
          </e:PropertyValue>
        </e:Record>
      </e:Annotation>
      <e:Annotation Term="V.Flag" Bool="true" Qualifier="b" />
      <e:Annotation Term="V.Flag" Qualifier="a"><e:Bool>false</e:Bool></e:Annotation>
      <e:Annotation Term="V.Url" UrlRef="https://example.org" />
    </e:Schema>
  </x:DataServices>
</x:Edmx>
`;

/** What is printed for it. */
export const printed = `<?xml version="1.0" encoding="utf-8"?>
<edmx:Edmx Version="4.01" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
  <edmx:Reference Uri="https://example.org/v.xml">
    <edmx:Include Namespace="Org.V1" Alias="V" />
  </edmx:Reference>
  <edmx:DataServices>
    <Schema Namespace="n.s" Alias="self" xmlns="http://docs.oasis-open.org/odata/ns/edm">
      <EnumType Name="E">
        <Member Name="z" Value="0" />
        <Member Name="a" Value="1" />
      </EnumType>
      <EnumType Name="F" UnderlyingType="Edm.Int64" IsFlags="true">
        <Member Name="one" Value="1" />
        <Member Name="uno" Value="1" />
        <Member Name="big" Value="9007199254740993" />
      </EnumType>
      <TypeDefinition Name="D" UnderlyingType="Edm.Decimal" Scale="floating" />
      <ComplexType Name="K" Abstract="true" />
      <EntityType Name="T" BaseType="n.s.B" OpenType="true" HasStream="true">
        <Key>
          <PropertyRef Name="b" />
          <PropertyRef Name="c/a" Alias="ca" />
        </Key>
        <Property Name="a" Type="Collection(Edm.GeographyPoint)" Nullable="true" SRID="variable" />
        <Property Name="b" Type="Edm.Decimal" Precision="9" Scale="0" DefaultValue="1&amp;&lt;&#10;2" />
        <NavigationProperty Name="nav" Type="n.s.T" Nullable="false" Partner="nav" ContainsTarget="true" />
      </EntityType>
      <Action Name="a" IsBound="true">
        <Parameter Name="it" Type="Collection(n.s.T)" Nullable="true" />
      </Action>
      <Action Name="a" IsBound="true" EntitySetPath="it/nav">
        <Parameter Name="it" Type="n.s.T" />
        <Parameter Name="b" Type="Edm.Int32" Nullable="false" />
        <ReturnType Type="Edm.String" MaxLength="max" Unicode="false" />
      </Action>
      <Function Name="f" IsComposable="true">
        <ReturnType Type="Collection(n.s.T)" Nullable="false" />
      </Function>
      <Term Name="A" Type="Collection(Edm.String)" />
      <EntityContainer Name="C" Extends="n.s.D">
        <EntitySet Name="es" EntityType="n.s.T" />
        <Singleton Name="s" Type="n.s.T" />
        <ActionImport Name="ai" Action="n.s.a" />
        <FunctionImport Name="fi" Function="n.s.f" />
      </EntityContainer>
      <Annotations Target="n.s.T/b" Qualifier="q">
        <Annotation Term="V.A" />
      </Annotations>
      <Annotation Term="V.Flag" Qualifier="a" Bool="false" />
      <Annotation Term="V.Flag" Qualifier="b" Bool="true" />
      <Annotation Term="V.Record">
        <Record Type="V.R">
          <PropertyValue Property="c">
            <Collection>
              <String> two&#10; lines</String>
              <Path>a/b</Path>
              <Null />
              <EnumMember>n.s.F/one n.s.F/big</EnumMember>
              <If />
            </Collection>
          </PropertyValue>
          <PropertyValue Property="z" Path="a/b">
            <Annotation Term="V.In" Int="-1" />
          </PropertyValue>
        </Record>
      </Annotation>
      <Annotation Term="V.Url">
        <UrlRef />
      </Annotation>
    </Schema>
  </edmx:DataServices>
</edmx:Edmx>
`;
