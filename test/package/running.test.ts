import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { packagePath } from "../../generator/package-root.ts";
import { node } from "./npm.ts";

const consumer = inject("consumer");
const { name } = inject("bindings");
const root = join(consumer, "node_modules", ...name.split("/"));

/** Reads a documented notification with whatever way of loading modules `load` is, and prints what it got. */
const program = `
  const body = JSON.parse(readFileSync("notification.json", "utf8")).body;
  const { registry } = await load("${name}/registry");
  const { validateCommsNotifications, isCommsNotifications } = await load("${name}");
  const result = validateCommsNotifications(body);
  const wrong = validateCommsNotifications({ value: [{ resourceData: { "@odata.type": "#microsoft.graph.hologram" } }] });
  console.log(JSON.stringify({
    is: isCommsNotifications(body),
    byName: registry["microsoft.graph.commsNotifications"].received.is(body),
    ok: result.ok,
    state: result.value?.value[0].resourceData.state,
    wrong: wrong.issues.map(({ code }) => code),
  }));`;

const programs = {
  "esm.mjs": `import { readFileSync } from "node:fs";\nconst load = (name) => import(name);\n${program}`,
  "require.cjs": `const { readFileSync } = require("node:fs");\nconst load = require;\n(async () => {${program}})();`,
  "dynamic.cjs": `const { readFileSync } = require("node:fs");\nconst load = (name) => import(name);\n(async () => {${program}})();`,
  "subpaths.mjs": `
    import { readFileSync } from "node:fs";
    const { exports } = JSON.parse(readFileSync("${["node_modules", name, "package.json"].join("/")}", "utf8"));
    const modules = Object.keys(exports).filter((subpath) => !subpath.endsWith(".json"));
    const names = await Promise.all(modules.map(async (subpath) => Object.keys(await import("${name}" + subpath.slice(1)))));
    console.log(JSON.stringify(Object.fromEntries(modules.map((subpath, index) => [subpath, names[index].length]))));`,
  "eval.mjs": `eval("1");`,
  "throws.mjs": `import { parseCall } from "${name}";\nparseCall({ state: 1 });`,
};

const printed = { is: true, byName: true, ok: true, state: "establishing", wrong: ["unexpected-type"] };

beforeAll(() => {
  const documented = packagePath("spec", "examples", "create-call", "03-peer-call-establishing.json");
  cpSync(documented, join(consumer, "notification.json"));
  for (const [file, text] of Object.entries(programs)) writeFileSync(join(consumer, file), text);
});

describe("the installed package runs", () => {
  test.each([
    ["as ESM", ["esm.mjs"]],
    ["from CommonJS by require", ["require.cjs"]],
    ["from CommonJS by import()", ["dynamic.cjs"]],
    ["where no code may be made from strings", ["--disallow-code-generation-from-strings", "esm.mjs"]],
  ])("%s", async (_title, args) => {
    const { stdout, stderr, code } = await node(args, consumer);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(JSON.parse(stdout)).toEqual(printed);
  });

  test("the flag that forbids code from strings does forbid it", async () => {
    const { stderr } = await node(["--disallow-code-generation-from-strings", "eval.mjs"], consumer);
    expect(stderr).toContain("Code generation from strings disallowed");
  });

  test("every subpath can be imported, and exports something", async () => {
    const counts = JSON.parse((await node(["subpaths.mjs"], consumer)).stdout) as Record<string, number>;
    const { exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { exports: object };
    expect([...Object.keys(counts), "./package.json"]).toEqual(Object.keys(exports));
    expect(Object.entries(counts).filter(([, count]) => count === 0)).toEqual([]);
  });
});

describe("source maps", () => {
  const dist = readdirSync(join(root, "dist"), { recursive: true, encoding: "utf8" }).map((path) =>
    join(root, "dist", path),
  );
  const maps = dist.filter((path) => path.endsWith(".map"));

  test("every map is the map of a file that names it, and leads to files that are there", () => {
    const files = new Set(readdirSync(root, { recursive: true, encoding: "utf8" }).map((path) => join(root, path)));
    expect(maps.length).toBeGreaterThan(160);
    for (const map of maps) {
      const { file, sources } = JSON.parse(readFileSync(map, "utf8")) as { file: string; sources: string[] };
      const mapped = readFileSync(join(dirname(map), file), "utf8");
      expect(mapped.trimEnd().endsWith(`//# sourceMappingURL=${file}.map`), map).toBe(true);
      expect(
        sources.map((source) => files.has(join(dirname(map), source))),
        map,
      ).toEqual([true]);
    }
  });

  test("a stack trace names the source", async () => {
    const { stderr } = await node(["--enable-source-maps", "throws.mjs"], consumer);
    expect(stderr).toMatch(/msgraph-communications[\\/]src[\\/]runtime[\\/][\w-]+\.ts:\d+/);
  });
});
