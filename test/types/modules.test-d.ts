import {
  type AppHostedMediaConfig,
  type Call,
  type CallCreate,
  type CallMuteParameters,
  callRecords,
  dynamicMembers,
  type MediaConfig,
  type Modality,
  type ODataControl,
  type Participant,
  type ResourceDataUnresolved,
  withDynamic,
} from "../../generated/src/index.js";
import type * as types from "../../generated/src/types.js";
import type * as validators from "../../generated/src/validators.js";
import { type Equal, exactly, type Expect, read } from "./support.js";

/** One simple name in two namespaces is two types. */
export type Namespaces = [
  Expect<Equal<Equal<callRecords.Participant, Participant>, false>>,
  Expect<Equal<callRecords.Participant["@odata.type"], "#microsoft.graph.callRecords.participant" | undefined>>,
  Expect<Equal<Equal<callRecords.Modality, Modality>, false>>,
  Expect<Equal<Extract<callRecords.Modality, "screenSharing">, "screenSharing">>,
  Expect<Equal<types.Call, Call>>,
  Expect<Equal<types.callRecords.Session, callRecords.Session>>,
  Expect<Equal<typeof validators.isCall, (value: unknown) => value is Call>>,
];

export function namespaces(participant: Participant, record: callRecords.Participant): void {
  // @ts-expect-error TS2322: another type of the same name
  const wrong: Participant = record;
  read(participant, wrong, callRecords.isParticipant(record), callRecords.Modality.audio);
}

/** Dynamic members of open types are read and added by two functions. */
export function dynamic(
  call: Call,
  config: AppHostedMediaConfig,
  data: ResourceDataUnresolved,
  parameters: CallMuteParameters,
): void {
  const members = dynamicMembers(call);
  exactly<Readonly<Record<string, unknown>>>()(members, true);
  exactly<Call>()(withDynamic(call, { colour: "red" }), true);
  exactly<AppHostedMediaConfig>()(withDynamic(config, { colour: "red" }, "microsoft.graph.appHostedMediaConfig"), true);
  // @ts-expect-error TS2345: a discriminator that is data names another type
  withDynamic(data, { id: "1" });
  exactly<ResourceDataUnresolved>()(withDynamic(data, { id: "1" }, "microsoft.graph.resourceData"), true);
  // @ts-expect-error TS2559: of parameters it is an annotation
  withDynamic(parameters, { colour: "red" });
  // @ts-expect-error TS2353: nobody knows of which type it is
  withDynamic({ id: "1" }, { colour: "red" });
  // @ts-expect-error TS2542: to read, not to write
  members["colour"] = "red";
  // @ts-expect-error TS2345: not an object
  dynamicMembers("call");
}

/**
 * A user's own interface or class goes where a type of the package is wanted, once it allows annotations: by extending
 * a type of the package, or by the same index signature. An alias needs neither.
 */
interface OwnConfig extends AppHostedMediaConfig {
  "@odata.type": "#microsoft.graph.appHostedMediaConfig";
  note?: string;
}
type OwnAlias = { "@odata.type": "#microsoft.graph.appHostedMediaConfig"; blob: string };
class OwnClass implements AppHostedMediaConfig {
  [annotation: `${string}@${string}`]: unknown;
  "@odata.type" = "#microsoft.graph.appHostedMediaConfig" as const;
  blob = "opaque";
}
interface Foreign {
  "@odata.type": "#microsoft.graph.appHostedMediaConfig";
  blob: string;
}

export function own(config: OwnConfig, alias: OwnAlias, foreign: Foreign): void {
  const extended: MediaConfig = config;
  const structural: MediaConfig = alias;
  const instance: MediaConfig = new OwnClass();
  const spread: MediaConfig = { ...foreign };
  // @ts-expect-error TS2322: an interface without annotations
  const refused: MediaConfig = foreign;
  read(extended, structural, instance, spread, refused);
}

/** The utility types keep the members: no string index swallows them. */
interface OwnCall extends Call {
  botId: string;
}

export function derived(call: OwnCall): void {
  const plain: Call = call;
  const partial: Partial<CallCreate> = { subject: "Later" };
  const picked: Pick<Call, "id" | "state"> = plain;
  const omitted: Omit<CallCreate, "callbackUri" | keyof ODataControl> = { subject: "Later" };
  // @ts-expect-error TS2353: what is left out stays out
  const again: Omit<AppHostedMediaConfig, "blob"> = { blob: "1" };
  read(partial, picked, omitted, again);
}
