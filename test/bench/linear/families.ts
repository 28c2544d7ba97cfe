/** Values that grow with n in one way each, and what is to be done with them in time that grows alike. */
import {
  isCall,
  isCommsNotifications,
  isOnlineMeetingRestricted,
  parseCall,
  partitionCommsNotifications,
  validateCall,
  validateCollection,
  validateCommsNotifications,
  validateOnlineMeetingRestricted,
} from "../../../generated/src/validators.ts";
import { toPointer } from "../../../generated/src/runtime/issue.ts";
import { attacks } from "./attacks.ts";

/** Builds a value of size n. */
type Make = (n: number) => unknown;
/** Anything that is to take time in proportion. */
type Use = (value: unknown) => unknown;

export interface Family {
  readonly name: string;
  /** A size that takes a few milliseconds. */
  readonly size: number;
  readonly make: Make;
  readonly use: Use;
}

const all = { maxIssues: Infinity };
const uses: Readonly<Record<string, Use>> = {
  is: (value) => isCall(value),
  validate: (value) => validateCall(value),
  "validate, strict": (value) => validateCall(value, { strict: true }),
  "validate, all issues": (value) => validateCall(value, all),
};

function fill(n: number, item: unknown): unknown[] {
  return Array.from({ length: n }, () => item);
}

function named(n: number, value: unknown): object {
  return Object.fromEntries(Array.from({ length: n }, (_, index) => [`x${index}`, value]));
}

function nest(levels: number, wrap: (inner: unknown) => unknown, inner: unknown): unknown {
  let value = inner;
  for (let level = 0; level < levels; level += 1) value = wrap(value);
  return value;
}

const identity = { "@odata.type": "#microsoft.graph.identity", id: "i" };
const alias = { "@type": "graph.identity", id: "i" };
const notification = {
  "@odata.type": "#microsoft.graph.commsNotification",
  resourceData: { "@odata.type": "#microsoft.graph.call", state: "established" },
};

const objects: Readonly<Record<string, Make>> = {
  "right strings": (n) => ({ routingPolicies: fill(n, "a") }),
  "wrong strings": (n) => ({ routingPolicies: fill(n, 5) }),
  "unknown members of an enumeration that grows": (n) => ({ requestedModalities: fill(n, "smell") }),
  objects: (n) => ({ participants: fill(n, { isMuted: true }) }),
  "empty objects": (n) => ({ participants: fill(n, {}) }),
  "objects of an unknown type": (n) => ({ participants: fill(n, { "@odata.type": "#x.y" }) }),
  "objects under an alias": (n) => ({ participants: fill(n, { "@type": "graph.participant" }) }),
  "undeclared members of a closed type": (n) => ({ chatInfo: named(n, 5) }),
  "undeclared objects of a closed type": (n) => ({ chatInfo: named(n, {}) }),
  "dynamic members": (n) => named(n, 5),
  "dynamic objects": (n) => named(n, { a: 5 }),
  "dynamic objects of a type": (n) => named(n, identity),
  "dynamic objects under an alias": (n) => named(n, alias),
  "a dynamic array": (n) => ({ x: fill(n, identity) }),
  "a dynamic array of arrays": (n) => ({ x: fill(n, [[alias]]) }),
  annotations: (n) => Object.fromEntries(Array.from({ length: n }, (_, index) => [`x@y${index}`, {}])),
  "untyped content": (n) => ({ meetingCapability: fill(n, { a: [{}] }) }),
  "a long name": (n) => ({ ["x".repeat(n)]: {}, chatInfo: { ["y".repeat(n)]: 5 } }),
  "a long name that is a path": (n) => ({ ["~/".repeat(n)]: [{ ...identity, id: 5 }] }),
  "a long tag": (n) => ({ "@odata.type": `#${"x.".repeat(n)}`, "@type": "y".repeat(n) }),
  "long tags of dynamic objects": (n) => ({ x: { "@odata.type": "x.".repeat(n), "@type": `#${".".repeat(n)}` } }),
  "a long member of an enumeration": (n) => ({ state: "e".repeat(n), direction: "\u202e".repeat(n) }),
};

const near: Readonly<Record<string, Make>> = {
  "typed objects within each other": (n) =>
    nest(n, (within) => ({ "@odata.type": "#microsoft.graph.identity", within }), identity),
  "the same under an alias": (n) => nest(n, (within) => ({ "@type": "graph.identity", within }), identity),
  "untagged objects within each other": (n) => nest(n, (within) => ({ within, also: 5 }), 5),
  "arrays within each other": (n) => nest(n, (within) => [within, 5, []], identity),
  "untyped arrays within each other": (n) => ({ meetingCapability: nest(n, (within) => [within, {}], 5) }),
};

const special: readonly Family[] = [
  {
    name: "a batch: is",
    size: 4000,
    make: (n) => ({ value: fill(n, notification) }),
    use: (value) => isCommsNotifications(value),
  },
  {
    name: "a batch: validate",
    size: 4000,
    make: (n) => ({ value: fill(n, notification) }),
    use: (value) => validateCommsNotifications(value),
  },
  {
    name: "a batch: partition",
    size: 4000,
    make: (n) => ({ value: fill(n, notification) }),
    use: (value) => partitionCommsNotifications(value),
  },
  {
    name: "a batch of wrong items: partition",
    size: 4000,
    make: (n) => ({ value: fill(n, 5) }),
    use: (value) => partitionCommsNotifications(value),
  },
  {
    name: "a collection: validate",
    size: 4000,
    make: (n) => ({ value: fill(n, alias) }),
    use: (value) => validateCollection(validateCall)(value),
  },
  {
    name: "wrong items at the end of a long path: all issues, printed",
    size: 500,
    make: (n) => nest(400, (within) => [within], { x: fill(n, { ...identity, id: 5 }) }),
    use: (value) => {
      const result = validateCall({ x: value }, all);
      return result.ok || result.issues.map(({ path }) => toPointer(path)).length;
    },
  },
  {
    name: "an error with a path of long names",
    size: 200_000,
    make: (n) => ({ ["/".repeat(n)]: { ...identity, id: 5 } }),
    use: (value) => {
      try {
        return parseCall(value);
      } catch (error) {
        return String(error);
      }
    },
  },
  {
    name: "parts of a flags enumeration",
    size: 100_000,
    make: (n) => ({ contentSharingDisabled: fill(n, "x").join(",") }),
    use: (value) => [isOnlineMeetingRestricted(value), validateOnlineMeetingRestricted(value)],
  },
];

/** All of them. */
export const families: readonly Family[] = [
  ...Object.entries(objects).flatMap(([name, make]) =>
    Object.entries(uses).map(([how, use]): Family => ({
      name: `${name}: ${how}`,
      size: name.includes("long") ? 200_000 : 10_000,
      make,
      use,
    })),
  ),
  ...Object.entries(near).flatMap(([name, make]) =>
    Object.entries(uses).map(([how, use]): Family => ({
      name: `${name}: ${how}`,
      size: 120,
      make,
      // Far too little for a clock.
      use: (value) => {
        for (let round = 0; round < 100; round += 1) use(value);
      },
    })),
  ),
  ...special,
  ...attacks.flatMap(({ name, make, judge }): Family[] => [{ name, size: 200_000, make, use: judge }]),
];
