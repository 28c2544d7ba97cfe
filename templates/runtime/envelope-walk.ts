import { collect, type Collector, isFull } from "./collector.js";
import { failure } from "./failure.js";
import { isAnnotation } from "./is-control.js";
import type { Members } from "./own.js";
import type { PrimitiveShape } from "./shape.js";
import type { Guard } from "./validate.js";

/** A collection before anything is known of its items; `Count` is how the count is written. */
export interface Envelope<Count> {
  "@odata.context"?: string | undefined;
  "@odata.count"?: Count | undefined;
  "@odata.nextLink"?: string | undefined;
  "@odata.deltaLink"?: string | undefined;
  value: readonly unknown[];
  [annotation: `${string}@${string}`]: unknown;
}

const LINKS: readonly string[] = ["@odata.context", "@odata.nextLink", "@odata.deltaLink"];

/** Takes an object, says whether it is a collection: its items are not looked at. */
export function isEnvelope<Count>(value: Members, isCount: Guard<Count>): value is Members & Envelope<Count> {
  const count = value["@odata.count"];
  return (
    Array.isArray(value["value"]) &&
    LINKS.every((name) => value[name] === undefined || typeof value[name] === "string") &&
    (count === undefined || isCount(count))
  );
}

/**
 * Takes an object that should be a collection, adds what is wrong with it in the order of its members; `walkItems` is
 * called where the items stand.
 */
export function walkEnvelope(
  collector: Collector,
  value: Members,
  rules: { readonly count: PrimitiveShape; readonly strict: boolean },
  walkItems: (items: unknown) => void,
): void {
  const names = Object.keys(value);
  for (const name of names) {
    if (isFull(collector)) return;
    if (name === "value") walkItems(value[name]);
    else if (name === "@odata.count") walkCount(collector, value[name], rules.count);
    else if (LINKS.includes(name)) walkLink(collector, name, value[name]);
    else if (!isAnnotation(name) && value[name] !== undefined) addUndeclared(collector, name, value, rules.strict);
  }
  if (!names.includes("value")) walkItems(value["value"]);
}

function walkLink(collector: Collector, name: string, value: unknown): void {
  if (value === undefined || typeof value === "string") return;
  const code = value === null ? "null-not-allowed" : "wrong-type";
  collect(collector, failure([name], code, "a string", value));
}

function walkCount(collector: Collector, value: unknown, shape: PrimitiveShape): void {
  if (value === undefined || shape.is(value)) return;
  const [code, expected] =
    value === null ? (["null-not-allowed", "a count"] as const) : [shape.faultOf(value), shape.expected];
  collect(collector, failure(["@odata.count"], code, expected, value));
}

function addUndeclared(collector: Collector, name: string, value: Members, strict: boolean): void {
  const message = "A collection does not declare this member.";
  const issue = failure([name], "undeclared-property", "an annotation", value[name], message);
  collect(collector, strict ? issue : { ...issue, severity: "warning" });
}
