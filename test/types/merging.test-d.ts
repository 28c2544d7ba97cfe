import { type Call, type CallTagged, isCall } from "../../generated/src/index.js";
import { body, exactly } from "./support.js";

/** A user adds a member of an open type to its interface: declaration merging. */
declare module "../../generated/src/index.js" {
  interface Call {
    botTag?: number | undefined;
  }
}

export function merged(call: CallTagged): void {
  exactly<number | undefined>()(call.botTag, true);
  if (isCall(body)) exactly<number | undefined>()(body.botTag, true);
  const literal: Call = { state: "established", botTag: 1 };
  exactly<Call>()(literal, true);
}
