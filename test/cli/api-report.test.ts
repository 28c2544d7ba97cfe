import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { folderWith, run, type Result } from "./support.ts";

const metadata = `<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="shop" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<ComplexType Name="Thing"><Property Name="name" Type="Edm.String"/></ComplexType>
</Schema></edmx:DataServices></edmx:Edmx>
`;

let folder = "";
beforeAll(async () => {
  const config = { metadata: "m.xml", out: "out", roots: "all", apiReport: true };
  folder = await folderWith({ "m.xml": metadata, "config.json": JSON.stringify(config) });
});
afterAll(() => rm(folder, { recursive: true }));

const generate = (...args: string[]): Promise<Result> =>
  run(["generate", "--config", "config.json", ...args], { cwd: folder });

test("the report of the public surface is written with the package, and compared with it", async () => {
  expect(await generate()).toMatchObject({ code: 0, stderr: "" });
  const file = join(folder, "out", "api.md");
  const report = await readFile(file, "utf8");
  expect(report).toContain("# Public API of ");
  expect(report).toContain("\ninterface Thing extends ODataControl {\n");
  expect(await generate("--check")).toMatchObject({ code: 0, stderr: "" });
  await writeFile(file, report.replace("interface Thing ", "interface Edited "));
  const { code, stdout } = await generate("--check");
  expect([code, stdout.match(/^[-+].*$/gm)]).toEqual([
    1,
    [
      "--- a/out/api.md",
      "+++ b/out/api.md",
      "-interface Edited extends ODataControl {",
      "+interface Thing extends ODataControl {",
    ],
  ]);
});
