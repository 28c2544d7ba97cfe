import { integerRanges, isAbstractTypeName, isPathTypeName, isPrimitiveTypeName } from "../edm.ts";
import type { Place } from "../errors.ts";
import type { Problems } from "./problems.ts";
import type { EnumModelType, ModelMember, ModelOperation, ModelType, StructuredModelType, TypeUse } from "./types.ts";

/** What a reference must name, and the words for it. */
type Wanted = "property" | "navigation" | "parameter" | "binding";

type Types = ReadonlyMap<string, ModelType>;

/** Reports every reference that does not resolve or names the wrong kind, and every rule of a type that is broken. */
export function checkTypes(types: Types, problems: Problems): void {
  for (const type of types.values()) {
    switch (type.kind) {
      case "enum":
        checkEnum(type, problems);
        break;
      case "typeDefinition":
        if (!isPrimitiveTypeName(type.underlying.name) || type.underlying.collection) {
          const message = `the type definition ${type.name} is based on ${type.underlying.name}`;
          problems.input(
            type.at,
            message,
            "the UnderlyingType must be a primitive type such as Edm.String (CSDL 11.1)",
          );
        }
        break;
      case "entity":
      case "complex":
        if (checkBase(type, types, problems)) checkMembers(type, types, problems);
        break;
    }
  }
}

/** Reports parameters, return types and binding types that do not resolve. */
export function checkOperations(operations: Iterable<ModelOperation>, types: Types, problems: Problems): void {
  for (const { key, at, binding, parameters, returnType } of operations) {
    if (binding !== undefined)
      checkUse(binding.type, "binding", `the binding parameter of ${key}`, at, types, problems);
    for (const { name, type } of parameters) {
      checkUse(type.name, "parameter", `parameter ${name} of ${key}`, at, types, problems);
    }
    if (returnType !== undefined) {
      checkUse(returnType.type.name, "parameter", `the return type of ${key}`, at, types, problems);
    }
    const repeated = firstRepeated(parameters.map(({ name }) => name));
    if (repeated !== undefined) problems.input(at, `${key} declares the parameter ${repeated} twice`);
  }
}

function checkEnum(type: EnumModelType, problems: Problems): void {
  const repeated = firstRepeated(type.members.map(({ name }) => name));
  if (repeated !== undefined) problems.input(type.at, `the enumeration ${type.name} has the member ${repeated} twice`);
  const range = integerRanges.get(type.underlyingType);
  if (range === undefined) {
    problems.input(
      type.at,
      `the enumeration ${type.name} is based on ${type.underlyingType}`,
      "CSDL 10.1 allows integers",
    );
    return;
  }
  for (const { name, value, at } of type.members) {
    if (value < range[0] || value > range[1]) {
      problems.input(at, `the value ${value} of ${type.name}/${name} does not fit ${type.underlyingType}`);
    }
  }
}

/** False where the chain of base types is broken, so that nothing is built on it. */
function checkBase(type: StructuredModelType, types: Types, problems: Problems): boolean {
  const chain = [type.name];
  let current = type;
  while (current.base !== undefined) {
    const base = types.get(current.base);
    if (base === undefined) {
      if (current === type)
        problems.input(
          type.at,
          `${type.name} has the base type ${current.base}, which is not declared`,
          unresolvedHint,
        );
      return false;
    }
    if (base.kind !== type.kind) {
      if (current === type)
        problems.input(
          type.at,
          `${type.name} is ${kindWords[type.kind]} and cannot be based on ${kindWords[base.kind]}, ${base.name}`,
        );
      return false;
    }
    if (chain.includes(base.name)) {
      const isStart = base.name === type.name;
      if (isStart) problems.input(type.at, `${type.name} is its own base type: ${[...chain, base.name].join(" → ")}`);
      return false;
    }
    chain.push(base.name);
    current = base;
  }
  return true;
}

const kindWords: { readonly [K in ModelType["kind"]]: string } = {
  entity: "an entity type",
  complex: "a complex type",
  enum: "an enumeration",
  typeDefinition: "a type definition",
};

const unresolvedHint = "check the name and its namespace or alias; a type of another document has to be given too";

function checkMembers(type: StructuredModelType, types: Types, problems: Problems): void {
  const inherited = new Map<string, string>();
  for (let base = baseOf(type, types); base !== undefined; base = baseOf(base, types)) {
    for (const { name } of base.members) inherited.set(name, base.name);
  }
  const own = new Set<string>();
  for (const member of type.members) {
    const path = `${type.name}/${member.name}`;
    const above = inherited.get(member.name);
    if (own.has(member.name)) problems.input(member.at, `${path} is declared twice`);
    else if (above !== undefined) problems.input(member.at, `${path} is declared by its base type ${above} already`);
    own.add(member.name);
    checkMemberTypes(path, member, types, problems);
  }
}

function checkMemberTypes(path: string, member: ModelMember, types: Types, problems: Problems): void {
  checkUse(member.type.name, member.kind, path, member.at, types, problems);
  for (const name of member.resourceUnion?.types ?? []) {
    const type = types.get(name);
    if (type === undefined || (type.kind !== "entity" && type.kind !== "complex")) {
      problems.input(member.at, `the ResourceUnion of ${path} names ${name}, which is no entity or complex type`);
    }
  }
}

function baseOf(type: StructuredModelType, types: Types): StructuredModelType | undefined {
  const base = type.base === undefined ? undefined : types.get(type.base);
  return base?.kind === "entity" || base?.kind === "complex" ? base : undefined;
}

function checkUse(
  name: TypeUse["name"],
  wanted: Wanted,
  what: string,
  at: Place,
  types: Types,
  problems: Problems,
): void {
  const found = describe(name, types);
  if (found === undefined) {
    problems.input(at, `${what} has the type ${name}, which is not declared`, unresolvedHint);
  } else if (!allowed[wanted].has(found)) {
    problems.input(at, `${what} has the type ${name}, ${kindWords_(found)}; ${wantedWords[wanted]} is needed here`);
  }
}

type Found = ModelType["kind"] | "primitive" | "abstract";

function describe(name: string, types: Types): Found | undefined {
  if (isPrimitiveTypeName(name) || isPathTypeName(name)) return "primitive";
  if (isAbstractTypeName(name)) return "abstract";
  return types.get(name)?.kind;
}

function kindWords_(found: Found): string {
  return found === "primitive" || found === "abstract" ? "a built-in type" : kindWords[found];
}

const allowed: { readonly [K in Wanted]: ReadonlySet<Found> } = {
  property: new Set<Found>(["primitive", "abstract", "enum", "typeDefinition", "complex"]),
  navigation: new Set<Found>(["entity", "abstract"]),
  parameter: new Set<Found>(["primitive", "abstract", "enum", "typeDefinition", "complex", "entity"]),
  binding: new Set<Found>(["primitive", "abstract", "enum", "typeDefinition", "complex", "entity"]),
};

const wantedWords: { readonly [K in Wanted]: string } = {
  property: "a primitive type, an enumeration, a type definition or a complex type",
  navigation: "an entity type",
  parameter: "a type",
  binding: "a type",
};

function firstRepeated(names: readonly string[]): string | undefined {
  return names.find((name, index) => names.indexOf(name) !== index);
}
