import type { PrimitiveTypeName } from "../edm.ts";
import type { FacetPlan } from "./values.ts";

type Primitive = PrimitiveTypeName | "Edm.PrimitiveType";

/** What the run-time library has for a primitive type. */
export interface PrimitivePlan {
  /** The written type: a TypeScript keyword, or a name of `Edm`. */
  readonly type: { readonly keyword: string } | { readonly edm: string };
  readonly guard: { readonly file: string; readonly name: string };
  readonly shape: { readonly file: string; readonly name: string };
  /** Facets that guard and shape take, as source text. */
  readonly arguments: readonly string[];
  /** The guard takes the depth, because values are objects. */
  readonly deep: boolean;
}

/** Takes a primitive type with its facets and how 64-bit numbers travel, returns how its values are written and judged. */
export function planPrimitive(type: Primitive, facets: FacetPlan, ieee754Compatible: boolean): PrimitivePlan {
  const name = type.slice("Edm.".length);
  switch (type) {
    case "Edm.String":
      return facetted("strings", "isString", "text", { keyword: "string" }, [facets.maxLength]);
    case "Edm.Binary":
      return facetted("strings", "isBinary", "binary", { edm: name }, [facets.maxLength]);
    case "Edm.Boolean":
      return plain("strings", "isBoolean", "boolean", { keyword: "boolean" });
    case "Edm.Guid":
      return plain("strings", "isGuid", "guid", { edm: name });
    case "Edm.Stream":
      return plain("strings", "isStream", "stream", { edm: name });
    case "Edm.PrimitiveType":
      return plain("strings", "isPrimitive", "primitiveType", { edm: name });
    case "Edm.Byte":
    case "Edm.Int16":
    case "Edm.Int32":
      return plain("numbers", `is${name}`, name.toLowerCase(), { keyword: "number" });
    case "Edm.SByte":
      return plain("numbers", "isSByte", "sbyte", { keyword: "number" });
    case "Edm.Int64":
      return ieee754Compatible
        ? plain("numbers", "isInt64String", "int64String", { edm: "Int64String" })
        : plain("numbers", "isInt64", "int64", { edm: name });
    case "Edm.Single":
    case "Edm.Double":
      return plain("numbers", `is${name}`, name.toLowerCase(), { edm: name });
    case "Edm.Decimal": {
      const text = typeof facets.scale === "string" ? JSON.stringify(facets.scale) : facets.scale;
      return ieee754Compatible
        ? facetted("decimals", "isDecimalString", "decimalString", { edm: "DecimalString" }, [facets.precision, text])
        : facetted("decimals", "isDecimal", "decimal", { edm: name }, [facets.precision, text]);
    }
    case "Edm.Date":
      return plain("date-time", "isDate", "date", { edm: name });
    case "Edm.DateTimeOffset":
      return facetted("date-time", "isDateTimeOffset", "dateTimeOffset", { edm: name }, [facets.precision]);
    case "Edm.TimeOfDay":
      return facetted("date-time", "isTimeOfDay", "timeOfDay", { edm: name }, [facets.precision]);
    case "Edm.Duration":
      return facetted("date-time", "isDuration", "duration", { edm: name }, [facets.precision]);
    default:
      return {
        ...plain("geo", `is${name}`, `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`, { edm: name }),
        shape: { file: "geo-shapes", name: `${name.slice(0, 1).toLowerCase()}${name.slice(1)}` },
        deep: true,
      };
  }
}

function plain(file: string, guard: string, shape: string, type: PrimitivePlan["type"]): PrimitivePlan {
  return { type, guard: { file, name: guard }, shape: { file, name: shape }, arguments: [], deep: false };
}

/**
 * What looks at facets is no part of packages that have none: `isAny…` stands for `is…` there, and `any…` for the function
 * that makes a shape.
 */
function facetted(
  file: string,
  guard: string,
  shape: string,
  type: PrimitivePlan["type"],
  facets: readonly (string | number | undefined)[],
): PrimitivePlan {
  const last = facets.findLastIndex((facet) => facet !== undefined);
  const args = facets.slice(0, last + 1).map((facet) => (facet === undefined ? "undefined" : String(facet)));
  if (args.length > 0) return { ...plain(file, guard, shape, type), arguments: args };
  const any = `any${shape.slice(0, 1).toUpperCase()}${shape.slice(1)}`;
  return plain(file, guard.replace("is", "isAny"), any, type);
}
