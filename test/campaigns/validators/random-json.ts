import type { Random } from "../../determinism/random.ts";
import { names, numbers, once, pick, randomString, tag, trickyName } from "./words.ts";

/** An own member whatever its name, as JSON.parse makes it: `__proto__` too. */
export function put(holder: object, name: string, value: unknown): void {
  if (name !== "__proto__") (holder as Record<string, unknown>)[name] = value;
  else Object.defineProperty(holder, name, { value, writable: true, enumerable: true, configurable: true });
}

export function randomLeaf(random: Random): unknown {
  const kind = random();
  if (kind < 0.45) return randomString(random);
  if (kind < 0.75) return pick(random, numbers);
  if (kind < 0.8) return (random() - 0.5) * 2 ** Math.trunc(random() * 70);
  return kind < 0.9 ? null : kind < 0.95;
}

/** Any JSON value: objects have names of the model and names that mean trouble. */
export function randomJson(random: Random, levels = 1 + Math.trunc(random() * 4)): unknown {
  const kind = random();
  if (levels === 0 || kind < 0.25) return once(random, 400) ? nested(random) : randomLeaf(random);
  const size = Math.trunc(random() * 4);
  if (kind < 0.4) return Array.from({ length: size }, () => randomJson(random, levels - 1));
  const value = {};
  if (kind < 0.8) put(value, once(random, 8) ? "@type" : "@odata.type", tag(random));
  for (let count = 0; count <= size; count += 1) {
    put(value, once(random, 3) ? trickyName(random) : pick(random, names), randomJson(random, levels - 1));
  }
  return value;
}

/** So many arrays, objects or typed objects within each other, about as many as there may be. */
export function nested(random: Random): unknown {
  const wrap = pick(random, wraps);
  let value = randomLeaf(random);
  for (let level = 504 + Math.trunc(random() * 12); level > 0; level -= 1) value = wrap(value, level);
  return value;
}

const wraps: readonly ((value: unknown, level: number) => unknown)[] = [
  (value) => [value],
  (value) => ({ x: value }),
  (value) => {
    const holder = {};
    put(holder, "__proto__", value);
    return holder;
  },
  (value, level) => (level % 2 === 0 ? [value] : { resourceData: value }),
  (value) => ({ "@odata.type": "#microsoft.graph.identity", more: value }),
  (value) => ({ "@odata.type": "#microsoft.graph.call", meetingCapability: value }),
];
