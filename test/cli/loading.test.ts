/*
 * What a run loads: the compiler, the formatter and the validator's compiler take longer than all the rest, and hardly a
 * package needs them.
 */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packagePath } from "../../generator/package-root.ts";
import { folderWith, run } from "./support.ts";

const flagship = packagePath("spec", "graph", "config.json");

// Tells at the end what was loaded: of CommonJS the files, of the others the names by which they are asked for.
const spy = `
import { createRequire, register } from "node:module";
import { MessageChannel } from "node:worker_threads";
const { port1, port2 } = new MessageChannel();
const names = new Set();
port1.on("message", (name) => names.add(name)).unref();
const hooks = "let port; export const initialize = (given) => { port = given; };" +
  "export const resolve = (name, context, next) => { port.postMessage(name); return next(name, context); };";
register("data:text/javascript," + encodeURIComponent(hooks), { data: port2, transferList: [port2] });
process.on("exit", () => {
  const files = Object.keys(createRequire(import.meta.url).cache);
  process.stderr.write("LOADED " + JSON.stringify([...names, ...files]) + "\\n");
});
`;

let folder = "";
beforeAll(async () => {
  folder = await folderWith({ "spy.mjs": spy });
});
afterAll(() => rm(folder, { recursive: true }));

async function loaded(...args: string[]): Promise<string[]> {
  const env = { NODE_OPTIONS: `--import ${pathToFileURL(join(folder, "spy.mjs")).href}` };
  const { code, stderr } = await run(args, { cwd: folder, env });
  expect({ code, stderr }).toMatchObject({ code: 0 });
  const list: unknown = JSON.parse(/^LOADED (.*)$/m.exec(stderr)?.[1] ?? "");
  return (list as string[]).map(
    (name) => /^(?:.*[\\/]node_modules[\\/])?((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(name)?.[1] ?? "",
  );
}

test.skipIf(process.env["COMMANDS"] === "in-process")("to make a package needs no compiler", async () => {
  const names = await loaded("generate", "--config", flagship, "--out", "out");
  expect(names).toContain("handlebars");
  const heavy = ["ajv", "prettier", "ts-morph", "typescript", "undici", "diff", "jsonc-parser", "esbuild"];
  expect(heavy.filter((name) => names.includes(name))).toEqual([]);
});
