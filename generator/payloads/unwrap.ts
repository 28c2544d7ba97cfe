import { isRecord } from "../json.ts";
import { member } from "./tag.ts";

/** A body with what its file says about it. */
export interface Unwrapped {
  readonly json: unknown;
  /** Where the body stands in the content. */
  readonly pointer: string;
  /** Qualified name of a type or key of an operation. */
  readonly type: string | undefined;
  /** The body is `{ "value": [...] }` of that type. */
  readonly collection: boolean;
  /** The body answers a request. */
  readonly response: boolean;
}

/** What may stand beside the body in a file that describes it. */
const known: ReadonlySet<string> = new Set([
  ...["json", "body", "type", "docType", "role", "operation", "presence", "collection", "strict"],
  ...["id", "page", "source", "version", "repaired", "scenario", "title", "name", "description"],
]);

/** Takes the body out of an object that describes it; any other content is the body itself. */
export function unwrap(content: unknown): Unwrapped {
  const bare = { json: content, pointer: "", type: undefined, collection: false, response: false };
  if (!isRecord(content) || !Object.keys(content).every((key) => known.has(key))) return bare;
  const key = ["json", "body"].find((name) => Object.hasOwn(content, name));
  const type = ["docType", "type"].map((name) => member(content, name)).find((name) => typeof name === "string");
  const described =
    type !== undefined || ["role", "operation", "presence"].some((name) => Object.hasOwn(content, name));
  if (key === undefined || !described) return bare;
  return {
    json: content[key],
    pointer: `/${key}`,
    type: typeof type === "string" ? type : undefined,
    collection: member(content, "collection") === true,
    response: member(content, "role") === "response",
  };
}
