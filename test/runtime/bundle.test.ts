import { build } from "esbuild";
import { expect, test } from "vitest";
import { packagePath } from "../../generator/package-root.ts";

/** The code that a bundler leaves of the flagship package for one of its functions. */
async function bundleOf(name: string): Promise<string> {
  const from = JSON.stringify(packagePath("generated", "src", "validators.ts"));
  const { outputFiles } = await build({
    stdin: { contents: `export { ${name} } from ${from};`, resolveDir: packagePath(), loader: "ts" },
    bundle: true,
    format: "esm",
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}

const missing = "is required.";
const words = ["a decimal number", "a GUID such as", "an integer from"];
const facets = ["digits after the second", "a string of at most"];
const shapes = '"microsoft.graph.call"';

test.each([
  ["isCall", [], [shapes, missing, ...words, ...facets]],
  ["validateCall", [shapes], [missing, ...facets]],
  ["validateCallCreate", [shapes, missing], facets],
])("a bundle of %s has %j, and not %j", async (name, has, hasNot) => {
  const code = await bundleOf(name);
  expect([...has, ...hasNot].filter((text) => code.includes(text))).toEqual(has);
});

test("a bundle has the library first, then shapes, then guards: a compressor sees no further than 32 KB", async () => {
  const code = await bundleOf("validateCall");
  const order = ["function validate(", "var callShape = ", "function hasMembersOfCall("].map((text) =>
    code.indexOf(text),
  );
  expect(order.filter((at) => at < 0)).toEqual([]);
  expect([...order].sort((a, b) => a - b)).toEqual(order);
});
