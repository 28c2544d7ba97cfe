import { describe, expect, test } from "vitest";
import { problemsOf } from "../model/support.ts";
import { sliceOf } from "./support.ts";

/** A type `T` with a member of the type `a`, which stands for itself, so many derived types, and some abstract ones. */
function text(members: number, itself = ""): string {
  const derived = Array.from({ length: members - 1 }, (_, index) => `<ComplexType Name="d${index}" BaseType="n.a"/>`);
  const abstract =
    '<ComplexType Name="x" BaseType="n.a" Abstract="true"/><ComplexType Name="y" BaseType="n.x" Abstract="true"/>';
  const user = '<ComplexType Name="T"><Property Name="p" Type="n.a"/></ComplexType>';
  return `${user}\n<ComplexType Name="a" ${itself}/>${derived.join("")}${abstract}`;
}

/** The names of so many derived types. */
const derived = (count: number): string[] => Array.from({ length: count }, (_, index) => `n.d${index}`);

describe("a union of more than 200", () => {
  test("200 pass", () => {
    expect(sliceOf(text(200), ["T"]).types.get("n.a")).toMatchObject({ distinguished: true });
  });

  test("201 need a word from the maintainer", () => {
    expect(problemsOf("unsupported", () => sliceOf(text(201), ["T"]))).toEqual([
      {
        place: { file: "t.xml", line: 3, column: 1 },
        message: "n.a stands for 201 concrete types, more than a union of 200 should have",
        hint: 'decide in the configuration: "derived": { "n.a": "none" } or "all"',
      },
    ]);
  });

  test("an abstract type is none of them", () => {
    expect(sliceOf(text(201, 'Abstract="true"'), ["T"]).types.get("n.a")).toMatchObject({ distinguished: true });
    const [problem] = problemsOf("unsupported", () => sliceOf(text(202, 'Abstract="true"'), ["T"]));
    expect(problem?.message).toMatch(/^n\.a stands for 201 concrete types/);
  });

  test("all takes them in", () => {
    const { types } = sliceOf(text(201), ["T"], { derived: { "n.a": "all" } });
    expect(types.get("n.a")).toMatchObject({ distinguished: true });
    expect(types.get("n.a")?.variants).toHaveLength(200);
    expect(types.size).toBe(204);
  });

  test("none leaves them out", () => {
    const { types } = sliceOf(text(201), ["T"], { derived: { "n.a": "none" } });
    expect([...types.keys()]).toEqual(["n.T", "n.a"]);
    expect(types.get("n.a")).toMatchObject({ distinguished: false });
  });

  test("a base type that nothing is declared as needs no word, and is not told apart", () => {
    const toldApart = (members: number): unknown => sliceOf(text(members), derived(members - 1)).types.get("n.a");
    expect(toldApart(201)).toMatchObject({ used: false, distinguished: false });
    expect(toldApart(200)).toMatchObject({ used: false, distinguished: true });
  });

  test("all tells apart what is used, and what is not used up to the limit", () => {
    const all = { derived: { "n.a": "all" } } as const;
    const told = (count: number): unknown =>
      sliceOf(text(count), derived(count - 1), all).types.get("n.a")?.distinguished;
    expect([told(201), told(200), told(2)]).toEqual([false, true, true]);
  });

  test("whoever only looks need not decide, and is told", () => {
    const { types, warnings } = sliceOf(text(201), ["T"], { tolerant: "unions" });
    expect(types.get("n.a")).toMatchObject({ used: true, distinguished: false });
    expect(types.get("n.a")?.variants).toHaveLength(200);
    const hint = 'generate will refuse it: decide in the configuration: "derived": { "n.a": "none" } or "all"';
    expect(warnings).toMatchObject([{ message: expect.stringMatching(/^n\.a stands for 201/) as string, hint }]);
    expect(problemsOf("usage", () => sliceOf(text(201), ["n.b"], { tolerant: "unions" }))).toHaveLength(1);
  });

  test("whoever compares is not told", () => {
    const { types, warnings } = sliceOf(text(201), ["T"], { tolerant: "all" });
    expect(types.get("n.a")).toMatchObject({ used: true, distinguished: false });
    expect(warnings).toEqual([]);
  });

  test("every such type is named", () => {
    const problems = problemsOf("unsupported", () =>
      sliceOf(text(201) + text(201).replace(/"(n\.)?([adxyT]\d*)"/g, '"$1$2_"'), "all"),
    );
    expect(problems.map(({ message }) => message.split(" ")[0])).toEqual(["n.a", "n.a_"]);
  });
});
