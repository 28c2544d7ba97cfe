// What the benchmark takes from the tests of the tool: the second judge over the package's metadata, bodies, mutations.
import { randomOf } from "../../determinism/random.ts";
import { readExamples } from "../../golden/examples.ts";
import { graphCourt } from "../../judge/graph.ts";
import { mutate } from "../../judge/mutate.ts";
import type { Fault } from "../../judge/judge.ts";
import type { Presence } from "../../judge/facts.ts";
import { atSchema, exactSchema, idOf, type Service } from "../../judge/schemas.ts";
import { type Ir, irOf, type Json, nameOf } from "./ir.ts";

/** A declared position from which validators are made. */
export interface Root {
  readonly type: string;
  readonly presence: Presence;
  /** Of the position in the IR. */
  readonly name: string;
  readonly id: string;
}

export interface Example {
  readonly name: string;
  readonly root: Root;
  readonly body: unknown;
}

export interface Material {
  readonly examples: readonly Example[];
  readonly ir: Ir;
  /** The IR of one root alone. */
  readonly irOfRoot: (root: Root) => Ir;
  readonly judge: (root: Root, value: unknown) => Fault | undefined;
  /** Mutated bodies, the same for the same seed. */
  readonly mutants: (count: number, seed: number) => Generator<{ readonly root: Root; readonly value: unknown }>;
}

export async function material(): Promise<Material> {
  const { service, judge, pools } = await graphCourt();
  const find = (id: string): Json => schemaOf(service, id);
  const examples = readExamples().map(({ name, type, presence, body }): Example => {
    const id = idOf("at", presence as Presence, type);
    return { name, root: { type, presence: presence as Presence, name: nameOf(id), id }, body };
  });
  const ids = new Set(examples.map(({ root }) => root.id));
  return {
    examples,
    ir: irOf(find, [...ids]),
    irOfRoot: ({ id }) => irOf(find, [id]),
    judge: ({ id }, value) => judge(id, value),
    *mutants(count, seed) {
      const random = randomOf(seed);
      for (let index = 0; index < count; index += 1) {
        const { root, body } = examples[index % examples.length] as Example;
        const times = 1 + Math.floor(random() * 3);
        yield { root, value: mutate(random, pools, body, times).value };
      }
    },
  };
}

function schemaOf(service: Service, id: string): Json {
  const [kind = "", presence = "", name = ""] = id.split("/").slice(3).map(decodeURIComponent);
  const type = service.facts.structured.get(name);
  if (type === undefined) throw new Error(`no type ${name}`);
  return (kind === "at" ? atSchema : exactSchema)(service, type, presence as Presence);
}
