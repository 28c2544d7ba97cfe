/** The built-in types that a property, parameter or return type may have (CSDL 3.3, 4.1.1 of the Common Model). */
export const primitiveTypes = [
  "Edm.Binary",
  "Edm.Boolean",
  "Edm.Byte",
  "Edm.Date",
  "Edm.DateTimeOffset",
  "Edm.Decimal",
  "Edm.Double",
  "Edm.Duration",
  "Edm.Geography",
  "Edm.GeographyCollection",
  "Edm.GeographyLineString",
  "Edm.GeographyMultiLineString",
  "Edm.GeographyMultiPoint",
  "Edm.GeographyMultiPolygon",
  "Edm.GeographyPoint",
  "Edm.GeographyPolygon",
  "Edm.Geometry",
  "Edm.GeometryCollection",
  "Edm.GeometryLineString",
  "Edm.GeometryMultiLineString",
  "Edm.GeometryMultiPoint",
  "Edm.GeometryMultiPolygon",
  "Edm.GeometryPoint",
  "Edm.GeometryPolygon",
  "Edm.Guid",
  "Edm.Int16",
  "Edm.Int32",
  "Edm.Int64",
  "Edm.SByte",
  "Edm.Single",
  "Edm.Stream",
  "Edm.String",
  "Edm.TimeOfDay",
] as const;

export type PrimitiveTypeName = (typeof primitiveTypes)[number];

/** Abstract built-in types: any primitive, any complex, any entity, anything (CSDL 4.5 of the Common Model). */
export const abstractTypes = ["Edm.PrimitiveType", "Edm.ComplexType", "Edm.EntityType", "Edm.Untyped"] as const;

/** Built-in types of paths, for values of annotations (CSDL 4.4 of the Common Model); they travel as strings. */
const pathTypes = [
  "Edm.AnnotationPath",
  "Edm.AnyPropertyPath",
  "Edm.ModelElementPath",
  "Edm.NavigationPropertyPath",
  "Edm.PropertyPath",
] as const;

const pathNames: ReadonlySet<string> = new Set(pathTypes);

/** Whether the name is that of a built-in path type. */
export function isPathTypeName(name: string): boolean {
  return pathNames.has(name);
}

export type AbstractTypeName = (typeof abstractTypes)[number];

const primitiveNames: ReadonlySet<string> = new Set(primitiveTypes);
const abstractNames: ReadonlySet<string> = new Set(abstractTypes);

/** Whether the name is that of a built-in primitive type. */
export function isPrimitiveTypeName(name: string): name is PrimitiveTypeName {
  return primitiveNames.has(name);
}

/** Whether the name is that of a built-in abstract type. */
export function isAbstractTypeName(name: string): name is AbstractTypeName {
  return abstractNames.has(name);
}

/** Ranges of the types that may underlie an enumeration (CSDL 10.1). */
export const integerRanges: ReadonlyMap<string, readonly [low: bigint, high: bigint]> = new Map([
  ["Edm.Byte", [0n, 255n]],
  ["Edm.SByte", [-128n, 127n]],
  ["Edm.Int16", [-(2n ** 15n), 2n ** 15n - 1n]],
  ["Edm.Int32", [-(2n ** 31n), 2n ** 31n - 1n]],
  ["Edm.Int64", [-(2n ** 63n), 2n ** 63n - 1n]],
]);

/** Types whose numbers travel as strings under IEEE754Compatible (OData JSON 4.01 section 3.2). */
export const quotedNumbers: ReadonlySet<string> = new Set(["Edm.Decimal", "Edm.Int64"]);
