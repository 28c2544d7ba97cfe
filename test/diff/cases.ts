import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { configFromFlags } from "../../generator/config/flags.ts";
import type { Config } from "../../generator/config/types.ts";
import { parseCsdl } from "../../generator/csdl/parse-csdl.ts";
import type { CsdlDocument } from "../../generator/csdl/types.ts";
import { compareSurfaces } from "../../generator/diff/compare-surfaces.ts";
import type { Comparison } from "../../generator/diff/types.ts";
import { isRecord } from "../../generator/json.ts";
import { buildModel } from "../../generator/model/build-model.ts";
import { packagePath } from "../../generator/package-root.ts";
import { planSurface } from "../../generator/plan/surface/plan-surface.ts";
import type { Surface } from "../../generator/plan/surface/types.ts";
import { sliceModel } from "../../generator/slice/slice-model.ts";
import { compareCodeUnits } from "../../generator/sort.ts";

/** Where the cases stand: `<fact>.base.csdl.xml`, `<fact>.head.csdl.xml` and, where the fact is an option, `<fact>.config.json`. */
export const casesFolder = packagePath("spec", "cases", "diff");

export type Side = "base" | "head";
export const sides: readonly Side[] = ["base", "head"];

const suffix = ".base.csdl.xml";

/** The facts, sorted. */
export const facts: readonly string[] = readdirSync(casesFolder)
  .filter((file) => file.endsWith(suffix))
  .map((file) => file.slice(0, -suffix.length))
  .sort(compareCodeUnits);

/** The namespace of a case: `member-added` → `Diff.MemberAdded`. */
export function namespaceOf(fact: string): string {
  const words = fact.split("-").map((word) => word.slice(0, 1).toUpperCase() + word.slice(1));
  return `Diff.${words.join("")}`;
}

export function caseFile(fact: string, side: Side): string {
  return join(casesFolder, `${fact}.${side}.csdl.xml`);
}

export function documentOf(fact: string, side: Side): CsdlDocument {
  const file = caseFile(fact, side);
  return parseCsdl({ file, bytes: readFileSync(file) });
}

/** What the configuration of one side says, over what the command line takes where nothing is said. */
export function configOf(fact: string, side: Side): Config {
  const flags = {
    cwd: casesFolder,
    metadata: "case.xml",
    out: "case",
    roots: "all",
    ieee754Compatible: false,
  } as const;
  const file = join(casesFolder, `${fact}.config.json`);
  const written: unknown = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const own = (isRecord(written) ? written[side] : undefined) ?? {};
  const { derived, names, ...options } = own as Partial<Record<"derived" | "names", Record<string, "none">>>;
  return {
    ...configFromFlags(flags),
    derived: new Map(Object.entries(derived ?? {})),
    names: new Map(Object.entries(names ?? {})),
    ...options,
  };
}

export function surfaceOf(documents: readonly CsdlDocument[], config: Config): Surface {
  const model = buildModel({ metadata: documents, overlay: [], docs: config.docs });
  return planSurface(sliceModel(model, { ...config, tolerant: "all" }), config);
}

export function caseSurface(fact: string, side: Side): Surface {
  return surfaceOf([documentOf(fact, side)], configOf(fact, side));
}

export function compareCase(fact: string): Comparison {
  return compareSurfaces(caseSurface(fact, "base"), caseSurface(fact, "head"));
}
