import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { configureOne } from "../../generator/commands/configure.ts";
import { formatFiles } from "../../generator/output/format.ts";
import { packagePath } from "../../generator/package-root.ts";
import { checkSpec, generatePackage, refreshSpec } from "../../generator/run.ts";
import { stateFile } from "../../generator/spec/source-state.ts";
import { bytesHash } from "../../generator/spec/spec-files.ts";

const full = packagePath("..", "shared", "metadata", "graph-v1.0-2026-08-03.csdl");
const config = await configureOne({}, packagePath());
const ofDocument = { ...config, readers: [config] };
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
  const order = { config: ofDocument, metadata: full, page: "SOURCE.md", state: undefined, download: {} };
  const refreshed = await refreshSpec(order, { overlay: true });
  const files = refreshed === "not-modified" ? [] : [refreshed.document, ...(await formatFiles(refreshed.files))];
  expect(files.map(({ path }) => path)).toEqual(["v1.0.csdl.xml", "SOURCE.md", "v1.0.source.json"]);
  for (const { path, text } of files) {
    const there = readFileSync(join(packagePath("spec", "graph"), path), "utf8");
    // What it remembers of the tool's version may be of an earlier one.
    const slicing = /"slicing": "\w+"/;
    expect(text.replace(slicing, ""), path).toBe(there.replace(slicing, ""));
  }
});

test("what refresh remembers of spec/graph holds no folder and no date, and is of the slice that is there", () => {
  const state = JSON.parse(readFileSync(stateFile(config.metadata), "utf8")) as Record<string, unknown>;
  expect(Object.keys(state).filter((key) => key !== "etag")).toEqual(["slicing", "slice"]);
  expect(state["slicing"]).toMatch(/^[0-9a-f]{64}$/);
  expect(state["slice"]).toBe(bytesHash(new TextEncoder().encode(spec)));
});

test("spec/graph is in its own canonical form", async () => {
  expect(await checkSpec(ofDocument)).toEqual({ path: "v1.0.csdl.xml", text: spec });
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
