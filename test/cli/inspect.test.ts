import { rm } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { csdlText } from "../model/support.ts";
import { folderWith, run, type Result } from "./support.ts";

const derived = Array.from({ length: 200 }, (_, index) => `<ComplexType Name="d${index}" BaseType="n.a"/>`).join("");
const large = csdlText(
  `<ComplexType Name="a"/>${derived}\n<ComplexType Name="T"><Property Name="p" Type="n.a" Nulable="false"/></ComplexType>`,
);

let folder = "";
beforeAll(async () => {
  folder = await folderWith({
    "large.xml": large,
    "bodies/a.json": '{ "@odata.type": "#n.T", "q": 1 }',
    "shop.xml": csdlText('<ComplexType Name="Order"><Property Name="id" Type="Edm.String"/></ComplexType>'),
    "overlay.xml": csdlText(
      '<ComplexType Name="Ordr"><Property Name="zip" Type="Edm.String"/></ComplexType>\n' +
        '<Annotations Target="n.Order/zap"><Annotation Term="Core.Computed"/></Annotations>',
    ),
    "config.json": JSON.stringify({ metadata: "shop.xml", overlay: ["overlay.xml"], out: "shop", roots: ["Order"] }),
  });
});
afterAll(() => rm(folder, { recursive: true }));

const inspect = (...args: string[]): Promise<Result> => {
  return run(["inspect", "--metadata", "large.xml", ...args], { cwd: folder });
};
const told = `warning: large.xml:2:1: n.a stands for 201 concrete types, more than a union of 200 should have
  generate will refuse it: decide in the configuration: "derived": { "n.a": "none" } or "all"
warning: large.xml:3:53: Property has the attribute Nulable`;

describe("inspect shows what generate refuses, and tells it beside what was tolerated", () => {
  test("as text", async () => {
    const { code, stdout, stderr } = await inspect("--all");
    expect([code, stdout.split("\n")[1], stderr.slice(0, told.length)]).toEqual([0, "202  complex types", told]);
  });

  test("as JSON, and nothing but JSON", async () => {
    const { code, stdout, stderr } = await inspect("--all", "--json");
    expect(JSON.parse(stdout)).toMatchObject({ counts: [{ count: 0 }, { count: 202 }, {}, {}, {}, {}] });
    expect([code, stderr.slice(0, told.length)]).toEqual([0, told]);
  });

  test("beside payloads", async () => {
    const { code, stdout, stderr } = await inspect("--all", "--payloads", "bodies");
    expect(stdout).toContain("n.T/q  1 time");
    expect([code, stderr.slice(0, told.length)]).toEqual([0, told]);
  });

  test("a root that is not there stays an error", async () => {
    expect(await inspect("--root", "n.gone")).toMatchObject({ code: 2, stdout: "" });
  });

  test("generate refuses it", async () => {
    const { code, stderr } = await run(["generate", "--metadata", "large.xml", "--all", "--out", "out"], {
      cwd: folder,
    });
    expect([code, stderr]).toEqual([4, expect.stringContaining("n.a stands for 201 concrete types")]);
  });
});

test("what an overlay says of nothing is told by both", async () => {
  const warnings = [
    "warning: overlay.xml:2:1: the overlay adds the type n.Ordr, and nothing in the package refers to it",
    '  did you mean "Order"?',
    "warning: overlay.xml:3:35: the overlay annotates n.Order/zap, which is not there",
    "",
  ].join("\n");
  const inspected = await run(["inspect", "--config", "config.json"], { cwd: folder });
  expect(inspected).toMatchObject({ code: 0, stderr: warnings });
  expect(inspected.stdout).toContain("  n.Order/zap (annotation): nothing has that name\n");
  expect(await run(["generate", "--config", "config.json"], { cwd: folder })).toMatchObject({
    code: 0,
    stderr: warnings,
  });
});
