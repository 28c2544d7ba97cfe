import { isRecord } from "../../generator/json.ts";
import { readExamples } from "../golden/examples.ts";

const examples = new Map(readExamples().map(({ name, body }) => [name, body]));

/** The page of `createCall` shows no operation; this one has the members that pages of operations show. */
const operation = {
  "@odata.type": "#microsoft.graph.commsNotification",
  changeType: "deleted",
  resourceUrl:
    "/communications/calls/57dab8b1-894c-409a-b240-bd8beae78896/operations/0fe0623f-d628-42ed-b4bd-8ac290072cc5",
  resourceData: {
    "@odata.type": "#microsoft.graph.playPromptOperation",
    id: "0fe0623f-d628-42ed-b4bd-8ac290072cc5",
    status: "completed",
    clientContext: "d45324c1-fcb5-430a-902c-f20af696537c",
    resultInfo: { "@odata.type": "#microsoft.graph.resultInfo", code: 200, subcode: 0, message: "Done." },
  },
};

/** One notification out of a documented body, by the name of its file; or the operation. */
export function notification(name: string): unknown {
  if (name === "operation") return structuredClone(operation);
  const body = examples.get(name);
  const items: unknown = isRecord(body) ? body["value"] : undefined;
  if (!Array.isArray(items) || items.length !== 1) throw new Error(`${name} holds no single notification`);
  return structuredClone(items[0]);
}

/** A batch as the service sends it: the given notification between two others that are as documented. */
export function batch(middle: unknown): { readonly value: readonly unknown[] } {
  const value = [notification("04-peer-call-established"), middle, notification("06-content-sharing-updated")];
  return { "@odata.type": "#microsoft.graph.commsNotifications", value } as { readonly value: readonly unknown[] };
}

/** Stands for a member that is taken away. */
export const absent = Symbol("absent");

/** Changes the place that a JSON pointer names: its parent has to be there, and the value to be another one. */
export function damage(root: unknown, pointer: string, value: unknown): void {
  const keys = pointer.split("/").slice(1);
  const last = keys.pop() ?? "";
  let parent: unknown = root;
  for (const key of keys) parent = isContainer(parent) ? parent[key] : undefined;
  if (!isContainer(parent)) throw new Error(`there is no ${pointer}`);
  if (value === absent) {
    if (!Object.hasOwn(parent, last)) throw new Error(`there is nothing to take away at ${pointer}`);
    Reflect.deleteProperty(parent, last);
  } else {
    if (parent[last] === value) throw new Error(`${pointer} has that value`);
    parent[last] = value;
  }
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
