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

/**
 * What objects that `JSON.parse` makes have as `constructor`. By a name of its own, because a type of the metadata may be
 * called `Object`, and emitted files import it.
 */
export const PLAIN: unknown = Object;

/**
 * Takes an object, returns one whose enumerable members are all that can be read from it: itself, when it is as plain as
 * those that `JSON.parse` makes, and else a copy with what is hidden or inherited as well. Emitted guards ask only where
 * the `constructor` is not `PLAIN`.
 */
export function readable(object: Members): Members {
  return isPlain(object) ? object : flattened(object);
}

/** As `readable`, asked as emitted guards ask: an object is plain at first sight where its `constructor` is `PLAIN`. */
export function membersOf(object: Members): Members {
  return object["constructor"] === PLAIN ? object : readable(object);
}

/** Whether nothing stands between an object and the root of its realm. */
function isPlain(object: object): boolean {
  const above: unknown = Object.getPrototypeOf(object);
  return above === null || isRoot(above);
}

function isRoot(above: unknown): boolean {
  return isMembers(above) && Object.getPrototypeOf(above) === null && "isPrototypeOf" in above;
}

function flattened(object: Members): Members {
  const found: { [name: string]: unknown } = { __proto__: null };
  for (let from: unknown = object; isMembers(from) && !isRoot(from); from = Object.getPrototypeOf(from)) {
    for (const name of Object.getOwnPropertyNames(from)) {
      if (from === object || !INHERITED_NAMES.includes(name)) found[name] = object[name];
    }
  }
  return found;
}
