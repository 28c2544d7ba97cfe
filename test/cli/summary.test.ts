import { describe, expect, test } from "vitest";
import { redundantEntries } from "../../generator/commands/overlay-notes.ts";
import { commandLine, summary } from "../../generator/commands/summary.ts";
import type { FileChange } from "../../generator/output/types.ts";
import { modelOf } from "../model/support.ts";

describe("what was written", () => {
  const added = (count: number): FileChange[] =>
    Array.from({ length: count }, (_, index) => ({ kind: "added", path: `${index}.ts`, after: "" }));
  test.each<[why: string, changes: FileChange[], text: string]>([
    ["nothing", [{ kind: "unchanged", path: "a.ts" }], "out: 1 file, up to date\n"],
    [
      "a file that is gone",
      [{ kind: "removed", path: "a.ts", before: "" }],
      "out: 0 files, 1 removed\n  removed  a.ts\n",
    ],
    [
      "a name that is no plain text",
      [{ kind: "added", path: "\u001b.ts", after: "" }],
      "out: 1 file, 1 added\n  added    \\u001b.ts\n",
    ],
    ["more than can be listed", added(11), "out: 11 files, 11 added\n"],
  ])("%s", (_why, changes, text) => {
    expect(summary("out", changes)).toBe(text);
  });
  test("as many as can be listed are", () => {
    expect(summary("out", added(10)).split("\n")).toHaveLength(12);
  });
});

test.each<[flags: Record<string, unknown>, line: string]>([
  [{}, ""],
  [{ check: true, json: true }, ""],
  [{ config: "spec/a.json", only: ["a", "b"] }, " --config spec/a.json --only a --only b"],
  [{ all: true, "no-overlay": true, metadata: "m.xml" }, " --metadata m.xml --all --no-overlay"],
  [{ metadata: "-x.xml", out: "-my folder" }, " --metadata=-x.xml --out='-my folder'"],
  [{ all: false, out: "my folder" }, " --out 'my folder'"],
  [{ root: ["n.T", "action:n.A(n.T)"], out: "it's" }, ` --root n.T --root 'action:n.A(n.T)' --out 'it'\\''s'`],
])("%j is typed as%s", (flags, line) => {
  expect(commandLine(flags)).toBe(line);
});

test("entries of the overlay that the metadata has itself are told, with their place", () => {
  const type = '<ComplexType Name="T"><Property Name="p" Type="Edm.String">';
  const computed = '<Annotation Term="Org.OData.Core.V1.Computed"/>';
  const metadata = `${type}${computed}</Property></ComplexType>`;
  const annotations = `<Annotations Target="n.T/p">${computed}</Annotations>`;
  const overlay = `${type}</Property><Property Name="q" Type="Edm.String"/></ComplexType>\n${annotations}`;
  expect(redundantEntries(modelOf(metadata, { overlay }).overlay)).toEqual([
    {
      place: { file: "overlay.xml", line: 3, column: 29 },
      message: "the metadata has the Org.OData.Core.V1.Computed of n.T/p itself now",
      hint: "take it out of the overlay",
    },
    {
      place: { file: "overlay.xml", line: 2, column: 23 },
      message: "the metadata has n.T/p itself now",
      hint: "take it out of the overlay",
    },
  ]);
});
