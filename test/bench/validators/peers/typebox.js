// typebox, compiled from JSON Schema. Not `anyOf`, as its own `Type.Union` is: reporting what is wrong in each of many
// cases of cases takes minutes. A chain of `if` goes by the tag.
import { objectSchema } from "../json-schema.js";

const tag = "@odata.type";
const ref = (name) => ({ $ref: `#/$defs/${name}` });
const nullable = (schema) => ({ if: { type: "null" }, then: true, else: schema });

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
    ...Object.entries(objects).map(([name, type]) => [name, objectSchema(type, { ref, nullable })]),
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
