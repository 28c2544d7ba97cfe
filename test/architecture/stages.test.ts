import { describe, expect, test } from "vitest";
import { importsOf, sourceFiles, stageOf, type Import } from "./imports.ts";

/** The stages in the order in which data flows. A stage sees those before it, and not one behind it. */
const stages = [
  "config",
  "source",
  "csdl",
  "model",
  "slice",
  "spec",
  "inspect",
  "payloads",
  "plan",
  "diff",
  "release",
  "render",
  "output",
  "report",
];

/** Pure helpers beside the stages: they import each other and nothing else. */
const shared = [
  "change-path.ts",
  "closest.ts",
  "count.ts",
  "edm.ts",
  "errors.ts",
  "excerpt.ts",
  "git-location.ts",
  "json.ts",
  "json-pointer.ts",
  "markdown.ts",
  "identifier.ts",
  "unseen.ts",
  "package-root.ts",
  "group.ts",
  "has-credentials.ts",
  "member-signature.ts",
  "on-disk.ts",
  "sort.ts",
  "split-name.ts",
  "suggest.ts",
  "system-error.ts",
];

/** What runs the stages: may import all of them. */
const drivers = ["build.js", "cli.ts", "commands", "read-slice.ts", "run.ts", "validate"];

/** The type file of a stage. */
const typeFile = /\/types\.ts$/;

/**
 * Functions and constants that a stage takes from an earlier one beside its types. Each needs a reason; a line that is
 * no longer needed fails.
 */
const allowed: ReadonlyMap<string, string> = new Map([
  // The slice printed again is CSDL: the stage's own printer is what makes it canonical.
  ["spec/spec-files.ts → csdl/print-csdl.ts", "prints what it sliced"],
  // It cuts the document by what the model understood: the same reading of aliases, targets and terms, not a copy of it.
  ["spec/slice-document.ts → model/annotations.ts", "reads annotation targets as the model does"],
  ["spec/slice-document.ts → model/build-operations.ts", "computes operation keys as the model does"],
  ["spec/slice-document.ts → model/build-types.ts", "looks facts up as the model does"],
  ["spec/slice-document.ts → model/facts.ts", "knows which terms decide something"],
  ["spec/kept.ts → model/annotations.ts", "reads annotation targets as the model does"],
  ["spec/kept.ts → model/build-operations.ts", "computes operation keys as the model does"],
  ["spec/kept.ts → model/names.ts", "resolves aliases as the model does"],
  ["output/format.ts → render/doc.ts", "one width of lines for both printers"],
  ["spec/slice-document.ts → model/names.ts", "resolves aliases as the model does"],
]);

const files = sourceFiles();
const imports = files.flatMap(importsOf);

function text({ from, to }: Import): string {
  return `${from} → ${to}`;
}

/** Why an import breaks the direction of flow; undefined where it does not. */
function fault({ from, to, typeOnly }: Import): string | undefined {
  const [own, other] = [stageOf(from), stageOf(to)];
  if (own === other || drivers.includes(own)) return undefined;
  if (shared.includes(own)) return shared.includes(other) ? undefined : "a helper imports a stage";
  if (shared.includes(other)) return undefined;
  // The plan shares the rules of presences with the run-time library, and payloads are judged as it judges them.
  if (to.startsWith("../"))
    return ["plan", "payloads"].includes(own) && to.startsWith("../templates/runtime/") ? undefined : "outside";
  if (!stages.includes(other)) return "a stage imports what drives it";
  if (stages.indexOf(other) > stages.indexOf(own)) return "a stage imports a later one";
  return typeOnly || typeFile.test(to) ? undefined : "more than types of an earlier stage";
}

test("every folder and file has its place", () => {
  const known = new Set([...stages, ...shared, ...drivers]);
  expect([...new Set(files.map(({ path }) => stageOf(path)))].filter((name) => !known.has(name))).toEqual([]);
  expect([...known].filter((name) => !files.some(({ path }) => stageOf(path) === name))).toEqual([]);
});

test("no stage imports a later one, or more than the types of an earlier one", () => {
  const faults = imports.flatMap((one) => {
    const why = fault(one);
    return why === undefined || allowed.has(text(one)) ? [] : [`${text(one)}: ${why}`];
  });
  expect(faults).toEqual([]);
});

test("every exception is still needed", () => {
  const needed = new Set(imports.filter((one) => fault(one) !== undefined).map(text));
  expect([...allowed.keys()].filter((line) => !needed.has(line))).toEqual([]);
});

describe("the check itself", () => {
  const rows: readonly (readonly [string, string, boolean, string | undefined])[] = [
    ["model/a.ts", "model/b.ts", false, undefined],
    ["model/a.ts", "csdl/types.ts", false, undefined],
    ["model/a.ts", "csdl/parse-csdl.ts", true, undefined],
    ["model/a.ts", "csdl/parse-csdl.ts", false, "more than types of an earlier stage"],
    ["model/a.ts", "slice/types.ts", true, "a stage imports a later one"],
    ["render/a.ts", "plan/types.ts", true, undefined],
    ["plan/a.ts", "render/types.ts", true, "a stage imports a later one"],
    ["plan/a.ts", "errors.ts", false, undefined],
    ["errors.ts", "model/types.ts", true, "a helper imports a stage"],
    ["model/a.ts", "run.ts", false, "a stage imports what drives it"],
    ["commands/a.ts", "output/write-changes.ts", false, undefined],
    ["plan/a.ts", "../templates/runtime/shape.ts", true, undefined],
    ["payloads/a.ts", "../templates/runtime/strings.ts", false, undefined],
    ["payloads/a.ts", "../templates/readme.hbs", false, "outside"],
    ["model/a.ts", "../templates/runtime/shape.ts", true, "outside"],
  ];
  test.each(rows)("%s imports %s (types only: %s): %s", (from, to, typeOnly, why) => {
    expect(fault({ from, to, typeOnly })).toBe(why);
  });
});
