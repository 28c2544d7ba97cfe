import type { CsdlDocument, EnumType, Schema, StructuredType } from "../csdl/types.ts";
import { groupedBy } from "../group.ts";
import type { EnumModelType, Model, ModelType } from "../model/types.ts";
import { sortedBy } from "../sort.ts";
import { splitName } from "../split-name.ts";
import { at, evidence } from "./evidence.ts";
import { nextValues } from "./next-values.ts";
import type { Picked } from "./pick.ts";
import { navigationPropertyOf, propertyOf } from "./property.ts";
import { unfitAnnotations } from "./unfit.ts";
import type { EnumMemberFinding, MemberFinding } from "./types.ts";

/** An overlay that declares what was picked, each element with the files in which it was seen. */
export function fragmentOf(picked: Picked, model: Model): CsdlDocument {
  const owners = [...picked.members, ...picked.enumMembers].map(({ owner }) => owner);
  const targets = [...picked.unfit.keys()].map((path) => path.slice(0, path.lastIndexOf("/")));
  const types = new Set([...owners, ...picked.types.map(({ name }) => name), ...targets]);
  const namespaces = new Set([...types].map((name) => splitName(name)[0]));
  const include = { namespace: "OData.Bindgen.V1", alias: "Bindgen", at };
  return {
    file: at.file,
    version: "4.01",
    references: [{ uri: "../vocabulary/bindgen-v1.csdl.xml", includes: [include], at }],
    schemas: sortedBy(namespaces, (name) => name).map((namespace) => schemaOf(namespace, picked, model)),
    warnings: [],
  };
}

function schemaOf(namespace: string, picked: Picked, model: Model): Schema {
  const inside = ({ owner }: { readonly owner: string }): boolean => splitName(owner)[0] === namespace;
  const members = groupedBy(picked.members.filter(inside), ({ owner }) => owner);
  for (const { name } of picked.types)
    if (splitName(name)[0] === namespace && !members.has(name)) members.set(name, []);
  const enumMembers = groupedBy(picked.enumMembers.filter(inside), ({ owner }) => owner);
  const structured = [...members].map(([owner, own]) => structuredOf(owner, own, picked, model));
  return {
    namespace,
    alias: undefined,
    entityTypes: structured
      .filter(({ kind }) => kind === "entity")
      .map(({ type }) => ({ ...type, kind: "EntityType", hasStream: undefined, key: undefined })),
    complexTypes: structured
      .filter(({ kind }) => kind === "complex")
      .map(({ type }) => ({ ...type, kind: "ComplexType" })),
    enumTypes: [...enumMembers].flatMap(([owner, own]) => enumOf(model.types.get(owner), own)),
    typeDefinitions: [],
    actions: [],
    functions: [],
    terms: [],
    entityContainers: [],
    targeted: unfitAnnotations(namespace, picked, model),
    annotations: [],
    at,
  };
}

interface Structured {
  readonly kind: "entity" | "complex";
  readonly type: StructuredType;
}

function structuredOf(owner: string, members: readonly MemberFinding[], picked: Picked, model: Model): Structured {
  const known = model.types.get(owner);
  const [, name] = splitName(owner);
  const shared = { name, abstract: undefined, openType: undefined, at };
  if (known?.kind === "entity" || known?.kind === "complex") {
    const type = { ...shared, baseType: undefined, ...propertiesOf(members, model), annotations: [] };
    return { kind: known.kind, type };
  }
  const findings = picked.types.filter((type) => type.name === owner);
  const bases = new Set(findings.map(({ declared }) => declared));
  const [baseType] = bases.size === 1 ? bases : [];
  const base = baseType === undefined ? undefined : model.types.get(baseType);
  // What the base type is to get as well is inherited.
  const inherited = new Set(picked.members.filter((one) => isAbove(one.owner, base, model)).map((one) => one.name));
  const own = members.filter((member) => !inherited.has(member.name));
  const annotations = findings.slice(0, 1).map((finding) => evidence(finding));
  return {
    kind: base?.kind === "entity" ? "entity" : "complex",
    type: { ...shared, baseType, ...propertiesOf(own, model), annotations },
  };
}

function propertiesOf(
  members: readonly MemberFinding[],
  model: Model,
): Pick<StructuredType, "properties" | "navigationProperties"> {
  const isEntity = ({ type }: MemberFinding): boolean => model.types.get(type.use.name)?.kind === "entity";
  return {
    properties: members.filter((member) => !isEntity(member)).map(propertyOf),
    navigationProperties: members.filter(isEntity).map(navigationPropertyOf),
  };
}

function isAbove(name: string, type: ModelType | undefined, model: Model): boolean {
  if (type?.kind !== "entity" && type?.kind !== "complex") return false;
  return type.name === name || (type.base !== undefined && isAbove(name, model.types.get(type.base), model));
}

function enumOf(type: ModelType | undefined, members: readonly EnumMemberFinding[]): EnumType[] {
  if (type?.kind !== "enum") return [];
  const values = nextValues(type, members.length);
  const added = members.map((member, index) => {
    return { name: member.name, value: String(values[index] ?? ""), annotations: [evidence(member)], at };
  });
  return [{ ...headOf(type), members: added, annotations: [], at }];
}

function headOf({
  simpleName,
  underlyingType,
  flags,
}: EnumModelType): Pick<EnumType, "name" | "underlyingType" | "isFlags"> {
  return { name: simpleName, underlyingType, isFlags: flags };
}
