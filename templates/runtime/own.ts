/** An object whose members are yet to be looked at. */
export interface Members {
  readonly "@odata.type"?: unknown;
  readonly [name: string]: unknown;
}

/** Names that every object inherits a value for; as data they count only when they are own members. */
export const INHERITED_NAMES: readonly string[] = [
  "__defineGetter__",
  "__defineSetter__",
  "__lookupGetter__",
  "__lookupSetter__",
  "__proto__",
  "constructor",
  "hasOwnProperty",
  "isPrototypeOf",
  "propertyIsEnumerable",
  "toLocaleString",
  "toString",
  "valueOf",
];

/** True for anything that is an object in JSON: not null, not an array. */
export function isMembers(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Takes an object and a name, returns the own member of that name, undefined when there is none. */
export function own(object: object, name: string): unknown {
  return isMembers(object) && Object.prototype.hasOwnProperty.call(object, name) ? object[name] : undefined;
}
