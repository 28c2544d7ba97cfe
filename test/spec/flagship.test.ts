import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readConfig } from "../../generator/config/read.ts";
import { formatFiles } from "../../generator/output/format.ts";
import { packagePath } from "../../generator/package-root.ts";
import { checkSpec, generatePackage, refreshSpec } from "../../generator/run.ts";

const full = packagePath("..", "shared", "metadata", "graph-v1.0-2026-08-03.csdl");
const config = await readConfig(packagePath("spec", "graph", "config.json"));
const spec = readFileSync(config.metadata, "utf8");

// The whole document is not part of the repository.
test.skipIf(!existsSync(full))(`the full document gives what spec/ gives (needs ${full})`, async () => {
  const [fromFull, fromSpec] = await Promise.all(
    [full, config.metadata].map((metadata) => generatePackage({ ...config, metadata }, { overlay: true })),
  );
  expect(fromFull?.map(({ path }) => path)).toEqual(fromSpec?.map(({ path }) => path));
  const differing = fromFull?.filter(({ text }, index) => text !== fromSpec?.[index]?.text).map(({ path }) => path);
  expect(differing).toEqual([]);
});

test.skipIf(!existsSync(full))(`refresh of the full document gives spec/graph (needs ${full})`, async () => {
  const files = await formatFiles(await refreshSpec(config, full, { overlay: true }));
  expect(files.map(({ path }) => path)).toEqual(["v1.0.csdl.xml", "SOURCE.md"]);
  for (const { path, text } of files)
    expect(text, path).toBe(readFileSync(join(packagePath("spec", "graph"), path), "utf8"));
});

test("spec/graph is in its own canonical form", async () => {
  expect(await checkSpec(config)).toEqual([{ path: "v1.0.csdl.xml", text: spec }]);
});

test("spec/graph holds facts: no description of an element or of a revision", () => {
  expect(spec).not.toMatch(/V1\.(Long)?Description|Property="Description"/);
  expect(spec).not.toMatch(/String="[^"]* [^"]* [^"]*"/);
});

test("without the overlay the package is another one, and its hash says so", async () => {
  const [withIt, without] = await Promise.all([true, false].map((overlay) => generatePackage(config, { overlay })));
  const source = (files: typeof withIt): string | undefined =>
    files?.find(({ path }) => path === "src/source.ts")?.text;
  expect(source(withIt)).not.toBe(source(without));
  const received = (files: typeof withIt): string =>
    files?.find(({ path }) => path === "src/graph/types/received.ts")?.text ?? "";
  expect(received(withIt)).toContain("CommsNotificationResource");
  expect(received(without)).not.toContain("CommsNotificationResource");
});
