import { isDynamic, type TaggedGuards } from "../../templates/runtime/is-dynamic.ts";

/** An object whose members are loaded by these names and no others. */
type Inspected<K extends PropertyKey> = { readonly [P in K]?: unknown } & { readonly "@odata.type"?: unknown };

/** True for an object that is not an array, whose members of these names are going to be loaded. */
export function isObject<K extends PropertyKey>(value: unknown): value is Inspected<K> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether context, id and etag are strings where they are present (OData JSON 4.01 section 4.6). */
export function annotations(value: Inspected<"@odata.context" | "@odata.id" | "@odata.etag">): boolean {
  const all = [value["@odata.context"], value["@odata.id"], value["@odata.etag"]];
  return all.every((one) => one === undefined || typeof one === "string");
}

/** As `annotations`, and the tag's short form is absent. */
export function control(value: Inspected<"@odata.context" | "@odata.id" | "@odata.etag" | "@type">): boolean {
  return value["@type"] === undefined && annotations(value);
}

/** Whether all members of an object that are not declared may stand there. */
export function dynamics(object: object, declared: readonly string[], depth: number, guards: TaggedGuards): boolean {
  const others = Object.entries(object).filter(([name]) => !declared.includes(name));
  return others.every(([name, value]) => isDynamic(name, value, depth + 1, guards));
}
