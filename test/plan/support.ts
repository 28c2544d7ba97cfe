import type { Config } from "../../generator/config/types.ts";
import { planPackage } from "../../generator/plan/plan-package.ts";
import type { AliasItem, InterfaceItem, ModulePlan, Plan, TypeExpression } from "../../generator/plan/types.ts";
import { typeText } from "../../generator/render/declarations.ts";
import { renderPackage } from "../../generator/render/render-package.ts";
import { exportsOf } from "../../generator/report/find-names.ts";
import { moduleAt as fileAt, openPackage } from "../../generator/report/open-package.ts";
import { syntaxReader } from "../../generator/report/read-module.ts";
import { packagePath } from "../../generator/package-root.ts";
import { sliceModel } from "../../generator/slice/slice-model.ts";
import { modelOf, type ModelSetup } from "../model/support.ts";

const defaults: Config = {
  name: undefined,
  from: "the command line",
  metadata: "/spec/metadata.xml",
  source: undefined,
  overlay: [],
  out: "/out",
  roots: "all",
  derived: new Map(),
  docs: "metadata",
  serviceRoot: undefined,
  mainNamespace: undefined,
  modules: new Map(),
  names: new Map(),
  openTypes: "closed",
  ieee754Compatible: false,
  apiReport: false,
  package: { name: "p", version: "0.0.0", description: "d", license: "MIT", keywords: [] },
};

export function configOf(parts: Partial<Config> = {}): Config {
  return { ...defaults, ...parts };
}

export interface PlanSetup extends ModelSetup {
  readonly config?: Partial<Config>;
}

/** The plan of a document; everything is in unless the configuration names roots. */
export function planOf(content: string, { config = {}, ...setup }: PlanSetup = {}): Plan {
  const whole = configOf(config);
  return planPackage(sliceModel(modelOf(content, setup), whole), whole, "00");
}

export function moduleAt(plan: Plan, path: string): ModulePlan {
  const found = plan.modules.find((module) => module.path === path);
  if (found === undefined) throw new Error(`there is no ${path} in ${plan.modules.map((m) => m.path).join(", ")}`);
  return found;
}

/** The declarations of a file of types, each in one line: `interface X extends Y { p?: T }`, `X = Y`. */
export function declarationsAt(plan: Plan, path: string): readonly string[] {
  const module = moduleAt(plan, path);
  if (module.kind !== "types" && module.kind !== "operationTypes") throw new Error(`${path} holds ${module.kind}`);
  return module.items.map(declarationText);
}

function declarationText(item: InterfaceItem | AliasItem): string {
  if (item.kind === "alias") return `${item.name} = ${text(item.type)}`;
  const members = item.members.map(({ name, optional, type }) => `${name}${optional ? "?" : ""}: ${text(type)}`);
  return `interface ${item.name} extends ${item.extends.join(", ")} { ${[...members, ...(item.index ? ["[]"] : [])].join("; ")} }`;
}

function text(type: TypeExpression): string {
  return typeText(type).replaceAll('"', "'");
}

/** What a file imports, as `name as other from specifier`. */
export function importsAt(plan: Plan, path: string): readonly string[] {
  return moduleAt(plan, path).imports.flatMap(({ from, names, namespace }) =>
    namespace === undefined
      ? names.map(({ name, as }) => `${name}${as === undefined ? "" : ` as ${as}`} from ${from}`)
      : [`* as ${namespace} from ${from}`],
  );
}

/** Names that a file of the package exports, all that it exports as a whole included. */
export function exportsAt(plan: Plan, path: string): readonly string[] {
  const files = renderPackage(plan, { templates: packagePath("templates"), origin: "plan", version: "0.0.0" });
  const opened = openPackage(files, syntaxReader());
  const module = fileAt(opened, `src/${path}.ts`);
  if (module === undefined) throw new Error(`there is no ${path}`);
  return [...exportsOf(opened, module).keys()].sort();
}

/** Names that a file of the package lists one by one. */
export function listedAt(plan: Plan, path: string): readonly string[] {
  const module = moduleAt(plan, path);
  if (module.kind !== "barrel") throw new Error(`${path} holds ${module.kind}`);
  return module.exports.flatMap(({ names }) => names.map(({ name, as }) => as ?? name));
}
