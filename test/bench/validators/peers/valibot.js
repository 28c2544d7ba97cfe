// valibot: loose objects, `variant` by the tag, `lazy` where types refer to each other. Its objects may be arrays, so a
// check of its own refuses these.

/** As every peer. */
export function write({ ir, roots, withValidate }) {
  return [
    'import * as v from "valibot";',
    "const object = /* @__PURE__ */ v.custom((value) => !Array.isArray(value));",
    ...Object.entries(ir.objects).map(([name, type]) => objects(name, type)),
    ...Object.entries(ir.positions).map(([name, position]) => `const ${name} = ${unionOf(position)};`),
    ...roots.flatMap((root) => functions(root, withValidate)),
  ].join("\n");
}

function functions(root, withValidate) {
  return [
    `export const is_${root} = (value) => v.is(${root}, value);`,
    ...(withValidate ? [`export const validate_${root} = (value) => v.safeParse(${root}, value);`] : []),
  ];
}

function objects(name, { tag, members }) {
  const entries = members.map((one) => {
    const schema = schemaOf(one.value);
    return `${JSON.stringify(one.name)}: ${one.required ? schema : `v.optional(${schema})`},`;
  });
  const literal = `v.literal(${JSON.stringify(tag)})`;
  const all = (tagged) => `"@type": v.optional(v.never()), "@odata.type": ${tagged}, ${entries.join(" ")}`;
  return [
    `const ${name} = /* @__PURE__ */ v.looseObject({ ${all(`v.optional(${literal})`)} });`,
    `const ${name}Tagged = /* @__PURE__ */ v.looseObject({ ${all(literal)} });`,
  ].join("\n");
}

function unionOf({ untagged, cases }) {
  const names = cases.map((name) => (name === untagged ? name : `${name}Tagged`));
  const one = names.length === 1 ? names[0] : `/* @__PURE__ */ v.variant("@odata.type", [${names.join(", ")}])`;
  return `/* @__PURE__ */ v.pipe(object, ${one})`;
}

function schemaOf(value) {
  switch (value.kind) {
    case "any":
      return "v.unknown()";
    case "boolean":
    case "string":
      return `v.${value.kind}()`;
    case "integer":
      return `v.pipe(v.number(), v.integer(), v.minValue(${value.minimum}), v.maxValue(${value.maximum}))`;
    case "enum":
      return `v.picklist(${JSON.stringify(value.members)})`;
    case "text":
      return `v.pipe(v.string(), v.regex(${new RegExp(value.pattern)}))`;
    case "ref":
      return `v.lazy(() => ${value.name})`;
    case "list":
      return `v.array(${schemaOf(value.items)})`;
    case "one-or-list":
      return `v.union([v.array(${schemaOf(value.items)}), ${schemaOf(value.items)}])`;
    case "nullable":
      return `v.nullable(${schemaOf(value.value)})`;
    default:
      throw new Error(`no schema for ${value.kind}`);
  }
}
