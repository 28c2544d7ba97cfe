import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packagePath } from "../../generator/package-root.ts";
import { readTree, type Tree } from "../golden/tree.ts";
import { closureOf } from "./closure.ts";
import { type Court, courtOf } from "./court.ts";
import { loadPackages } from "./packages.ts";
import { readFacts } from "./read-facts.ts";
import type { Service } from "./schemas.ts";

const casesFolder = packagePath("spec", "cases");
const suffix = ".csdl.xml";

/** What a case's configuration says about payloads. */
interface CaseConfig {
  readonly roots?: readonly string[] | "all";
  readonly derived?: Readonly<Record<string, "none" | "all">>;
  readonly serviceRoot?: string;
  readonly ieee754Compatible?: boolean;
}

/** The packages of the small documents, each with a judge that has read the document. */
export async function caseCourts(packages: ReadonlyMap<string, Tree>): Promise<readonly Court[]> {
  const loaded = await loadPackages(packages);
  return [...loaded].map(([name, one]) => courtOf(name, caseService(name), one));
}

/** As the goldens hold them, which is what the pipeline yields as long as their own test is content. */
export function goldenPackages(): ReadonlyMap<string, Tree> {
  const golden = (name: string): Tree => readTree(packagePath("test", "golden", "output", name));
  const common = golden("common");
  return new Map(caseNames().map((name) => [name, new Map([...common, ...golden(name)])]));
}

/** As the pipeline yields them now. Not imported before it is needed: the compiler alone takes a second to load. */
export async function freshPackages(): Promise<ReadonlyMap<string, Tree>> {
  const { runCase } = await import("../golden/cases.ts");
  const packages = new Map<string, Tree>();
  for (const name of caseNames()) {
    const { files } = await runCase(name);
    packages.set(name, new Map(files.map(({ path, text }) => [path, text])));
  }
  return packages;
}

function caseNames(): readonly string[] {
  const documents = readdirSync(casesFolder).filter((file) => file.endsWith(suffix));
  return documents.map((file) => file.slice(0, -suffix.length)).sort();
}

function caseService(name: string): Service {
  const facts = readFacts([readFileSync(join(casesFolder, `${name}${suffix}`), "utf8")]);
  const file = join(casesFolder, `${name}.config.json`);
  const config = (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {}) as CaseConfig;
  const none = Object.entries(config.derived ?? {}).filter(([, which]) => which === "none");
  const notDerived = new Set(none.map(([type]) => type));
  return {
    facts,
    closure: closureOf(facts, { roots: config.roots ?? "all", notDerived }),
    notDerived,
    ieee754Compatible: config.ieee754Compatible ?? false,
    serviceRoot: config.serviceRoot,
  };
}
