import type { Call, CallAnswerParameters, CallCreate, CallDeclared, CallUpdate } from "../../generated/src/index.js";
import type { StandardSchema, Validation } from "../../generated/src/runtime.js";
import { registry } from "../../generated/src/registry.js";
import { body, exactly, read } from "./support.js";

/** Entries keep their types: by qualified name, then by presence. */
export function entries(): void {
  const { received, create, update, declared } = registry["microsoft.graph.call"];
  if (received.is(body)) exactly<Call>()(body, true);
  if (create.is(body)) exactly<CallCreate>()(body, true);
  if (update.is(body)) exactly<CallUpdate>()(body, true);
  if (declared.is(body)) exactly<CallDeclared>()(body, true);
  exactly<Validation<Call>>()(received.validate(body), true);
  exactly<StandardSchema<Call>>()(received.schema, true);
}

export function operations(): void {
  const answer = registry["action:microsoft.graph.answer(microsoft.graph.call)"];
  if (answer.create.is(body)) exactly<CallAnswerParameters>()(body, true);
  // @ts-expect-error TS2339: parameters are only ever sent
  read(answer.received);
}

export function misses(): void {
  // @ts-expect-error TS2551: no such type
  read(registry["microsoft.graph.cal"]);
  // @ts-expect-error TS2339: a complex type is not updated by itself
  read(registry["microsoft.graph.chatInfo"].update);
}

/** Names known at run time only: the key is checked first. */
export function byName(name: string): unknown {
  const isName = (key: string): key is keyof typeof registry => Object.prototype.hasOwnProperty.call(registry, key);
  return isName(name) ? registry[name] : undefined;
}
