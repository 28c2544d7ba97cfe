import { readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import ts from "typescript";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { packagePath } from "../../generator/package-root.ts";
import { emittedFiles, typeTests } from "../types/program.ts";
import { suspects } from "../types/suspects.ts";
import { compile, inPairs, type Variant } from "../types/tsc.ts";

const consumer = inject("consumer");
const { name } = inject("bindings");
const dist = join(consumer, "node_modules", ...name.split("/"), "dist");

const variants: readonly Variant[] = [
  ["5.0", "nodenext", "strict"],
  ["5.0", "bundler", "exact"],
  ["5.9", "nodenext", "exact"],
  ["6", "node16", "exact"],
  ["7", "nodenext", "exact"],
  ["7", "bundler", "strict"],
];

/** CommonJS that requires the package, and uses a guard, a validator, a factory and the registry. */
const commonJs = `
  import bindings = require("${name}");
  import { registry } from "${name}/registry";
  export function state(body: unknown): bindings.Call["state"] {
    const result = bindings.validateCall(body);
    if (!result.ok || !registry["microsoft.graph.call"].received.is(result.value)) return undefined;
    return bindings.isCall(body) ? body.state : bindings.call(result.value).state;
  }
  // @ts-expect-error TS2322: the types are there, and not any
  export const wrong: bindings.Call = { state: 1 };`;

/** Libraries whose exports have inferred types, each with nothing but one subpath at hand. */
const inferring = {
  validators: `
    import { callRecords, callSchema, partitionCommsNotifications, validateCall, validateCollection } from "${name}/validators";
    export const judged = (body: unknown) => validateCall(body);
    export const issues = (body: unknown) => { const it = validateCall(body); return it.ok ? it.warnings : it.issues; };
    export const path = issues({})[0]?.path;
    export const severity = issues({})[0]?.severity;
    export const batch = (body: unknown) => partitionCommsNotifications(body);
    export const page = validateCollection(validateCall);
    export const schema = callSchema;
    export const standard = (body: unknown) => callSchema["~standard"].validate(body);
    export const session = (body: unknown) => callRecords.validateSession(body);`,
  registry: `
    import { registry } from "${name}/registry";
    export const call = registry["microsoft.graph.call"];
    export const is = registry["microsoft.graph.call"].received.is;
    export const judged = (body: unknown) => registry["microsoft.graph.call"].create.validate(body);
    export const answer = registry["action:microsoft.graph.answer(microsoft.graph.call)"].create.schema;
    export const all = registry;`,
  "registry of another namespace": `
    import { registry } from "${name}/registry";
    import { type callRecords } from "${name}/types";
    export type Session = callRecords.Session;
    export const session = registry["microsoft.graph.callRecords.session"];
    export const judged = (body: unknown) => registry["microsoft.graph.callRecords.session"].received.validate(body);`,
  factories: `
    import { call, callRecords } from "${name}/factories";
    export const made = call({ state: "established" });
    export const session = callRecords.session();`,
  operations: `
    import { callAnswerParametersSchema, validateCallAnswerParameters } from "${name}/operations";
    export const schema = callAnswerParametersSchema;
    export const judged = (body: unknown) => validateCallAnswerParameters(body);`,
  runtime: `
    import { isODataError, partitionCollection } from "${name}/runtime";
    export const reason = (body: unknown) => (isODataError(body) ? body.error : undefined);
    export const pages = partitionCollection;`,
};

let results: Map<Variant, Promise<string[]>>;

beforeAll(() => {
  // One of the type tests shows that the schemas are Standard Schemas.
  const modules = join(consumer, "node_modules");
  symlinkSync(packagePath("node_modules", "@standard-schema"), join(modules, "@standard-schema"), "junction");
  for (const path of [...typeTests(), packagePath("test", "types", "support.ts")]) {
    writeFileSync(join(consumer, basename(path)), asConsumer(readFileSync(path, "utf8")));
  }
  writeFileSync(join(consumer, "common.cts"), commonJs);
  results = inPairs(variants, (variant) => compile(variant, [join(consumer, "*.ts")]));
});

describe("the installed declarations work for a user", () => {
  it("there is one for each module, with no any in it", () => {
    const paths = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".d.ts"));
    const sources = emittedFiles().map((path) => relative(packagePath("generated", "src"), path));
    expect(paths.sort()).toEqual(sources.map((path) => path.replace(/\.ts$/, ".d.ts")).sort());
    const files = paths.map((path) =>
      ts.createSourceFile(path, readFileSync(join(dist, path), "utf8"), ts.ScriptTarget.ES2020, true),
    );
    expect(files.flatMap(suspects)).toEqual([]);
  });

  it.each(variants.map((variant) => [variant.join(", "), variant] as const))(
    "all type tests compile against them: TypeScript %s",
    async (_title, variant) => {
      expect(await results.get(variant)).toEqual([]);
    },
  );

  it("CommonJS compiles under nodenext", async () => {
    expect(await compile(["5.9", "nodenext", "strict"], [join(consumer, "common.cts")])).toEqual([]);
  });

  it.each(["5.0", "5.9", "7"] as const)(
    "declarations can name what is inferred from one subpath alone: TypeScript %s",
    async (version) => {
      const files = Object.entries(inferring).map(([subpath, text]) => {
        const file = join(consumer, `inferring-${subpath.replaceAll(" ", "-")}.mts`);
        writeFileSync(file, text);
        return file;
      });
      expect(await compile([version, "nodenext", "strict"], files, { declaration: true })).toEqual([]);
    },
  );
});

/** `…/generated/src/registry.js` is `<package>/registry` to a user. */
function asConsumer(text: string): string {
  return text
    .replaceAll(`"../../generated/src/index.js"`, `"${name}"`)
    .replaceAll(/"\.\.\/\.\.\/generated\/src\/([\w-]+)\.js"/g, `"${name}/$1"`);
}
