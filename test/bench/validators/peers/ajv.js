// ajv standalone with `$ref`: one function a definition. `discriminator` decides by the tag, `if` keeps null and what
// needs no tag apart without an error that is thrown away.
import { Ajv } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import { objectSchema } from "../json-schema.js";

const tag = "@odata.type";
const ref = (name) => ({ $ref: `defs#/$defs/${name}` });

/** As every peer: takes the IR and the positions, returns the text of a module. `allErrors` is of `validate…` alone. */
export function write({ ir, roots, withValidate, allErrors = true }) {
  const errors = { messages: withValidate, allErrors: withValidate && allErrors };
  const options = { strict: false, inlineRefs: false, discriminator: true, code: { source: true, esm: true } };
  const ajv = new Ajv({ ...options, ...errors });
  ajv.addSchema(schemaOf(ir), "defs");
  const prefix = withValidate ? "check_" : "is_";
  const text = standalone.default(ajv, Object.fromEntries(roots.map((root) => [prefix + root, ref(root).$ref])));
  if (!withValidate) return text;
  const wrapped = roots.map(
    (root) => `export function validate_${root}(value) { return check_${root}(value) ? null : check_${root}.errors; }`,
  );
  return `${text}\n${wrapped.join("\n")}\n`;
}

function schemaOf({ objects, positions }) {
  const defs = [
    ...Object.entries(objects).map(([name, type]) => [name, objectSchema(type, { ref, nullable })]),
    ...Object.entries(positions).map(([name, position]) => [name, positionSchema(position)]),
  ];
  return { $id: "defs", $defs: Object.fromEntries(defs) };
}

function positionSchema({ untagged, cases }) {
  if (cases.length === 1 && cases[0] === untagged) return ref(untagged);
  const tagged = { required: [tag], discriminator: { propertyName: tag }, oneOf: cases.map(ref) };
  if (untagged === undefined) return { type: "object", ...tagged };
  return { type: "object", if: { required: [tag] }, then: { type: "object", ...tagged }, else: ref(untagged) };
}

function nullable(schema) {
  if (schema.enum !== undefined) return { enum: [...schema.enum, null] };
  if (typeof schema.type === "string") return { ...schema, type: [schema.type, "null"] };
  return { if: { type: "null" }, else: schema };
}
