import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { build, type Plugin } from "esbuild";
import { configFromFlags } from "../../generator/config/flags.ts";
import { parseCsdl } from "../../generator/csdl/parse-csdl.ts";
import { buildModel } from "../../generator/model/build-model.ts";
import { packagePath } from "../../generator/package-root.ts";
import { planPackage } from "../../generator/plan/plan-package.ts";
import { renderPackage } from "../../generator/render/render-package.ts";
import type { RenderedFile } from "../../generator/render/types.ts";
import { sliceModel } from "../../generator/slice/slice-model.ts";
import type { Access } from "../golden/examples.ts";
import { tablesFolder } from "./table.ts";

/** A type with its facets, as CSDL writes both. */
export interface Use {
  readonly type: string;
  readonly facets: string;
}

export const presences = ["received", "create", "declared"] as const;
export type Presence = (typeof presences)[number];

/** The emitted validators of a complex type with a member `value` of some use and, unless that is one, a collection `items`. */
export type Emitted = (use: Use, presence: Presence) => Access;

/** Generates a package in memory, with a complex type for each use, and loads it. */
export async function emit(uses: readonly Use[], ieee754Compatible: boolean): Promise<Emitted> {
  const names = new Map(uses.map((use) => [keyOf(use), use]));
  const types = [...names.values()].map((use, index) => complexType(use, `holder${index}`));
  const registry = await load(generate(withTypes(types.join("\n")), ieee754Compatible));
  const keys = [...names.keys()];
  return (use, presence) => {
    const access = registry[`Primitives.holder${keys.indexOf(keyOf(use))}`]?.[presence];
    if (access === undefined) throw new Error(`${keyOf(use)}: not emitted`);
    return access;
  };
}

export function isCollection({ type }: Use): boolean {
  return type.startsWith("Collection(");
}

function keyOf({ type, facets }: Use): string {
  return `${type} ${facets}`;
}

function complexType(use: Use, name: string): string {
  const items = `<Property Name="items" Type="Collection(${use.type})" ${use.facets} />`;
  return `<ComplexType Name="${name}">
    <Property Name="value" Type="${use.type}" ${use.facets} />
    ${isCollection(use) ? "" : items}
  </ComplexType>`;
}

function withTypes(text: string): string {
  return readFileSync(join(tablesFolder, "types.csdl.xml"), "utf8").replace("</Schema>", `${text}</Schema>`);
}

function generate(csdl: string, ieee754Compatible: boolean): readonly RenderedFile[] {
  const flags = { cwd: tablesFolder, metadata: "types.csdl.xml", roots: "all", out: "primitives" } as const;
  const config = configFromFlags({ ...flags, ieee754Compatible });
  const document = parseCsdl({ file: "types.csdl.xml", bytes: Buffer.from(csdl) });
  const slice = sliceModel(buildModel({ metadata: [document], overlay: [], docs: config.docs }), config);
  const plan = planPackage(slice, config, "0");
  return renderPackage(plan, { templates: packagePath("templates"), origin: "types.csdl.xml", version: "0.0.0" });
}

type Registry = Readonly<Record<string, Readonly<Record<string, Access>>>>;

async function load(files: readonly RenderedFile[]): Promise<Registry> {
  const { outputFiles } = await build({
    entryPoints: ["src/registry.ts"],
    plugins: [fromMemory(new Map(files.map(({ path, text }) => [path, text])))],
    bundle: true,
    write: false,
    format: "esm",
    target: "node20",
    tsconfigRaw: {},
  });
  const code = outputFiles[0]?.text ?? "";
  const loaded = await import(`data:text/javascript;base64,${Buffer.from(code).toString("base64")}`);
  return loaded.registry as Registry;
}

function fromMemory(texts: ReadonlyMap<string, string>): Plugin {
  return {
    name: "memory",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /.*/ }, ({ path, importer }) => ({
        path: posix.join(posix.dirname(importer), path.replace(/\.js$/, ".ts")),
        namespace: "memory",
      }));
      onLoad({ filter: /.*/, namespace: "memory" }, ({ path }) => {
        const contents = texts.get(path);
        return contents === undefined ? { errors: [{ text: "was not emitted" }] } : { contents, loader: "ts" };
      });
    },
  };
}
