import type { Presence } from "./shape.js";
import {
  COLLECTION,
  DEFAULTED,
  IMMUTABLE,
  KEY,
  NAVIGATION,
  NOT_NULL,
  NULL_ITEMS,
  OPTIONAL,
  PARAMETER,
  READ_ONLY,
} from "./shape.js";

/** What follows for one member from its facts under one presence. */
export interface Rules {
  /** False: the member is absent from the type; where it comes all the same, that is a warning. */
  readonly sent: boolean;
  readonly required: boolean;
  /** The value may be null; never so for collections. */
  readonly nullable: boolean;
  /** Items of the collection may be null. */
  readonly nullableItems: boolean;
  readonly collection: boolean;
  /** The presence of what the member holds. */
  readonly inside: Presence;
}

/** Takes a member's facts and a presence, returns the rules (README, "Presences"; CSDL 4.01 sections 7.2.1 and 12.8). */
export function rules(facts: number, presence: Presence): Rules {
  const received = receivedRules(facts);
  return {
    ...received,
    sent: isSent(facts, presence),
    required: isRequired(facts, presence),
    nullable: received.nullable && (presence === "received" || !has(facts, NOT_NULL)),
    inside: inside(facts, presence),
  };
}

/** The rules of what is received, but for parameters; most bundles have validators of nothing else. */
export function receivedRules(facts: number): Rules {
  const collection = has(facts, COLLECTION);
  return {
    sent: true,
    required: false,
    nullable: !collection && (!has(facts, NOT_NULL) || has(facts, KEY)),
    nullableItems: collection && has(facts, NULL_ITEMS),
    collection,
    inside: "received",
  };
}

/** True where a response may hold enumeration members that the metadata does not know yet. */
export function isLenient(presence: Presence): boolean {
  return presence === "received" || presence === "declared";
}

function isSent(facts: number, presence: Presence): boolean {
  if (has(facts, PARAMETER)) return true;
  if (presence === "create") return !has(facts, READ_ONLY);
  if (presence === "update") return !has(facts, KEY | READ_ONLY | IMMUTABLE);
  return true;
}

function isRequired(facts: number, presence: Presence): boolean {
  if (!has(facts, NOT_NULL)) return false;
  if (has(facts, PARAMETER)) return !has(facts, OPTIONAL);
  if (has(facts, COLLECTION | NAVIGATION)) return false;
  if (presence === "create") return !has(facts, KEY | DEFAULTED | READ_ONLY);
  return presence === "declared";
}

/** Only entities are updated; the complex values inside an update are written anew. */
function inside(facts: number, presence: Presence): Presence {
  return presence === "update" && !has(facts, NAVIGATION) ? "create" : presence;
}

/** True when at least one of the bits is set. */
function has(facts: number, bits: number): boolean {
  return (facts & bits) !== 0;
}
