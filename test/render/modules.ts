import { named, unionOf } from "../../generator/plan/member-plans.ts";
import fc from "fast-check";
import type {
  Absence,
  AliasItem,
  CallTest,
  DocsPlan,
  FactoryItem,
  ImportPlan,
  InterfaceItem,
  MemberCase,
  MembersGuard,
  ModulePlan,
  ObjectGuard,
  ShapeItem,
  TestPlan,
  TypeExpression,
  ValidatorItem,
} from "../../generator/plan/types.ts";

const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });

const list = <T>(arbitrary: fc.Arbitrary<T>, minLength = 0): fc.Arbitrary<T[]> => {
  return fc.array(arbitrary, { minLength, maxLength: 4 });
};

/** What names and texts begin with. */
interface Letters {
  readonly names: readonly string[];
  readonly texts: readonly string[];
}

/** Nothing that prettier writes in another way, or that takes other than one column. */
export const plainLetters: Letters = { names: ["n"], texts: ["", "#", "a-", "n.", "@", "1", "it's "] };

/** What has another width, needs an escape, or makes prettier choose other quotes. */
export const hostileLetters: Letters = {
  names: ["n", "é", "名", "ｗ", "Ⅷ", "$"],
  texts: [
    "",
    "名前",
    '"',
    "'",
    "\"''",
    "\\",
    "\n",
    "\u2028",
    "😀",
    "é",
    "e\u0301",
    "*/",
    "//",
    "`",
    "${x}",
    "</script>",
  ],
};

/** A module of any kind that is printed in its final form. Lengths of names are such that lines end near the last column. */
export function anyModule(letters: Letters): fc.Arbitrary<ModulePlan> {
  const name = fc
    .tuple(
      fc.constantFrom(...letters.names),
      fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 13, max: 70 }), fc.integer({ min: 40, max: 140 })),
    )
    .map(([start, length]) => start.padEnd(length, "ame"));
  const text = fc
    .tuple(
      fc.constantFrom(...letters.texts),
      fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 20, max: 140 })),
    )
    .map(([start, length]) => start.padEnd(length, "text "));

  const memberName = fc.oneof(
    name,
    text,
    fc.constantFrom("__proto__", "1", "constructor", "$a", "_", "a.b", "12e3", "is"),
  );

  const docs: fc.Arbitrary<DocsPlan> = fc.record({
    description: optional(text.map((words) => `Says ${words}`)),
    deprecated: fc.constant(undefined),
    facts: list(text.map((words) => `${words}\n* - 1. \`x\` _y_ {@link z}   .`)),
  });

  const reference = fc
    .oneof(
      name,
      name.map((one) => `Edm.${one}`),
    )
    .map((one): TypeExpression => {
      return { kind: "name", name: one, arguments: [] };
    });

  const keyword = fc.constantFrom("string", "number", "boolean").map((word): TypeExpression => {
    return { kind: "name", name: word, arguments: [] };
  });

  const literalType = text.map((value): TypeExpression => ({ kind: "literal", value }));

  const nothing = fc
    .subarray(["null", "undefined"])
    .map((words) => words.map((word): TypeExpression => ({ kind: "name", name: word, arguments: [] })));

  const { type } = fc.letrec<{ one: TypeExpression; type: TypeExpression }>((tie) => ({
    one: fc.oneof(
      { maxDepth: 2 },
      reference,
      keyword,
      literalType,
      fc.record({ kind: fc.constant("array" as const), item: tie("type") }),
      fc.record({ kind: fc.constant("name" as const), name, arguments: fc.tuple(reference) }),
    ),
    type: fc.oneof(
      tie("one"),
      fc.tuple(list(tie("one"), 1), nothing).map(([members, more]): TypeExpression => {
        const all = [...members.filter(({ kind }) => kind !== "union"), ...more];
        const [only] = all;
        return all.length === 1 && only !== undefined ? only : { kind: "union", members: all };
      }),
    ),
  }));

  const runtime = new Proxy<Record<string, string>>({}, { get: (_, key) => String(key), has: () => true });

  const imports: fc.Arbitrary<ImportPlan[]> = list(
    fc.oneof(
      fc.record({
        from: text.map((words) => `./${words}.js`),
        names: list(fc.record({ name, as: optional(name), typeOnly: fc.boolean() }), 1),
        namespace: fc.constant(undefined),
      }),
      fc.record({ from: text, names: fc.constant([]), namespace: name }),
    ),
  );

  const member = fc.record({ name: memberName, type, optional: fc.boolean(), docs: optional(docs) });

  const interfaceItem: fc.Arbitrary<InterfaceItem> = fc.record({
    kind: fc.constant("interface" as const),
    name,
    extends: list(name).map((names) => names.slice(0, 1)),
    members: list(member),
    index: fc.boolean(),
    docs,
  });

  const aliasItem: fc.Arbitrary<AliasItem> = fc.record({ kind: fc.constant("alias" as const), name, type, docs });

  const items = list(fc.oneof(interfaceItem, aliasItem), 1);

  const validatorItem: fc.Arbitrary<ValidatorItem> = fc.record({
    subject: text,
    words: fc.constantFrom("", " (create)"),
    type: name,
    is: name,
    validate: name,
    assert: name,
    parse: name,
    schema: name,
    check: name,
    shape: name,
    terms: name,
    partition: optional(
      fc.record({
        name,
        item: fc.tuple(name, fc.boolean()).map(([item, nullable]) => {
          const one = named(item);
          return nullable ? unionOf([one, named("null")]) : one;
        }),
        maker: fc.constantFrom("partition", "partitionNullable"),
        result: fc.constant("Partition"),
        check: name,
        shape: name,
      }),
    ),
  });

  const aliases = list(
    fc.record({ from: text, names: list(fc.record({ name, as: name.map((long) => `${long}_`) }), 1) }),
  );

  const factoryItem: fc.Arbitrary<FactoryItem> = fc.record({
    name,
    subject: text,
    init: name,
    initRequired: fc.boolean(),
    result: name,
    tag: text,
  });

  const shapeItem: fc.Arbitrary<ShapeItem> = fc.record({
    name,
    subject: text,
    entity: fc.boolean(),
    discriminator: fc.constantFrom("declared", "required", "data", "dataRequired", "none"),
    base: optional(name),
    variants: list(name),
    open: optional(name),
    members: list(
      fc.record({
        name: memberName,
        shape: name,
        arguments: optional(list(fc.constantFrom("1", "255", "undefined", "123456789"))),
        facts: fc.nat(4096),
      }),
    ),
  });

  const enumItem = fc.record({
    name,
    flags: fc.boolean(),
    members: list(fc.record({ name: memberName, docs: optional(docs) })),
    docs,
  });

  const base = { path: fc.constant("n/x"), imports, runtime: fc.constant(runtime) };

  const registryEntry = fc.record({
    key: fc.oneof(memberName, text),
    presences: list(
      fc.record({
        presence: fc.constantFrom("received", "create", "update", "declared"),
        type: name,
        is: name,
        validate: name,
        schema: name,
      }),
      1,
    ),
  });

  const listed = fc.record({ name, typeOnly: fc.boolean(), as: optional(name) });
  const exportList = fc.record({ from: text, names: list(listed, 1) });

  const callTest: fc.Arbitrary<CallTest> = fc.record({
    kind: fc.constant("call" as const),
    callee: name,
    arguments: list(fc.constantFrom("1", "255", "undefined", "123456789")),
    deep: fc.boolean(),
    notes: fc.boolean(),
  });

  const test: fc.Arbitrary<TestPlan> = fc.oneof(
    fc.record({ kind: fc.constant("typeof" as const), type: fc.constantFrom("string" as const, "boolean" as const) }),
    callTest,
    fc.record({ kind: fc.constant("array" as const), callee: name, item: callTest }),
  );

  const absence: fc.Arbitrary<Absence> = fc.constantFrom(
    "nullish",
    "undefined",
    "none",
    "anyNullish",
    "anyUndefined",
    "anyNone",
  );

  const memberCase: fc.Arbitrary<MemberCase> = fc.record({
    names: fc.array(text, { minLength: 1, maxLength: 3 }),
    rule: optional(fc.record({ absence, test })),
    required: fc.boolean(),
  });

  const membersGuard: fc.Arbitrary<MembersGuard> = fc.record({
    name,
    type: name,
    subject: text,
    skipped: fc.array(text, { minLength: 1, maxLength: 2 }),
    cases: fc.array(memberCase, { minLength: 1, maxLength: 4 }),
    required: fc.nat(20),
    open: fc.boolean(),
    ownOnly: fc.boolean(),
    usesDepth: fc.boolean(),
  });

  const tagCases = list(fc.record({ tags: fc.array(text, { minLength: 1, maxLength: 3 }), members: name }));

  const objectGuard: fc.Arbitrary<ObjectGuard> = fc.record({
    name,
    subject: text,
    type: name,
    mode: fc.constantFrom("declared", "data", "dataRequired", "parameters"),
    members: name,
    whole: optional(membersGuard),
    cases: tagCases,
    untagged: optional(name),
    never: fc.boolean(),
  });

  const stars = list(fc.record({ from: text, typeOnly: fc.boolean() }));

  return fc.oneof(
    fc.record({
      ...base,
      kind: fc.constant("guards" as const),
      members: list(membersGuard),
      objects: list(objectGuard),
      resources: list(fc.record({ name, subject: text, cases: tagCases })),
    }),
    fc.record({
      ...base,
      kind: fc.constant("guards" as const),
      members: fc.array(membersGuard, { minLength: 3, maxLength: 3 }),
      objects: fc.constant([]),
      resources: fc.constant([]),
    }),
    fc.record({
      ...base,
      kind: fc.constant("enumGuards" as const),
      enums: list(
        fc
          .record({ name, subject: text, flags: fc.boolean(), members: list(text) })
          .map((one) => ({ ...one, empty: one.members.length === 0 })),
      ),
    }),
    fc.record({
      ...base,
      kind: fc.constant("tagged" as const),
      presence: name,
      cases: tagCases,
      renamed: fc.boolean(),
    }),
    fc.record({ ...base, kind: fc.constant("types" as const), items }),
    fc.record({ ...base, kind: fc.constant("operationTypes" as const), items }),
    fc.record({
      ...base,
      kind: fc.constant("enums" as const),
      enums: list(enumItem),
      definitions: list(aliasItem),
    }),
    fc.record({
      ...base,
      kind: fc.constant("validators" as const),
      items: list(validatorItem),
      aliases,
    }),
    fc.record({
      ...base,
      kind: fc.constant("operationValidators" as const),
      items: list(validatorItem),
      results: list(
        fc.record({ subject: text, name, type: reference, maker: fc.oneof(fc.constant(""), name), argument: name }),
      ),
    }),
    fc.record({
      ...base,
      kind: fc.constant("factories" as const),
      items: list(factoryItem),
      aliases,
    }),
    fc.record({
      ...base,
      kind: fc.constant("shapes" as const),
      objects: list(shapeItem),
      enums: list(fc.record({ name, subject: text, members: list(text), flags: fc.boolean() })),
      resources: list(fc.record({ name, items: list(name) })),
    }),
    fc.record({ ...base, kind: fc.constant("tags" as const), shapes: list(name) }),
    fc.record({
      ...base,
      kind: fc.constant("barrel" as const),
      title: text.map((words) => `All ${words}`),
      exports: list(exportList),
      stars,
      namespaces: list(fc.record({ name, from: text, typeOnly: fc.boolean() })),
    }),
    fc.record({
      ...base,
      kind: fc.constant("registry" as const),
      parts: fc.constant([]),
      entries: list(registryEntry),
      exports: list(exportList),
      stars,
    }),
    fc.record({
      ...base,
      kind: fc.constant("registry" as const),
      parts: fc.array(fc.record({ type: name, value: name }), { minLength: 2, maxLength: 9 }),
      entries: fc.constant([]),
      exports: list(exportList),
      stars,
    }),
    fc.record({
      ...base,
      kind: fc.constant("wire" as const),
      aliases: list(fc.record({ alias: text, namespace: text })),
      serviceRoot: optional(text),
      terms: list(fc.record({ name, presence: name, demanding: fc.boolean() })),
    }),
  );
}
