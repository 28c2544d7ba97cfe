import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { withProgress } from "../../generator/commands/progress.ts";
import { report, reportWarnings } from "../../generator/commands/report.ts";
import { BindgenError, type Problem } from "../../generator/errors.ts";
import { fakeTerminal } from "./fake-terminal.ts";

describe("report", () => {
  const cases: [why: string, error: unknown, code: number, text: string][] = [
    [
      "place and hint",
      new BindgenError("input", { place: { file: "/w/a/m.xml", line: 3, column: 7 }, message: "no", hint: "do" }),
      3,
      "error: a/m.xml:3:7: no\n  do\n",
    ],
    [
      "a path elsewhere",
      new BindgenError("usage", { place: { file: "/x/m.xml" }, message: "no" }),
      2,
      "error: /x/m.xml: no\n",
    ],
    ["the folder itself", new BindgenError("usage", { place: { file: "/w" }, message: "no" }), 2, "error: .: no\n"],
    [
      "a URL",
      new BindgenError("input", { place: { file: "https://x.test/" }, message: "no" }),
      3,
      "error: https://x.test/: no\n",
    ],
    ["several", new BindgenError("unsupported", [{ message: "a" }, { message: "b" }]), 4, "error: a\nerror: b\n"],
    [
      "control characters",
      new BindgenError("input", { message: "a\u001b[31m\nb\u202e" }),
      3,
      "error: a\\u001b[31m\\u000ab\\u202e\n",
    ],
    [
      "a bug that is known as one",
      new BindgenError("internal", { message: "oops" }),
      70,
      "internal error: oops, please report\n  --debug shows where it happened\n",
    ],
    [
      "any other error",
      new TypeError("x is undefined"),
      70,
      "internal error: TypeError: x is undefined, please report\n  --debug shows where it happened\n",
    ],
    ["what is no error", "thrown", 70, "internal error: thrown, please report\n  --debug shows where it happened\n"],
  ];
  test.each(cases)("%s", async (_why, error, code, text) => {
    const { terminal, stdout, stderr } = fakeTerminal({ cwd: "/w" });
    expect(await report(error, terminal, false)).toBe(code);
    expect([stdout(), stderr()]).toEqual(["", text]);
  });

  test("counts what it does not print", async () => {
    const { terminal, stderr } = fakeTerminal();
    const problems = Array.from({ length: 53 }, (_, index) => ({ message: `p${index}` }));
    await report(new BindgenError("input", problems), terminal, false);
    expect(stderr().split("\n").slice(-3)).toEqual(["error: p49", "and 3 more errors", ""]);
  });

  test("counts the warnings that it does not print", async () => {
    const warnings = (count: number) => Array.from({ length: count }, (_, index) => ({ message: `p${index}` }));
    const few = fakeTerminal();
    await reportWarnings(warnings(20), few.terminal);
    expect(few.stderr().split("\n").slice(-2)).toEqual(["warning: p19", ""]);
    const many = fakeTerminal();
    await reportWarnings(warnings(21), many.terminal);
    expect(many.stderr().split("\n").slice(-3)).toEqual(["warning: p19", "and 1 more warning", ""]);
  });

  const at = (line: number, message: string, hint?: string, file = "/w/m.xml"): Problem => {
    return { place: { file, line, column: 7 }, message, hint };
  };
  const toldOnce: readonly (readonly [string, readonly Problem[], string])[] = [
    ["in two places", [at(1, "a"), at(3, "a")], "warning: m.xml:1:7: a\n  and in 1 more place\n"],
    [
      "in many, with others between",
      [at(1, "a", "do"), at(2, "b"), ...Array.from({ length: 1200 }, (_, index) => at(index + 3, "a", "do"))],
      "warning: m.xml:1:7: a\n  do\n  and in 1,200 more places\nwarning: m.xml:2:7: b\n",
    ],
    [
      "another hint is another fact",
      [at(1, "a", "do"), at(2, "a")],
      "warning: m.xml:1:7: a\n  do\nwarning: m.xml:2:7: a\n",
    ],
    [
      "so is another file",
      [at(1, "a"), at(1, "a", undefined, "/w/n.xml")],
      "warning: m.xml:1:7: a\nwarning: n.xml:1:7: a\n",
    ],
    ["what has no place has no more of them", [{ message: "a" }, { message: "a" }], "warning: a\n"],
  ];
  test.each(toldOnce)("tells a fact once: %s", async (_, warnings, text) => {
    const { terminal, stderr } = fakeTerminal({ cwd: "/w" });
    await reportWarnings(warnings, terminal);
    expect(stderr()).toBe(text);
  });

  test("counts facts where it does not print them all", async () => {
    const { terminal, stderr } = fakeTerminal({ cwd: "/w" });
    const facts = Array.from({ length: 22 }, (_, index) => `p${index}`);
    await reportWarnings(
      [1, 2].flatMap((line) => facts.map((message) => at(line, message))),
      terminal,
    );
    const last = ["warning: m.xml:1:7: p19", "  and in 1 more place", "and 2 more warnings", ""];
    expect(stderr().split("\n").slice(-4)).toEqual(last);
  });

  test("--debug shows the stack and the causes", async () => {
    const { terminal, stderr } = fakeTerminal();
    await report(new BindgenError("input", { message: "outer" }, { cause: new Error("inner") }), terminal, true);
    expect(stderr()).toMatch(/outer\n {4}at [\s\S]*caused by Error: inner\n {4}at /);
  });
});

describe("progress", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  async function work(progress: boolean, milliseconds: number): Promise<string> {
    const { terminal, stdout, stderr } = fakeTerminal({ progress, columns: 20 });
    await withProgress(terminal, async (step) => {
      step("Reading");
      await vi.advanceTimersByTimeAsync(milliseconds);
      step("Printing what is far too long for a line");
    });
    expect(stdout()).toBe("");
    return stderr();
  }

  const erase = "\r\u001b[2K";
  test("shows one line after a second, and erases it", async () => {
    expect(await work(true, 1500)).toBe(`${erase}Reading…${erase}Printing what is fa${erase}`);
  });
  test("is silent where it is quick", async () => {
    expect(await work(true, 900)).toBe("");
  });
  test("is silent where nobody watches", async () => {
    expect(await work(false, 1500)).toBe("");
  });
});
