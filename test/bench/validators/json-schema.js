// The IR as JSON Schema, for those who take it.

/** The schema of an object type without its tag, which is demanded where it stands. */
export function objectSchema({ tag, members }, valueSchema) {
  return {
    type: "object",
    properties: {
      "@type": false,
      "@odata.type": { const: tag },
      ...Object.fromEntries(members.map(({ name, value }) => [name, valueSchema(value)])),
    },
    required: members.filter(({ required }) => required).map(({ name }) => name),
  };
}

/** The schema of what is no object of a declared type; null is a type beside others where that says it all. */
export function leafSchema(value) {
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
