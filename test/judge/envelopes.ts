import type { Member, Operation } from "./facts.ts";
import { type Schema, valueSchema } from "./primitives.ts";
import { control, idOf, isRequired, memberSchema, type Service } from "./schemas.ts";

/** What a page of a collection says of itself (contract, section 3, envelopes; OData JSON 12). */
function pageControl(service: Service): Readonly<Record<string, Schema | undefined>> {
  const none = { maxLength: undefined, precision: undefined, scale: undefined };
  return {
    "@odata.nextLink": { type: "string" },
    "@odata.deltaLink": { type: "string" },
    "@odata.count": valueSchema(service.facts, service, "Edm.Int64", none),
  };
}

/** A page of received values of a declared type. */
export function pageSchema(service: Service, name: string): Schema {
  return {
    $id: idOf("page", "received", name),
    type: "object",
    properties: {
      "@odata.context": control["@odata.context"],
      ...pageControl(service),
      value: { type: "array", items: { $ref: idOf("at", "received", name) } },
    },
    required: ["value"],
  };
}

/** Whether a result is no object, or no collection of objects: then it has a schema of its own. */
export function isPlain({ facts }: Service, result: Member | undefined): result is Member {
  return result !== undefined && !facts.structured.has(result.type) && !(result.type === "Edm.Untyped");
}

/** A result that is no object comes in one, as `value`; a collection in a page, which always has it. */
export function resultSchema(service: Service, { key, result }: Operation): Schema {
  if (!isPlain(service, result)) throw new Error(`no plain result of ${key}`);
  return {
    $id: idOf("result", "received", key),
    type: "object",
    properties: {
      ...control,
      ...(result.collection ? pageControl(service) : {}),
      value: memberSchema(service, result, "received"),
    },
    required: result.collection || isRequired(result, "received") ? ["value"] : [],
  };
}
