// typebox, compiled from JSON Schema. Not `anyOf`, as its own `Type.Union` is: reporting what is wrong in each of many
// cases of cases takes minutes. A chain of `if` goes by the tag.
import { leafSchema, objectSchema } from "../json-schema.js";

const tag = "@odata.type";
const ref = (name) => ({ $ref: `#/$defs/${name}` });

/** As every peer. */
export function write({ ir, roots, withValidate }) {
  return [
    'import { Compile } from "typebox/schema";',
    `const $defs = ${JSON.stringify(defsOf(ir))};`,
    ...roots.flatMap((root) => [
      `const ${root} = Compile({ $defs, $ref: "#/$defs/${root}" });`,
      `export const is_${root} = (value) => ${root}.Check(value);`,
      ...(withValidate
        ? [`export const validate_${root} = (value) => (${root}.Check(value) ? [true, []] : ${root}.Errors(value));`]
        : []),
    ]),
  ].join("\n");
}

function defsOf({ objects, positions }) {
  return Object.fromEntries([
    ...Object.entries(objects).map(([name, type]) => [name, objectSchema(type, valueSchema)]),
    ...Object.entries(positions).map(([name, position]) => [name, positionSchema(position, objects)]),
  ]);
}

/** What fits no tag is what needs none, or else never right. */
function positionSchema({ untagged, cases }, objects) {
  const last = untagged === undefined ? false : ref(untagged);
  return cases
    .filter((name) => name !== untagged)
    .reduceRight((rest, name) => {
      const isIt = { required: [tag], properties: { [tag]: { const: objects[name].tag } } };
      return { if: { type: "object", ...isIt }, then: ref(name), else: rest };
    }, last);
}

function valueSchema(value) {
  switch (value.kind) {
    case "ref":
      return ref(value.name);
    case "list":
      return { type: "array", items: valueSchema(value.items) };
    case "one-or-list":
      return { if: { type: "array" }, then: { items: valueSchema(value.items) }, else: valueSchema(value.items) };
    case "nullable":
      return { if: { type: "null" }, then: true, else: valueSchema(value.value) };
    default:
      return leafSchema(value);
  }
}
