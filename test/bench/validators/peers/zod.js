// zod 4: objects that keep what they do not know, getters where types refer to each other.

/** As every peer. */
export function write({ ir, roots, withValidate }) {
  return [
    'import * as z from "zod";',
    ...Object.entries(ir.objects).map(([name, type]) => objects(name, type)),
    ...Object.entries(ir.positions).map(([name, position]) => `const ${name} = ${unionOf(position)};`),
    ...roots.flatMap((root) => functions(root, withValidate)),
  ].join("\n");
}

function functions(root, withValidate) {
  return [
    `export const is_${root} = (value) => ${root}.safeParse(value).success;`,
    ...(withValidate ? [`export const validate_${root} = (value) => ${root}.safeParse(value);`] : []),
  ];
}

function objects(name, { tag, members }) {
  const entries = members.map((one) => {
    const schema = schemaOf(one.value);
    return `get ${JSON.stringify(one.name)}() { return ${one.required ? schema : `${schema}.optional()`}; },`;
  });
  const literal = `z.literal(${JSON.stringify(tag)})`;
  const all = (tagged) => `"@type": z.undefined().optional(), "@odata.type": ${tagged}, ${entries.join(" ")}`;
  return [
    `const ${name} = z.looseObject({ ${all(`${literal}.optional()`)} });`,
    `const ${name}Tagged = z.looseObject({ ${all(literal)} });`,
  ].join("\n");
}

function unionOf({ untagged, cases }) {
  const names = cases.map((name) => (name === untagged ? name : `${name}Tagged`));
  return names.length === 1 ? names[0] : `z.discriminatedUnion("@odata.type", [${names.join(", ")}])`;
}

function schemaOf(value) {
  switch (value.kind) {
    case "any":
      return "z.unknown()";
    case "boolean":
    case "string":
      return `z.${value.kind}()`;
    case "integer":
      return value.maximum === 2 ** 31 - 1
        ? "z.int32()"
        : `z.number().refine((value) => Number.isInteger(value) && value >= ${value.minimum} && value <= ${value.maximum})`;
    case "enum":
      return `z.enum(${JSON.stringify(value.members)})`;
    case "text":
      return `z.string().regex(${new RegExp(value.pattern)})`;
    case "ref":
      return value.name;
    case "list":
      return `z.array(${schemaOf(value.items)})`;
    case "one-or-list":
      return `z.union([z.array(${schemaOf(value.items)}), ${schemaOf(value.items)}])`;
    case "nullable":
      return `${schemaOf(value.value)}.nullable()`;
    default:
      throw new Error(`no schema for ${value.kind}`);
  }
}
