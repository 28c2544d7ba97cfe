import type { StandardSchemaV1 } from "@standard-schema/spec";
import type { callCreateSchema } from "../../generated/src/index.js";
import {
  assertCall,
  type Call,
  type CallCreate,
  callRecords,
  callSchema,
  type CommsNotification,
  isCall,
  isMediaConfig,
  type Issue,
  type IssueCode,
  type MediaConfig,
  ODataValidationError,
  parseCall,
  parseCallCreate,
  type Partition,
  partitionCommsNotifications,
  type StandardSchema,
  toPointer,
  validateCall,
  type Validation,
  type Validator,
} from "../../generated/src/index.js";
import { body, type Equal, exactly, type Expect, read } from "./support.js";

/** A result is one of two things; `ok` says which. */
export function results(): void {
  const result = validateCall(body, { strict: true, maxIssues: 5 });
  exactly<Validation<Call>>()(result, true);
  // @ts-expect-error TS2339: there is no value before `ok` has been looked at
  read(result.value);
  if (result.ok) {
    exactly<Call>()(result.value, true);
    exactly<readonly Issue[]>()(result.warnings, true);
    // @ts-expect-error TS2339: nor issues in what is right
    read(result.issues);
    return;
  }
  exactly<readonly Issue[]>()(result.issues, true);
  // @ts-expect-error TS2339: nor a value in what is wrong
  read(result.value);
  for (const { code, path } of result.issues) read(code satisfies IssueCode, toPointer(path));
  // @ts-expect-error TS2561: a misspelt option
  validateCall(body, { strikt: true });
  // @ts-expect-error TS2540: a result is read-only
  result.issues = [];
}

export function guards(): void {
  if (isCall(body)) exactly<Call>()(body, true);
  if (isMediaConfig(body)) exactly<MediaConfig>()(body, true);
  exactly<Call>()(parseCall(body), true);
  exactly<CallCreate>()(parseCallCreate(body), true);
  exactly<(value: unknown) => value is Call>()(isCall, true);
}

/** Assertions narrow as they are imported, also through a namespace: no TS2775. */
export function assertions(value: unknown, other: unknown): string | undefined {
  assertCall(value);
  exactly<Call>()(value, true);
  callRecords.assertSession(other);
  exactly<callRecords.Session>()(other, true);
  return value.callbackUri;
}

export function errors(): void {
  try {
    assertCall(body);
  } catch (error) {
    if (error instanceof ODataValidationError) exactly<readonly Issue[]>()(error.issues, true);
  }
}

/** Standard Schema: what other libraries read off the schema. */
export type Schemas = [
  Expect<Equal<StandardSchemaV1.InferOutput<typeof callSchema>, Call>>,
  Expect<Equal<StandardSchemaV1.InferInput<typeof callSchema>, Call>>,
  Expect<Equal<StandardSchemaV1.InferOutput<typeof callCreateSchema>, CallCreate>>,
  Expect<Equal<typeof callSchema, StandardSchema<Call>>>,
];

export const schema: StandardSchemaV1<unknown, Call> = callSchema;
// @ts-expect-error TS2322: the schema of another presence
export const wrong: StandardSchemaV1<unknown, CallCreate> = callSchema;

/** Forms ask for fields of the input, and clients of procedures for the whole of it. */
declare function form<Input extends object>(schema: StandardSchemaV1<Input, unknown>): Input;
declare function send<Schema extends StandardSchemaV1>(
  schema: Schema,
  input: StandardSchemaV1.InferInput<Schema>,
): void;

export function integrations(): void {
  exactly<Call>()(form(callSchema), true);
  send(callSchema, { state: "established" });
  // @ts-expect-error TS2820: no state of a call
  send(callSchema, { state: "establishd" });
}

export async function standard(): Promise<void> {
  const result = await schema["~standard"].validate(body);
  if (result.issues) read(result.issues[0]?.path);
  else exactly<Call>()(result.value, true);
}

/** One notification of a new kind does not cost the rest. */
export function batch(): void {
  const { valid, invalid, issues } = partitionCommsNotifications(body);
  exactly<Partition<CommsNotification>>()(partitionCommsNotifications(body), true);
  exactly<CommsNotification[]>()(valid, true);
  exactly<readonly Issue[] | undefined>()(issues, true);
  for (const one of invalid) exactly<number>()(one.index, true);
}

export const validator: Validator<Call> = validateCall;
