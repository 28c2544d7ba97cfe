import { expect, test } from "vitest";
import { unknownSettings } from "../../generator/slice/unknown-settings.ts";
import { problemsOf } from "../model/support.ts";
import { sliceOf } from "./support.ts";

const { model } = sliceOf(
  `<Schema Namespace="n"><ComplexType Name="call"/><Action Name="dial"/></Schema><Schema Namespace="m"/>`,
  ["n.call"],
);
type Settings = Parameters<typeof unknownSettings>[0];
const settings = (given: Partial<Settings>): Settings => {
  return { derived: new Map(), mainNamespace: undefined, modules: new Map(), names: new Map(), ...given };
};

test.each<[string, Partial<Settings>, readonly object[]]>([
  ["nothing", {}, []],
  ["what there is", { mainNamespace: "n", modules: new Map([["n", "x"]]), derived: new Map([["n.call", "all"]]) }, []],
  [
    "names of types and operations",
    {
      names: new Map([
        ["n.call", "C"],
        ["action:n.dial()", "D"],
      ]),
    },
    [],
  ],
  [
    "a misspelt type",
    { derived: new Map([["n.cal", "none"]]) },
    [{ message: "there is no type called n.cal", hint: 'did you mean "n.call"?', setting: ["derived", "n.cal"] }],
  ],
  [
    "an operation where only types count",
    { derived: new Map([["action:n.dial()", "all"]]) },
    [{ message: "there is no type called action:n.dial()" }],
  ],
  [
    "what is nowhere",
    { modules: new Map([["m", "x"]]), names: new Map([["action:n.hang()", "H"]]) },
    [
      { message: "there is no namespace called m", setting: ["modules", "m"] },
      {
        message: "there is no type or operation called action:n.hang()",
        hint: "inspect --metadata FILE|URL --all --json lists what there is",
        setting: ["names", "action:n.hang()"],
      },
    ],
  ],
])("%s", (_title, given, problems) => {
  expect(unknownSettings(settings(given), model)).toMatchObject(problems);
  expect(unknownSettings(settings(given), model)).toHaveLength(problems.length);
});

test("a main namespace that is none is an error", () => {
  const found = problemsOf("usage", () => unknownSettings(settings({ mainNamespace: "N" }), model));
  expect(found).toMatchObject([
    { message: "there is no namespace called N", hint: 'did you mean "n"?', setting: ["mainNamespace"] },
  ]);
});
