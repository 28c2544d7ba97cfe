import type { Slice } from "../slice/types.ts";
import { sortedBy } from "../sort.ts";
import { toDiscriminator, toEnumMember, toMember } from "./findings.ts";
import { habits } from "./forms.ts";
import { hoistMembers } from "./hoist.ts";
import { inferType, type Inference } from "./infer-type.ts";
import { recognise, type Recognised } from "./recognise.ts";
import { noSightings, type SeenMember, type Sightings } from "./sightings.ts";
import { indexTypes, type TypeIndex } from "./type-index.ts";
import type { Body, Drift, Guess, InferredType, Unrecognised } from "./types.ts";
import { unwrap } from "./unwrap.ts";
import { walkParameters, walkValue, type Position, type Walk } from "./walk.ts";

/** Each round understands what the one before has found a type for. */
const maxRounds = 8;

interface Root extends Omit<Body, "json"> {
  readonly pointer: string;
  readonly recognised: Extract<Recognised, { kind: "value" | "parameters" }>;
  readonly json: unknown;
}

interface Found {
  readonly roots: readonly Root[];
  readonly guesses: readonly Guess[];
  readonly unrecognised: readonly Unrecognised[];
}

/**
 * Holds bodies against a slice: which members, members of enumerations and discriminators are in them and declared
 * nowhere, and what an overlay could declare them as.
 */
export function findDrift(bodies: readonly Body[], slice: Slice): Drift {
  const index = indexTypes(slice);
  const { roots, guesses, unrecognised } = recogniseAll(bodies, index);
  const { seen, members } = settle(roots, index);
  return {
    bodies: roots.length,
    members: members.map(([member, type]) => toMember(member, type, index)),
    enumMembers: sortedBy(seen.enumMembers.values(), ({ owner, name }) => `${owner}/${name}`).map((one) =>
      toEnumMember(one, index),
    ),
    discriminators: sortedBy(seen.discriminators, ([key]) => key).map(([, one]) => toDiscriminator(one, index)),
    guesses,
    unrecognised: [...unrecognised, ...seen.skipped],
  };
}

function recogniseAll(bodies: readonly Body[], index: TypeIndex): Found {
  const roots: Root[] = [];
  const guesses: Guess[] = [];
  const unrecognised: Unrecognised[] = [];
  for (const { file, evidence, json: content } of bodies) {
    // An array at the top holds bodies.
    const contents: [unknown, string][] = Array.isArray(content)
      ? content.map((one: unknown, number) => [one, `/${number}`])
      : [[content, ""]];
    for (const [one, start] of contents) {
      const unwrapped = unwrap(one);
      const pointer = `${start}${unwrapped.pointer}`;
      const recognised = recognise(unwrapped, index);
      if (recognised.guess !== undefined) guesses.push({ file, pointer, type: recognised.guess });
      if (recognised.kind === "unrecognised") unrecognised.push({ file, pointer, reason: recognised.reason });
      else if (recognised.kind !== "empty") roots.push({ file, evidence, pointer, recognised, json: unwrapped.json });
    }
  }
  return { roots, guesses, unrecognised };
}

interface Settled {
  readonly seen: Sightings;
  readonly members: readonly (readonly [SeenMember, InferredType])[];
}

/** Walks until no undeclared member gets another type: what such a member holds is followed as well. */
function settle(roots: readonly Root[], index: TypeIndex): Settled {
  let assumed: ReadonlyMap<string, Position> = new Map();
  for (let round = 1; ; round += 1) {
    const seen = walkAll(roots, index, assumed);
    const others = [...seen.members.values()];
    const inference: Inference = { index, habits: habits(seen.forms.values()), others };
    const members = hoistMembers(others, inference).map((member) => [member, inferType(member, inference)] as const);
    const next = new Map(members.map(([member, type]) => [`${member.owner}/${member.name}`, positionOf(member, type)]));
    if (round === maxRounds || JSON.stringify([...next]) === JSON.stringify([...assumed])) return { seen, members };
    assumed = next;
  }
}

function positionOf({ owner, name }: SeenMember, { use, union }: InferredType): Position {
  return { type: use.name, collection: use.collection, member: `${owner}/${name}`, union: union?.types };
}

function walkAll(roots: readonly Root[], index: TypeIndex, assumed: Walk["assumed"]): Sightings {
  const seen = noSightings();
  for (const [body, { file, evidence, pointer, recognised, json }] of roots.entries()) {
    const walk: Walk = { index, assumed, seen, body: { body, file, evidence } };
    if (recognised.kind === "parameters") {
      walkParameters(walk, json, recognised.operation, { pointer, depth: 1 });
    } else {
      walkValue(walk, recognised.json, recognised.position, { pointer: pointer + recognised.pointer, depth: 0 });
    }
  }
  return seen;
}
