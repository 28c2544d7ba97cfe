import { decodeUtf8, findJsonFault, isRecord } from "../json.ts";
import type { Case, Refusal } from "./judge.ts";

/** What holds for a line that does not say it itself. */
export interface CaseDefaults {
  readonly type: string | undefined;
  readonly presence: string | undefined;
  readonly collection: boolean;
  readonly strict: boolean;
}

export type ReadCase = { readonly ok: true; readonly case: Case } | { readonly ok: false; readonly error: Refusal };

/** Reads one line of NDJSON as a case; undefined where the line is blank. */
export async function readCase(line: Uint8Array, defaults: CaseDefaults): Promise<ReadCase | undefined> {
  const text = decodeUtf8(line);
  if (text === undefined) return refused("malformed-json", "this line is not UTF-8 text");
  if (text.trim() === "") return undefined;
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    const fault = await findJsonFault(text);
    const column = fault?.column === undefined ? "" : ` (column ${fault.column})`;
    return refused("malformed-json", `this line is not JSON: ${fault?.message ?? "it does not parse"}${column}`);
  }
  return toCase(content, defaults);
}

function toCase(content: unknown, defaults: CaseDefaults): ReadCase {
  if (!isRecord(content)) return refused("bad-case", 'a case is an object: {"type","presence"?,"collection"?,"json"}');
  const member = (name: string): unknown => (Object.hasOwn(content, name) ? content[name] : undefined);
  const type = member("type") ?? defaults.type;
  const presence = member("presence") ?? defaults.presence;
  const collection = member("collection") ?? defaults.collection;
  const strict = member("strict") ?? defaults.strict;
  if (typeof type !== "string") return refused("bad-case", 'the case needs "type", a string');
  if (presence !== undefined && typeof presence !== "string") return refused("bad-case", '"presence" is a string');
  if (typeof collection !== "boolean") return refused("bad-case", '"collection" is true or false');
  if (typeof strict !== "boolean") return refused("bad-case", '"strict" is true or false');
  if (!Object.hasOwn(content, "json")) return refused("bad-case", 'the case needs "json", the payload');
  return { ok: true, case: { type, presence, collection, strict, json: content["json"] } };
}

function refused(code: Refusal["code"], message: string): ReadCase {
  return { ok: false, error: { code, message } };
}
