import { writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { describe, expect, inject, test } from "vitest";
import { packagePath } from "../../generator/package-root.ts";
import { node } from "./npm.ts";

const consumer = inject("consumer");
const { name } = inject("bindings");

/**
 * What a page pays for one function, in bytes after gzip, and the most it may be. `call` is in the middle of a great
 * cycle of types: whoever checks a call checks all of them.
 */
const ceilings = [
  ["chatInfo", 150],
  ["isChatInfo", 700],
  ["isCall", 13_300],
  ["isCommsNotifications", 13_300],
  ["validateChatInfo", 6_600],
  ["validateCommsNotifications", 28_000],
] as const;

/** Bundles for no platform in particular: nothing of Node.js and nothing of a browser is at hand. */
async function bundle(contents: string): Promise<{ readonly code: Uint8Array; readonly inputs: readonly string[] }> {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: consumer },
    absWorkingDir: consumer,
    bundle: true,
    minify: true,
    format: "esm",
    platform: "neutral",
    target: "es2020",
    write: false,
    metafile: true,
    logLevel: "error",
  });
  const [output] = Object.values(metafile.outputs);
  expect(output?.imports).toEqual([]);
  return { code: outputFiles[0]?.contents ?? new Uint8Array(), inputs: Object.keys(metafile.inputs) };
}

describe("bundled by esbuild", () => {
  test.each(ceilings)("%s costs at most %i bytes", async (used, ceiling) => {
    const { code, inputs } = await bundle(`export { ${used} } from "${name}";`);
    const size = gzipSync(code, { level: 9 }).length;
    console.log(`${used}: ${code.length} bytes, ${size} after gzip`);
    expect(inputs.filter((path) => path !== "<stdin>" && !path.startsWith(`node_modules/${name}/dist/`))).toEqual([]);
    expect(size).toBeLessThanOrEqual(ceiling);
  });

  test.each([
    ["isChatInfo", /`isChatInfo` alone is\s+some ([\d.]+) kB/],
    ["isCall", /`isCall`, which checks\s+whatever a call may hold, some ([\d.]+) kB/],
    ["chatInfo", /a factory ([\d.]+) kB/],
  ])("the README says what %s costs", async (used, sentence) => {
    const [, said = ""] = sentence.exec(await readFile(packagePath("README.md"), "utf8")) ?? [];
    const { code } = await bundle(`export { ${used} } from "${name}";`);
    const size = gzipSync(code, { level: 9 }).length;
    expect((size / 1000).toFixed(said.split(".")[1]?.length ?? 0)).toBe(said);
  });

  test("what is not used costs nothing", async () => {
    const { code } = await bundle(`import * as everything from "${name}";`);
    expect(code.length).toBe(0);
  });

  test("a bundle runs", async () => {
    const { code } = await bundle(`import { isCall } from "${name}"; console.log(isCall({ state: "established" }));`);
    writeFileSync(join(consumer, "bundle.mjs"), code);
    expect(await node(["bundle.mjs"], consumer)).toEqual({ code: 0, stdout: "true\n", stderr: "" });
  });
});
