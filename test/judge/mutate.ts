import type { Random } from "../determinism/random.ts";
import { pick } from "./leaves.ts";
import type { Pools } from "./pools.ts";

interface Place {
  readonly holder: Record<string, unknown>;
  readonly key: string;
  readonly pointer: string;
}

/** What was changed, and where: the pointer below or above which faults may be found now. */
export interface Mutated {
  readonly value: unknown;
  readonly changed: readonly string[];
}

/** Takes a JSON value, returns a copy in which some places are another. */
export function mutate(random: Random, pools: Pools, value: unknown, times: number): Mutated {
  const places: Place[] = [];
  const root: Record<string, unknown> = {};
  put(root, "root", copy(value, { holder: root, key: "root", pointer: "" }, places));
  const changed: string[] = [];
  for (let time = 0; time < times; time += 1) {
    const place = pick(random, places);
    const step = pick(random, steps)(random, place, pools);
    changed.push(step ?? above(place));
  }
  return { value: root["root"], changed };
}

/** A discriminator speaks of the whole object in which it stands. */
function above({ key, pointer }: Place): string {
  return key === "@odata.type" || key === "@type" ? pointer.slice(0, pointer.lastIndexOf("/")) : pointer;
}

/** Copies a value and notes every place in it; members keep their names, `__proto__` too. */
function copy(value: unknown, place: Place, places: Place[]): unknown {
  places.push(place);
  if (typeof value !== "object" || value === null) return value;
  const holder = (Array.isArray(value) ? [] : {}) as Record<string, unknown>;
  for (const key of Object.keys(value)) {
    const pointer = `${place.pointer}/${key.replace(/~/g, "~0").replace(/\//g, "~1")}`;
    put(holder, key, copy((value as Record<string, unknown>)[key], { holder, key, pointer }, places));
  }
  return holder;
}

function put(holder: object, key: string, value: unknown): undefined {
  if (key !== "__proto__") (holder as Record<string, unknown>)[key] = value;
  else Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

/** What stands there, never what is inherited: a step before may have taken the member away. */
function own(holder: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(holder, key) ? holder[key] : undefined;
}

/** Changes a place; returns the pointer of what it changed where that is not the place itself. */
type Step = (random: Random, place: Place, pools: Pools) => string | undefined;

function setting(make: (random: Random, value: unknown, pools: Pools) => unknown): Step {
  return (random, { holder, key }, pools) => put(holder, key, make(random, own(holder, key), pools));
}

const anything = (random: Random, pools: Pools): unknown => {
  const chance = random();
  if (chance < 0.6) return structuredClone(pick(random, pools.leaves));
  return chance < 0.85 ? structuredClone(pick(random, pools.parts)) : pick(random, pools.tags);
};

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Where the place holds an object, the object itself is changed; else the place gets something else. */
function within(change: (random: Random, value: Record<string, unknown>, pools: Pools) => string | undefined): Step {
  return (random, place, pools) => {
    const value = own(place.holder, place.key);
    if (!isObject(value)) return put(place.holder, place.key, anything(random, pools));
    const name = change(random, value, pools);
    return name === undefined || name === "@odata.type" || name === "@type"
      ? place.pointer
      : `${place.pointer}/${name}`;
  };
}

function respelt(random: Random, text: string): string {
  const at = Math.floor(random() * (text.length + 1));
  const forms = [
    text.toUpperCase(),
    text.toLowerCase(),
    ` ${text}`,
    `${text},${text}`,
    text.slice(0, at) + text.slice(at + 1),
    text.slice(0, at) + pick(random, ["0", "-", "=", ".", "Z", "\n", ",", "9"]) + text.slice(at),
    text.replace(/^#/, ""),
  ];
  return pick(random, forms);
}

const steps: readonly Step[] = [
  setting(() => null),
  setting((random, _, pools) => anything(random, pools)),
  setting((random, _, pools) => anything(random, pools)),
  setting((_, value) => (Array.isArray(value) && value.length > 0 ? value[0] : [value])),
  setting((random, value, pools) => {
    if (typeof value === "string") return respelt(random, value);
    if (typeof value === "number")
      return pick<unknown>(random, [value + 0.5, -value, value * 1e10, String(value), value + 1]);
    return anything(random, pools);
  }),
  (_, { holder, key }) => {
    if (Array.isArray(holder)) put(holder, key, null);
    else Reflect.deleteProperty(holder, key);
    return undefined;
  },
  within((random, value, pools) => {
    put(
      value,
      pick(random, ["@odata.type", "@odata.type", "@type"]),
      random() < 0.9 ? pick(random, pools.tags) : anything(random, pools),
    );
    return "@odata.type";
  }),
  within((_, value) => {
    Reflect.deleteProperty(value, "@odata.type");
    return "@odata.type";
  }),
  within((random, value, pools) => {
    const name = pick(random, pools.names);
    put(value, name, anything(random, pools));
    return name.replace(/~/g, "~0").replace(/\//g, "~1");
  }),
];
