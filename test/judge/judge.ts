import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import { dynamicTag, tagged } from "./discriminators.ts";
import { isPlain, pageSchema, resultSchema } from "./envelopes.ts";
import { presences } from "./facts.ts";
import { geometrySchema } from "./geo-json.ts";
import { leaves } from "./leaf-keywords.ts";
import { atSchema, dataSchema, dynamicSchema, exactSchema, parametersSchema, type Service } from "./schemas.ts";

/** What the judge says: nothing, or where it found a fault, as a JSON pointer, and by which rule. */
export interface Fault {
  readonly at: string;
  readonly rule: string;
}

/** Judges a value in canonical form by one of the schemas. */
export type Judge = (id: string, value: unknown) => Fault | undefined;

/** Takes what a service says, returns a judge of payloads. Schemas are compiled when they are first asked for. */
export function judgeOf(service: Service): Judge {
  const ajv = new Ajv({
    strict: false,
    strictNumbers: true,
    ownProperties: true,
    validateFormats: false,
    validateSchema: false,
    meta: false,
    messages: false,
    code: { optimize: false },
    inlineRefs: false,
  });
  const compiled = new Map<string, ValidateFunction>();
  const schema = (id: string): ValidateFunction => {
    const known = compiled.get(id) ?? ajv.getSchema(id);
    if (known === undefined) throw new Error(`no schema ${id}`);
    compiled.set(id, known);
    return known;
  };
  for (const keyword of [...leaves, tagged(schema), dynamicTag(service, schema)]) ajv.addKeyword(keyword);
  ajv.addSchema(geometrySchema);
  addSchemas(ajv, service);
  return (id, value) => {
    const validate = schema(id);
    return validate(value) ? undefined : faultOf(validate.errors ?? []);
  };
}

function addSchemas(ajv: Ajv, service: Service): void {
  for (const presence of presences) {
    ajv.addSchema(dynamicSchema(presence));
    for (const name of service.closure.structured) {
      const type = service.facts.structured.get(name);
      if (type === undefined) throw new Error(`no type ${name}`);
      ajv.addSchema(exactSchema(service, type, presence));
      ajv.addSchema(atSchema(service, type, presence));
      ajv.addSchema(dataSchema(type, presence));
      if (presence === "received") ajv.addSchema(pageSchema(service, name));
    }
  }
  for (const operation of service.closure.operations) {
    ajv.addSchema(parametersSchema(service, operation));
    if (isPlain(service, operation.result)) ajv.addSchema(resultSchema(service, operation));
  }
}

/** What encloses a fault is reported as well; the deepest place is where it is. */
function faultOf(errors: readonly ErrorObject[]): Fault {
  const places = errors.map(({ instancePath, keyword, params }) => {
    const missing: unknown = params["missingProperty"];
    const step = typeof missing === "string" ? `/${missing.replace(/~/g, "~0").replace(/\//g, "~1")}` : "";
    return { at: instancePath + step, rule: keyword };
  });
  return places.reduce((deepest, place) => (place.at.length > deepest.at.length ? place : deepest), {
    at: "",
    rule: errors[0]?.keyword ?? "",
  });
}
