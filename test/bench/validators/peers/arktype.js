// arktype: one scope of object types. Its unions compare all cases with each other through everything that they refer
// to, and there are minutes and gigabytes in that; so a predicate goes by the tag, and refuses arrays, which are objects
// to it. What is wrong it reports of the object in which it is.

/** As every peer. */
export function write({ ir, roots, withValidate }) {
  const texts = new Map();
  const write = (value) => typeOf(value, texts);
  return [
    'import { scope, type } from "arktype";',
    "const int64 = (value) => Number.isInteger(value) && value >= -(2 ** 63) && value <= 2 ** 63;",
    "function byTag(untagged, cases) {",
    "  return (value, context) => {",
    '    const tag = value["@odata.type"];',
    "    const name = Array.isArray(value) ? undefined : tag === undefined ? untagged : cases[tag];",
    '    return (name !== undefined && types[name].allows(value)) || context.mustBe("of its type");',
    "  };",
    "}",
    'const types = scope({ Int64: ["number", ":", int64],',
    ...Object.entries(ir.objects).map(([name, type]) => objects(name, type, write)),
    ...Object.entries(ir.positions).map(([name, position]) => `${name}: ${unionOf(position, ir)},`),
    ...[...texts].map(([pattern, name]) => `${name}: ${new RegExp(pattern)},`),
    "}).export();",
    ...roots.flatMap((root) => [
      `export const is_${root} = types.${root}.allows;`,
      ...(withValidate ? [`export const validate_${root} = types.${root};`] : []),
    ]),
    "export const failed = (result) => result instanceof type.errors;",
  ].join("\n");
}

function objects(name, { tag, members }, write) {
  const lines = members.map(
    (one) => `${JSON.stringify(one.name + (one.required ? "" : "?"))}: ${quoted(write(one.value))},`,
  );
  const all = `"@type?": "never", ${lines.join(" ")}`;
  return `${name}: { "@odata.type?": ${quoted(`'${tag}'`)}, "@type?": "never", ${lines.join(" ")} },`;
}

function unionOf({ untagged, cases }, { objects: types }) {
  const byTag = Object.fromEntries(cases.map((name) => [types[name].tag, name]));
  return `["object", ":", byTag(${quoted(untagged)}, { __proto__: null, ...${quoted(byTag)} })]`;
}

function typeOf(value, texts) {
  switch (value.kind) {
    case "any":
      return "unknown";
    case "boolean":
    case "string":
      return value.kind;
    case "integer":
      return value.maximum === 2 ** 31 - 1 ? "-2147483648 <= number.integer <= 2147483647" : "Int64";
    case "enum":
      return value.members.map((member) => `'${member}'`).join(" | ");
    case "text":
      texts.set(value.pattern, texts.get(value.pattern) ?? `Text${texts.size}`);
      return texts.get(value.pattern);
    case "ref":
      return value.name;
    case "list":
      return `(${typeOf(value.items, texts)})[]`;
    case "one-or-list":
      return `${typeOf(value.items, texts)} | (${typeOf(value.items, texts)})[]`;
    case "nullable":
      return `${typeOf(value.value, texts)} | null`;
    default:
      throw new Error(`no type for ${value.kind}`);
  }
}

function quoted(text) {
  return JSON.stringify(text);
}
