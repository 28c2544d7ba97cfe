import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { configFromFlags } from "../../generator/config/flags.ts";
import { checkConfig, type ConfigFile } from "../../generator/config/schema.ts";
import type { Config } from "../../generator/config/types.ts";
import { parseCsdl } from "../../generator/csdl/parse-csdl.ts";
import { buildModel } from "../../generator/model/build-model.ts";
import { formatFiles } from "../../generator/output/format.ts";
import { packagePath } from "../../generator/package-root.ts";
import { planPackage } from "../../generator/plan/plan-package.ts";
import type { Plan } from "../../generator/plan/types.ts";
import { renderPackage } from "../../generator/render/render-package.ts";
import type { RenderedFile } from "../../generator/render/types.ts";
import { sliceModel } from "../../generator/slice/slice-model.ts";
import { keptOf } from "../../generator/spec/kept.ts";
import { canonicalSlice, sourceHash } from "../../generator/spec/spec-files.ts";
import { compareCodeUnits } from "../../generator/sort.ts";
import type { Tree } from "./tree.ts";

/** Where the cases stand: `<fact>.csdl.xml` and, where the fact is an option, `<fact>.config.json`. */
export const casesFolder = packagePath("spec", "cases");

const documentSuffix = ".csdl.xml";
const configSuffix = ".config.json";

/** The case whose whole package is compared; of the others, what says something of their own. */
export const wholePackage = "package-files";

/** The names of the cases, sorted. */
export function caseNames(folder = casesFolder): string[] {
  return namesWith(documentSuffix, folder);
}

/** The names of the cases' configurations, sorted. */
export function configNames(folder = casesFolder): string[] {
  return namesWith(configSuffix, folder);
}

function namesWith(suffix: string, folder: string): string[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(suffix));
  return files.map((file) => file.slice(0, -suffix.length)).sort(compareCodeUnits);
}

/** What the pipeline makes of one case. */
export interface CaseRun {
  readonly plan: Plan;
  readonly files: readonly RenderedFile[];
}

/** Runs the stages on one case, up to where they yield text; `bound` is how many types a file may have. */
export async function runCase(name: string, folder = casesFolder, bound?: number): Promise<CaseRun> {
  const config = await caseConfig(name, folder);
  const file = join(folder, `${name}${documentSuffix}`);
  const document = parseCsdl({ file, bytes: readFileSync(file) });
  const model = buildModel({ metadata: [document], overlay: [], docs: config.docs });
  const slice = sliceModel(model, config);
  const hash = sourceHash(canonicalSlice([document], keptOf(slice), config.docs), []);
  const plan = planPackage(slice, config, hash, bound);
  const origin = config.source ?? "OData metadata";
  return { plan, files: renderPackage(plan, { templates: packagePath("templates"), origin, version: "0.0.0" }) };
}

/**
 * The files of a case that its golden holds, in their final form. The run-time library is the same in every package and
 * tested on its own; what describes the package as a whole stands in one golden only.
 */
export async function caseOutput(name: string): Promise<Tree> {
  const { files } = await runCase(name);
  const own = files.filter(
    ({ path }) => !path.startsWith("src/runtime/") && (name === wholePackage || isModelDependent(path)),
  );
  return new Map(await Promise.all(own.map(async (file) => [file.path, await formatted(file)] as const)));
}

function isModelDependent(path: string): boolean {
  return path.startsWith("src/") && path !== "src/source.ts";
}

const known = new Map<string, Promise<string>>();

/** Many files are the same in many cases. */
function formatted(file: RenderedFile): Promise<string> {
  const key = `${file.path}\n${file.text}`;
  const text = known.get(key) ?? formatFiles([file]).then(([only]) => only?.text ?? "");
  known.set(key, text);
  return text;
}

/** What a case's configuration says, over what the command line takes where nothing is said. */
async function caseConfig(name: string, folder: string): Promise<Config> {
  const flags = { cwd: folder, metadata: `${name}${documentSuffix}`, out: name, ieee754Compatible: false } as const;
  const config = configFromFlags({ ...flags, roots: "all" });
  const written = await readCaseConfig(join(folder, `${name}${configSuffix}`));
  return {
    ...config,
    source: written.source,
    roots: written.roots,
    derived: new Map(Object.entries(written.derived ?? {})),
    docs: written.docs ?? config.docs,
    serviceRoot: written.serviceRoot,
    mainNamespace: written.mainNamespace,
    modules: new Map(Object.entries(written.modules ?? {})),
    names: new Map(Object.entries(written.names ?? {})),
    openTypes: written.openTypes ?? config.openTypes,
    ieee754Compatible: written.ieee754Compatible ?? config.ieee754Compatible,
    package: { ...config.package, ...written.package },
  };
}

async function readCaseConfig(file: string): Promise<ConfigFile> {
  const written: unknown = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const whole = { metadata: "given", out: "given", roots: "all", ...(written as object) };
  const checked = await checkConfig(whole);
  if (!checked.ok) throw new Error(`${file}: ${checked.violations.map(({ message }) => message).join("; ")}`);
  const [only] = checked.outputs;
  if (only === undefined || only.name !== undefined) throw new Error(`${file}: a case has one output`);
  return only.file;
}
