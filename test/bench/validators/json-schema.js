// The IR as JSON Schema, for those who take it.

/**
 * The schema of an object type without its tag, which is demanded where it stands; takes how a peer refers to a type, and
 * how it adds null.
 */
export function objectSchema({ tag, members }, how) {
  return {
    type: "object",
    properties: {
      "@type": false,
      "@odata.type": { const: tag },
      ...Object.fromEntries(members.map(({ name, value }) => [name, valueSchema(value, how)])),
    },
    required: members.filter(({ required }) => required).map(({ name }) => name),
  };
}

/** The schema of any value. */
function valueSchema(value, how) {
  const inside = (one) => valueSchema(one, how);
  switch (value.kind) {
    case "ref":
      return how.ref(value.name);
    case "list":
      return { type: "array", items: inside(value.items) };
    case "one-or-list":
      return { if: { type: "array" }, then: { items: inside(value.items) }, else: inside(value.items) };
    case "nullable":
      return how.nullable(inside(value.value));
    default:
      return leafSchema(value);
  }
}

/** The schema of what is no object of a declared type; null is a type beside others where that says it all. */
function leafSchema(value) {
  switch (value.kind) {
    case "any":
      return {};
    case "boolean":
    case "string":
      return { type: value.kind };
    case "integer":
      return { type: "integer", minimum: value.minimum, maximum: value.maximum };
    case "enum":
      return { type: "string", enum: value.members };
    case "text":
      return { type: "string", pattern: value.pattern };
    default:
      throw new Error(`no leaf: ${value.kind}`);
  }
}
