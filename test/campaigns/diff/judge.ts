import type ts from "typescript";
import type { Change } from "../../../generator/diff/types.ts";
import { lostExports, lostTypes, type Loss } from "./assignable.ts";
import type { Pair } from "./pairs.ts";
import { complaints, programOf } from "./program-of.ts";
import { bodiesOf, programsOf, roles, type Body, type Role } from "./programs.ts";
import { registriesOf, verdictOf, type Registry } from "./registries.ts";

/** What users of the earlier packages lose. */
export interface Judged {
  /** What the earlier package itself does not do: a mistake of the campaign. */
  readonly unsound: readonly string[];
  /** What is lost although `diff` says that nothing breaks for the role. */
  readonly missed: readonly string[];
  readonly figures: { readonly broken: number; readonly kept: number; readonly values: number };
}

interface Prepared {
  readonly pair: Pair;
  readonly folder: string;
  readonly bodies: readonly Body[];
}

const sides = ["base", "head"] as const;

/** Compiles and runs what users of the earlier packages may have written, against both packages of each pair. */
export async function judge(pairs: readonly Pair[]): Promise<Judged> {
  const files = new Map<string, string>();
  const prepared = pairs.map((pair, index) => prepare(pair, `/p${index}`, files));
  const indexes = prepared.flatMap(({ folder }) => sides.map((side) => `${folder}/${side}/src/index.ts`));
  const programs = [...files.keys()].filter((path) => /^\/p\d+\/\w+\.\w+\.ts$/.test(path));
  const program = programOf(files, [...indexes, ...programs]);
  const packages = prepared.flatMap(({ folder }) => sides.map((side) => `${folder}/${side}`));
  const registries = await registriesOf(files, packages);
  const judged = prepared.map((one) => judgePair(one, program, registries));
  return {
    unsound: judged.flatMap(({ unsound }) => unsound),
    missed: judged.flatMap(({ missed }) => missed),
    figures: {
      broken: judged.reduce((sum, { figures }) => sum + figures.broken, 0),
      kept: judged.reduce((sum, { figures }) => sum + figures.kept, 0),
      values: judged.reduce((sum, { figures }) => sum + figures.values, 0),
    },
  };
}

function prepare(pair: Pair, folder: string, files: Map<string, string>): Prepared {
  for (const side of sides) {
    for (const [path, text] of pair[side].files) files.set(`${folder}/${side}/${path}`, text);
  }
  const bodies = bodiesOf(pair.base.surface, pair.making, 3);
  for (const { role, lines } of programsOf(pair.base.surface, pair.making, bodies)) {
    for (const side of sides) files.set(`${folder}/${role}.${side}.ts`, programText(side, lines));
  }
  return { pair, folder, bodies };
}

function programText(side: string, lines: readonly string[]): string {
  return [
    `import * as api from "./${side}/src/index.js";`,
    `import { registry } from "./${side}/src/registry.js";`,
    "declare const use: (...values: unknown[]) => void;",
    "declare function get<T>(): T;",
    "use(api, registry, get);",
    ...lines,
    "",
  ].join("\n");
}

function judgePair(
  { pair, folder, bodies }: Prepared,
  program: ts.Program,
  registries: ReadonlyMap<string, Registry>,
): Judged {
  const said = (side: (typeof sides)[number], role: Role): Loss[] =>
    complaints(program, `${folder}/${role}.${side}.ts`).map((text) => ({ role, text }));
  const [before, after] = sides.map((side) => registries.get(`${folder}/${side}`));
  const losses = [
    ...roles.flatMap((role) => said("head", role)),
    ...lostIn(pair, folder, program),
    ...lostBodies(bodies, before, after),
  ];
  const broken = roles.filter((role) => pair.changes.some(({ verdict }) => breaks(verdict, role)));
  const told = ({ role, text }: Loss): string => `${role}: ${text}\n${describe(pair)}`;
  return {
    unsound: roles.flatMap((role) => said("base", role)).map(told),
    missed: losses.filter(({ role }) => !broken.includes(role)).map(told),
    figures: { broken: broken.length, kept: roles.length - broken.length, values: bodies.length },
  };
}

function breaks(verdict: Change["verdict"], role: Role): boolean {
  return verdict === "breaking" || verdict === `breaking-${role}s`;
}

function lostIn({ base }: Pair, folder: string, program: ts.Program): Loss[] {
  const checker = program.getTypeChecker();
  const [before, after] = sides.map((side) => {
    const file = program.getSourceFile(`${folder}/${side}/src/index.ts`);
    return file && checker.getSymbolAtLocation(file);
  });
  if (before === undefined || after === undefined) throw new Error("there is no index");
  const indexes = { checker, before, after };
  return [...lostExports(indexes), ...lostTypes(base.surface, indexes)];
}

/** Bodies to send that the earlier package accepts, and the later one does not. */
function lostBodies(bodies: readonly Body[], before: Registry | undefined, after: Registry | undefined): Loss[] {
  const sent = bodies.filter(({ presence }) => presence === "create" || presence === "update");
  return sent.flatMap((body): Loss[] => {
    const [earlier, later] = [verdictOf(before, body) ?? 0, verdictOf(after, body) ?? 0];
    if (later >= earlier) return [];
    return [{ role: "writer", text: `${later === 0 ? "" : "strictly "}refused ${JSON.stringify(body)}` }];
  });
}

function describe({ seed, edits, changes, texts: [base, head] }: Pair): string {
  const list = changes.map(({ code, path, verdict }) => `  ${code} ${path}: ${verdict}`);
  return [`seed ${seed}: ${edits.join(", ")}`, ...list, base, head].join("\n");
}
