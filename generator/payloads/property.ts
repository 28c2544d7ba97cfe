import type { Annotation, Expression, NavigationProperty, Property } from "../csdl/types.ts";
import type { ResourceUnion, TypeUse } from "../model/types.ts";
import { annotation, at, evidence } from "./evidence.ts";
import type { MemberFinding } from "./types.ts";

/** `NavigationProperty`, where the type is an entity type (CSDL 8); a collection says nothing of null there. */
export function navigationPropertyOf(finding: MemberFinding): NavigationProperty {
  const { name, type, empty } = finding;
  const { use } = type;
  return {
    name,
    type: { name: use.name, collection: use.collection },
    nullable: use.collection ? undefined : type.nullable,
    partner: undefined,
    constraints: [],
    containsTarget: false,
    annotations: [evidence(finding, remark(use, empty))],
    at,
  };
}

function remark({ collection }: TypeUse, empty: boolean): string | undefined {
  if (!empty) return undefined;
  return collection ? "always empty" : "null only";
}

/** `Property` with its type, its facets and its evidence (CSDL 7). */
export function propertyOf(finding: MemberFinding): Property {
  const { name, type, empty } = finding;
  const { use, nullable, union } = type;
  return {
    name,
    type: { name: use.name, collection: use.collection },
    facets: {
      nullable,
      maxLength: use.maxLength,
      precision: use.precision,
      scale: use.scale,
      unicode: undefined,
      srid: undefined,
    },
    defaultValue: undefined,
    annotations: [evidence(finding, remark(use, empty)), ...(union === undefined ? [] : [resourceUnion(union)])],
    at,
  };
}

/** `Bindgen.ResourceUnion`: which tagged objects an untyped member holds. */
export function resourceUnion({ name, types }: ResourceUnion, annotations: readonly Annotation[] = []): Annotation {
  const items = types.map((text) => ({ kind: "Constant", type: "String", text }) as const);
  const value: Expression = {
    kind: "Record",
    type: "Bindgen.ResourceUnionType",
    properties: [
      { property: "Name", value: { kind: "Constant", type: "String", text: name }, annotations: [], at },
      { property: "Types", value: { kind: "Collection", items }, annotations: [], at },
    ],
    annotations: [],
  };
  return annotation("Bindgen.ResourceUnion", value, annotations);
}
