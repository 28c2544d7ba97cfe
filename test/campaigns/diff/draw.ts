import type { Random } from "../../determinism/random.ts";
import { ancestors, chance, derivedFrom, pick } from "./documents.ts";
import type { Doc, Enum, Member, Operation, Parameter, Structured, Use } from "./documents.ts";

const primitives = (
  "Binary Boolean Byte Date DateTimeOffset Decimal Double Duration Guid Int16 Int32 Int64 SByte Single Stream String " +
  "String String Int32 TimeOfDay PrimitiveType Untyped GeographyPoint"
).split(" ");

// The last three are names of the run-time library too.
const typeNames = "Alpha Bravo Charlie Delta Echo Foxtrot Golf Hotel Indigo Issue Partition Validator".split(" ");
const enumNames = ["Hue", "Grade", "Mood"];
export const definitionNames = ["Code", "Price"];
export const memberNames = "name size color owner parts state price detail value note".split(" ");
export const enumMembers = "red green blue unknownFutureValue grey".split(" ");
const operationNames = ["go", "paint", "count"];
const parameterNames = ["depth", "coat", "target", "many"];

/** A name that is not taken, with the namespace in front. */
export function freshName(pool: readonly string[], doc: Doc, random: Random): string {
  const taken = new Set(
    [...doc.structured, ...doc.enums, ...doc.definitions, ...doc.operations].map(({ name }) => name),
  );
  const namespace = pick(doc.namespaces, random)?.name ?? "S";
  const free = pool.map((name) => `${namespace}.${name}`).filter((name) => !taken.has(name));
  return pick(free, random) ?? `${namespace}.${pool[0] ?? "X"}${Math.floor(random() * 1e6)}`;
}

export function drawUse(doc: Doc, random: Random): Use {
  const draw = random();
  const named =
    draw < 0.15
      ? pick(doc.enums, random)
      : draw < 0.25
        ? pick(doc.definitions, random)
        : draw < 0.45
          ? pick(
              doc.structured.filter(({ kind }) => kind === "ComplexType"),
              random,
            )
          : undefined;
  const type = named?.name ?? `Edm.${pick(primitives, random) ?? "String"}`;
  const use: Use = { type, collection: chance(0.2, random) && type !== "Edm.Stream" };
  if (chance(0.6, random)) use.nullable = chance(0.4, random);
  return withFacets(use, random);
}

export function withFacets(use: Use, random: Random): Use {
  const plain = { ...use, maxLength: undefined, precision: undefined, scale: undefined };
  if (!chance(0.5, random)) return plain;
  switch (use.type) {
    case "Edm.String":
    case "Edm.Binary":
    case "S.Code":
      return { ...plain, maxLength: pick([1, 3, 4, 36], random) };
    case "Edm.Decimal":
      return {
        ...plain,
        precision: pick([2, 4, 10], random),
        scale: pick(["0", "1", "2", "variable", "floating"], random),
      };
    case "Edm.DateTimeOffset":
    case "Edm.Duration":
    case "Edm.TimeOfDay":
      return { ...plain, precision: pick([0, 3, 6], random) };
    default:
      return plain;
  }
}

export function drawMember(doc: Doc, kind: Structured["kind"], name: string, random: Random): Member {
  const entities = doc.structured.filter((type) => type.kind === "EntityType");
  const target = chance(0.15, random) ? pick(entities, random) : undefined;
  const plain = { name, key: false, computed: false, immutable: false, readPermission: false, defaultValue: false };
  if (target !== undefined) {
    const collection = chance(0.4, random);
    const nullable = collection || chance(0.5, random) ? undefined : chance(0.5, random);
    return { ...plain, type: target.name, collection, nullable, navigation: true, contained: chance(0.3, random) };
  }
  if (chance(0.06, random) && doc.structured.length > 0) {
    const union = doc.structured.filter(() => chance(0.5, random)).map((type) => type.name);
    const use = { type: "Edm.Untyped", collection: false, nullable: chance(0.5, random) };
    if (union.length > 0) return { ...plain, ...use, navigation: false, contained: false, union };
  }
  const use = drawUse(doc, random);
  const isComplex = doc.structured.some((type) => type.name === use.type);
  return {
    ...plain,
    ...use,
    unresolved: isComplex && chance(0.2, random),
    navigation: false,
    contained: false,
    computed: chance(0.12, random),
    immutable: chance(0.1, random) && kind === "EntityType",
    readPermission: chance(0.05, random),
    defaultValue: chance(0.1, random),
    deprecated: chance(0.05, random) ? "2025-01-01" : undefined,
  };
}

/** Names that neither the type nor anything above or below it declares. */
export function freeMember(type: Structured, doc: Doc, random: Random): string | undefined {
  const family = [...ancestors(type.name, doc), ...derivedFrom(type.name, doc)];
  const taken = new Set(family.flatMap(({ members }) => members.map(({ name }) => name)));
  return pick(
    memberNames.filter((name) => !taken.has(name)),
    random,
  );
}

export function drawStructured(doc: Doc, random: Random): Structured {
  const kind = chance(0.5, random) ? "EntityType" : "ComplexType";
  const base = chance(0.55, random)
    ? pick(
        doc.structured.filter((one) => one.kind === kind),
        random,
      )
    : undefined;
  const name = freshName(typeNames, doc, random);
  const open = (base?.open ?? false) || chance(0.15, random);
  return { kind, name, base: base?.name, abstract: chance(0.2, random), open, members: [] };
}

/** Draws members, and a key where there has to be one. */
export function fillIn(type: Structured, doc: Doc, random: Random): void {
  const count = Math.floor(random() * 4);
  for (let index = 0; index < count; index += 1) {
    const name = freeMember(type, doc, random);
    if (name !== undefined) type.members.push(drawMember(doc, type.kind, name, random));
  }
  if (type.kind === "EntityType" && type.base === undefined && chance(0.8, random)) {
    const key = {
      name: "id",
      type: "Edm.String",
      collection: false,
      nullable: false,
      navigation: false,
      contained: false,
    };
    const plain = { key: true, immutable: false, readPermission: false, defaultValue: false };
    type.members.push({ ...key, ...plain, computed: chance(0.2, random) });
  }
}

export function drawEnum(doc: Doc, random: Random): Enum {
  const members = enumMembers.filter(() => chance(0.6, random)).map((name, index) => ({ name, value: 2 ** index }));
  return { name: freshName(enumNames, doc, random), flags: chance(0.25, random), members };
}

export function drawParameter(doc: Doc, name: string, random: Random): Parameter {
  return { name, ...drawUse(doc, random), optional: chance(0.3, random) };
}

export function drawOperation(doc: Doc, random: Random): Operation {
  const kind = chance(0.6, random) ? "Action" : "Function";
  const bound = chance(0.7, random) ? pick(doc.structured, random) : undefined;
  const namespace = pick(doc.namespaces, random)?.name ?? "S";
  const names = parameterNames.filter(() => chance(0.4, random));
  const parameters = names.map((name) => drawParameter(doc, name, random));
  // Optional ones come last (CSDL 12.9).
  parameters.sort((a, b) => Number(a.optional) - Number(b.optional));
  return {
    kind,
    name: `${namespace}.${pick(operationNames, random) ?? "go"}`,
    binding: bound && { type: bound.name, collection: chance(0.3, random) },
    parameters,
    result: kind === "Function" || chance(0.5, random) ? drawResult(doc, random) : undefined,
  };
}

export function drawResult(doc: Doc, random: Random): Use {
  const entity = chance(0.3, random) ? pick(doc.structured, random) : undefined;
  return entity === undefined ? drawUse(doc, random) : { type: entity.name, collection: chance(0.3, random) };
}
