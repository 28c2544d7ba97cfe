/** What an element may and must hold, by the standard. */
export interface Shape {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** Elements of the edm namespace (edmx for the outer four) that may stand in it. */
  readonly children: readonly string[];
  /** Those of them that may stand in it at most once. */
  readonly once: readonly string[];
  /** Whether it holds character data that is not white space. */
  readonly text: boolean;
}

function shape(required: string, optional = "", children = "", once = ""): Shape {
  return {
    required: words(required),
    optional: words(optional),
    children: words(children),
    once: words(once),
    text: false,
  };
}

function words(list: string): readonly string[] {
  return list === "" ? [] : list.split(" ");
}

const sizes = "MaxLength Precision Scale Unicode SRID";
const facets = `Nullable ${sizes}`;
const constants = "Binary Bool Date DateTimeOffset Decimal Duration EnumMember Float Guid Int String TimeOfDay";
const paths = "AnnotationPath ModelElementPath NavigationPropertyPath Path PropertyPath";
const computed = "Add And Apply Cast Div DivBy Eq Ge Gt Has If In IsOf LabeledElement LabeledElementReference Le Lt";
const moreComputed = "Mod Mul Ne Neg Not Or Sub UrlRef";

/** Elements that hold a constant (CSDL 14.3). */
const constantElements: readonly string[] = words(constants);
/** Elements that hold a path (CSDL 14.4.1). */
const pathElements: readonly string[] = words(paths);
/** Elements that compute at run time (CSDL 14.4). */
export const dynamicElements: readonly string[] = words(`${computed} ${moreComputed}`);
/** Every element that is an annotation expression. */
const expressionElements: readonly string[] = words(
  `${constants} ${paths} ${computed} ${moreComputed} Collection Null Record`,
);
/** Attributes that hold an annotation expression (CSDL 14.3, 14.4). */
export const expressionAttributes: readonly string[] = words(`${constants} ${paths} UrlRef`);

const expressions = expressionElements.join(" ");
const values = expressionAttributes.join(" ");
const structured = "Property NavigationProperty Annotation";

const declarations: { readonly [element: string]: Shape } = {
  Edmx: shape("Version", "", "Reference DataServices", "DataServices"),
  Reference: shape("Uri", "", "Include IncludeAnnotations Annotation"),
  Include: shape("Namespace", "Alias", "Annotation"),
  IncludeAnnotations: shape("TermNamespace", "Qualifier TargetNamespace"),
  DataServices: shape("", "", "Schema"),
  Schema: shape(
    "Namespace",
    "Alias",
    "Action Annotation Annotations ComplexType EntityContainer EntityType EnumType Function Term TypeDefinition",
    "EntityContainer",
  ),
  EntityType: shape("Name", "BaseType Abstract OpenType HasStream", `Key ${structured}`, "Key"),
  ComplexType: shape("Name", "BaseType Abstract OpenType", structured),
  Key: shape("", "", "PropertyRef"),
  PropertyRef: shape("Name", "Alias"),
  Property: shape("Name Type", `${facets} DefaultValue`, "Annotation"),
  NavigationProperty: shape(
    "Name Type",
    "Nullable Partner ContainsTarget",
    "ReferentialConstraint OnDelete Annotation",
    "OnDelete",
  ),
  ReferentialConstraint: shape("Property ReferencedProperty", "", "Annotation"),
  OnDelete: shape("Action", "", "Annotation"),
  EnumType: shape("Name", "UnderlyingType IsFlags", "Member Annotation"),
  Member: shape("Name", "Value", "Annotation"),
  TypeDefinition: shape("Name UnderlyingType", sizes, "Annotation"),
  Action: shape("Name", "IsBound EntitySetPath", "Parameter ReturnType Annotation", "ReturnType"),
  Function: shape("Name", "IsBound EntitySetPath IsComposable", "Parameter ReturnType Annotation", "ReturnType"),
  Parameter: shape("Name Type", facets, "Annotation"),
  ReturnType: shape("Type", facets, "Annotation"),
  Term: shape("Name Type", `${facets} BaseTerm DefaultValue AppliesTo`, "Annotation"),
  EntityContainer: shape("Name", "Extends", "EntitySet Singleton ActionImport FunctionImport Annotation"),
  EntitySet: shape("Name EntityType", "IncludeInServiceDocument", "NavigationPropertyBinding Annotation"),
  Singleton: shape("Name Type", "Nullable", "NavigationPropertyBinding Annotation"),
  NavigationPropertyBinding: shape("Path Target", "", "Annotation"),
  ActionImport: shape("Name Action", "EntitySet", "Annotation"),
  FunctionImport: shape("Name Function", "EntitySet IncludeInServiceDocument", "Annotation"),
  Annotations: shape("Target", "Qualifier", "Annotation"),
  Annotation: shape("Term", `Qualifier ${values}`, `Annotation ${expressions}`),
  PropertyValue: shape("Property", values, `Annotation ${expressions}`),
  Record: shape("", "Type", "PropertyValue Annotation"),
  Collection: shape("", "", expressions),
  Null: shape("", "", "Annotation"),
};

const typeTests = `Type ${facets}`;
const dynamicAttributes: { readonly [element: string]: string } = {
  Apply: "Function",
  Cast: typeTests,
  IsOf: typeTests,
  LabeledElement: `Name ${values}`,
  LabeledElementReference: "Name",
};

function named(names: readonly string[], shapeOf: (name: string) => Shape): readonly (readonly [string, Shape])[] {
  return names.map((name) => [name, shapeOf(name)]);
}

/** The shape of each element that CSDL XML 4.01 knows. */
export const shapes: ReadonlyMap<string, Shape> = new Map([
  ...Object.entries(declarations),
  ...named([...constantElements, ...pathElements], () => ({ ...shape(""), text: true })),
  ...named(dynamicElements, (name) => ({
    ...shape("", dynamicAttributes[name], `Annotation ${expressions}`),
    text: name === "LabeledElementReference",
  })),
]);

/** The elements of the edmx namespace; all others are of the edm namespace (CSDL 3). */
export const edmxElements: readonly string[] = ["Edmx", "Reference", "Include", "IncludeAnnotations", "DataServices"];
