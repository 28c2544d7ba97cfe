import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { withProgress } from "../../generator/commands/progress.ts";
import { report, reportWarnings } from "../../generator/commands/report.ts";
import { BindgenError } from "../../generator/errors.ts";
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
