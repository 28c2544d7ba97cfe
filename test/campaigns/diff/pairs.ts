import { configFromFlags } from "../../../generator/config/flags.ts";
import type { Config } from "../../../generator/config/types.ts";
import { compareSurfaces } from "../../../generator/diff/compare-surfaces.ts";
import type { Change } from "../../../generator/diff/types.ts";
import { BindgenError } from "../../../generator/errors.ts";
import { randomOf, type Random } from "../../determinism/random.ts";
import { chance, pick, type Doc, type Enum } from "./documents.ts";
import { drawDoc } from "./draw-doc.ts";
import { edits } from "./edits.ts";
import { sideOf, type Side } from "./package-of.ts";
import { print } from "./print.ts";
import type { Making } from "./values.ts";

/** Two packages, and what `diff` says of them. */
export interface Pair {
  readonly seed: number;
  /** What was done to the earlier document. */
  readonly edits: readonly string[];
  readonly texts: readonly [base: string, head: string];
  readonly changes: readonly Change[];
  /**
   * The earlier package, with the members that evolvable enumerations get: whoever reads one expects members that are
   * not known, so a program without a default is no witness (README, "Diff").
   */
  readonly base: Side;
  readonly head: Side;
  /** What bodies of the earlier package are made from. */
  readonly making: Making;
}

const plain = configFromFlags({ cwd: "/", metadata: "m.xml", out: "out", roots: "all", ieee754Compatible: false });

/** The pair of a seed; undefined where no package comes of one of its documents. */
export function pairOf(seed: number): Pair | undefined {
  const random = randomOf(seed);
  const before = drawDoc(random);
  const config = drawConfig(before, random);
  const after = structuredClone(before);
  const done: string[] = [];
  let headConfig = config;
  const wanted = chance(0.7, random) ? 1 : 1 + Math.floor(random() * 3);
  for (let tries = 0; tries < 30 && done.length < wanted; tries += 1) {
    if (chance(0.05, random)) {
      headConfig = editConfig(headConfig, after, random);
      done.push("configuration");
      continue;
    }
    const [name, edit] = pick(Object.entries(edits), random) ?? ["", () => undefined];
    const text = print(after);
    edit(after, random);
    if (print(after) !== text) done.push(name);
  }
  try {
    return made({ seed, edits: done, before, after, configs: [config, headConfig], random });
  } catch (error) {
    if (error instanceof BindgenError && error.kind !== "internal") return undefined;
    throw error;
  }
}

interface Drawn {
  readonly seed: number;
  readonly edits: readonly string[];
  readonly before: Doc;
  readonly after: Doc;
  readonly configs: readonly [base: Config, head: Config];
  readonly random: Random;
}

function made({ seed, edits: done, before, after, configs: [baseConfig, headConfig], random }: Drawn): Pair {
  const texts = [print(before), print(after)] as const;
  const head = sideOf(texts[1], headConfig);
  const grown = withLaterMembers(before, after);
  const base = sideOf(print(grown), baseConfig);
  const { types } = base.surface;
  const opaque = [...types.values()].filter((type) => "position" in type && type.position.anyTag);
  return {
    seed,
    edits: done,
    texts,
    changes: compareSurfaces(sideOf(texts[0], baseConfig).surface, head.surface).changes,
    base,
    head,
    making: {
      doc: grown,
      random,
      ieee754Compatible: baseConfig.ieee754Compatible,
      has: (name) => types.has(name),
      opaque: new Set(opaque.map(({ name }) => name)),
    },
  };
}

function withLaterMembers(before: Doc, after: Doc): Doc {
  const isEvolvable = ({ members }: Enum): boolean => members.some(({ name }) => name === "unknownFutureValue");
  const enums = before.enums.map((earlier) => {
    const later = after.enums.find(({ name }) => name === earlier.name);
    if (later === undefined || earlier.flags || !isEvolvable(earlier) || !isEvolvable(later)) return earlier;
    const added = later.members.filter((member) => earlier.members.every(({ name }) => name !== member.name));
    return { ...earlier, members: [...earlier.members, ...added] };
  });
  return { ...before, enums };
}

function drawConfig(doc: Doc, random: Random): Config {
  const type = pick(doc.structured, random)?.name ?? "S.None";
  return {
    ...plain,
    derived: new Map(chance(0.15, random) ? [[type, "none"]] : []),
    roots: chance(0.2, random) ? [type] : "all",
    openTypes: chance(0.15, random) ? "index" : "closed",
    ieee754Compatible: chance(0.15, random),
  };
}

function editConfig(config: Config, doc: Doc, random: Random): Config {
  const type = pick(doc.structured, random)?.name ?? "S.None";
  const { derived, openTypes, ieee754Compatible, roots } = config;
  const others: readonly Partial<Config>[] = [
    { derived: new Map(derived.has(type) ? [] : [[type, "none"]]) },
    { openTypes: openTypes === "index" ? "closed" : "index" },
    { ieee754Compatible: !ieee754Compatible },
    { roots: roots === "all" ? [type] : "all" },
    { names: new Map([[type, "Renamed"]]) },
    { mainNamespace: pick(["S", "R", "S.Sub"], random) },
    { serviceRoot: "https://service.test/" },
  ];
  return { ...config, ...pick(others, random) };
}
