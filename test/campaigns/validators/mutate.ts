import type { Random } from "../../determinism/random.ts";
import { nested, put, randomJson, randomLeaf } from "./random-json.ts";
import { names, once, pick, randomString, tag, trickyName } from "./words.ts";

interface Place {
  readonly holder: Record<string, unknown>;
  readonly key: string;
}

type Change = (random: Random, value: unknown, place: Place) => void;

/** A copy of a JSON value, up to five places of which are changed; now and then none. */
export function mutated(random: Random, body: unknown): unknown {
  const root = { root: copy(body) };
  for (let count = Math.trunc(random() * 6); count > 0; count -= 1) {
    const place = somewhere(random, { holder: root, key: "root" });
    pick(random, changes)(random, read(place), place);
  }
  return root.root;
}

export function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  if (!isObject(value)) return value;
  const result = {};
  for (const name of Object.keys(value)) put(result, name, copy(read({ holder: value, key: name })));
  return result;
}

/** A way down that ends somewhere. */
function somewhere(random: Random, start: Place): Place {
  let place = start;
  for (;;) {
    const value = read(place);
    if (!isObject(value) || once(random, 5)) return place;
    const keys = Object.keys(value);
    if (keys.length === 0) return place;
    place = { holder: value, key: pick(random, keys) };
  }
}

function read({ holder, key }: Place): unknown {
  return key === "__proto__" ? Object.getOwnPropertyDescriptor(holder, key)?.value : holder[key];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

const changes: readonly Change[] = [
  (random, _, { holder, key }) => put(holder, key, randomLeaf(random)),
  (random, _, { holder, key }) => put(holder, key, randomJson(random, 3)),
  (_, __, { holder, key }) => {
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else Reflect.deleteProperty(holder, key);
  },
  (_, value, { holder, key }) => put(holder, key, [value]),
  (_, value, { holder, key }) => put(holder, key, Array.isArray(value) ? value[0] : { value }),
  (random, value, { holder, key }) => put(holder, key, [value, randomLeaf(random), copy(value)]),
  (random, value) => isObject(value) && !Array.isArray(value) && put(value, "@odata.type", tag(random)),
  (random, value) => isObject(value) && !Array.isArray(value) && put(value, "@type", tag(random)),
  (random, value) => {
    if (!isObject(value) || value["@odata.type"] === undefined) return;
    put(value, "@type", once(random, 4) ? tag(random) : value["@odata.type"]);
    if (once(random, 2)) delete value["@odata.type"];
  },
  (_, value) => {
    if (isObject(value)) delete value["@odata.type"];
  },
  (random, value) => {
    if (isObject(value) && !Array.isArray(value)) put(value, trickyName(random), randomJson(random, 2));
  },
  (random, value) => {
    if (isObject(value) && !Array.isArray(value)) put(value, pick(random, names), randomJson(random, 2));
  },
  (random, value) => {
    if (Array.isArray(value)) value.push(randomJson(random, 2), ...value.slice(0, 2).map(copy));
  },
  (random, value, { holder, key }) => {
    if (typeof value === "string")
      put(holder, key, value.toUpperCase() + (once(random, 2) ? randomString(random) : ""));
  },
  (random, value, { holder, key }) => {
    if (typeof value === "number") put(holder, key, once(random, 2) ? String(value) : value * 1e10 + 0.5);
  },
  (random, _, { holder, key }) => put(holder, key, once(random, 30) ? nested(random) : randomLeaf(random)),
  (_, __, { holder, key }) => put(holder, key, null),
  // No JSON value, and yet what programs hand over: an own member that is undefined counts as absent.
  (_, __, { holder, key }) => put(holder, key, undefined),
];
