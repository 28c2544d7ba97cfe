import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { usageError } from "../../generator/commands/usage.ts";
import { toolPackage } from "../../generator/package-root.ts";
import { folderWith, run } from "./support.ts";

let folder = "";
beforeAll(async () => {
  folder = await folderWith({
    "broken.json": '{ "metadata": }',
    "wrong.json": '{ "metadata": "m", "out": "o", "root": "all" }',
    "no-source.json": '{ "metadata": "m", "out": "o", "roots": "all" }',
  });
});
afterAll(() => rm(folder, { recursive: true }));

describe("help", () => {
  test.each([[["--help"]], [["-h"]], [["help"]]])("%j shows all commands in 80 columns", async (args) => {
    const { code, stdout, stderr } = await run(args);
    expect([code, stderr]).toEqual([0, ""]);
    for (const command of ["completion", "diff", "generate", "inspect", "refresh", "release", "validate"])
      expect(stdout).toContain(`odata-bindgen ${command}`);
    expect(stdout).toMatch(/Exit codes:[\s\S]*70 {2}a bug/);
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test.each(["completion", "diff", "generate", "inspect", "refresh", "release", "validate"])(
    "%s has examples and exit codes",
    async (command) => {
      const { code, stdout } = await run([command, "--help"]);
      expect(code).toBe(0);
      expect(stdout).toMatch(/Examples:\n {2}odata-bindgen/);
      expect(stdout).toContain("Exit codes:");
      expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
    },
  );

  test("speaks one language, whatever the locale", async () => {
    expect((await run(["--help"], { env: { LC_ALL: "de_DE.UTF-8" } })).stdout).toBe((await run(["--help"])).stdout);
  });

  test("completion is a script for the shell that asks what can be typed", async () => {
    const { code, stdout } = await run(["completion"]);
    expect([code, stdout]).toEqual([0, expect.stringContaining("odata-bindgen --get-yargs-completions")]);
    const asked = await run(["--get-yargs-completions", "odata-bindgen", "generate", "--"]);
    expect(asked.stdout.split("\n")).toEqual(expect.arrayContaining(["--check", "--metadata"]));
    expect((await run(["--get-yargs-completions", "odata-bindgen", ""])).stdout).toContain("validate\n");
  });

  test("--version prints the version alone", async () => {
    expect(await run(["--version"])).toEqual({ code: 0, stdout: `${toolPackage().version}\n`, stderr: "" });
  });
});

describe("arguments that cannot be used", () => {
  const cases: [args: string[], code: number, message: string][] = [
    [["--chek"], 2, 'generate does not know --chek\n  did you mean "--check"? see odata-bindgen generate --help'],
    [["validate", "--check"], 2, "validate does not know --check\n  see odata-bindgen validate --help"],
    [["inspect", "--out", "x"], 2, "inspect does not know --out\n  see odata-bindgen inspect --help"],
    [["-x"], 2, "generate does not know -x\n  see odata-bindgen generate --help"],
    [["--no-check"], 2, "generate does not know --no-check\n  see odata-bindgen generate --help"],
    [["--__proto__.x=1"], 2, "generate does not know --__proto__.x\n  see odata-bindgen generate --help"],
    [["genrate"], 2, 'there is no command "genrate"\n  did you mean "generate"? see odata-bindgen --help'],
    [["frobnicate"], 2, 'there is no command "frobnicate"\n  see odata-bindgen --help'],
    [["inspect", "a", "b"], 2, '"b" is one argument too many\n  see odata-bindgen inspect --help'],
    [["--config"], 2, "--config needs a value\n  see odata-bindgen generate --help"],
    [["--out", ""], 2, "--out needs a value\n  see odata-bindgen generate --help"],
    [["--config="], 2, "--config needs a value\n  see odata-bindgen generate --help"],
    [["--config", "--check"], 2, "--config needs a value\n  see odata-bindgen generate --help"],
    [["--out", "-dash"], 2, "--out needs a value\n  a value that begins with a dash is given as --out=-dash"],
    [["--help=me"], 2, '--help takes no value, found "me"\n  see odata-bindgen --help'],
    [["-h=me"], 2, '-h takes no value, found "me"\n  see odata-bindgen --help'],
    [["release", "--version=2.0.0"], 2, '--version takes no value, found "2.0.0"\n  see odata-bindgen --help'],
    [["--config", "a", "--config", "b"], 2, "--config is given twice\n  see odata-bindgen generate --help"],
    [["--", "--check"], 2, "-- has no meaning here\n  a file whose name begins with a dash is given as ./-name"],
    [["diff", "--", "a"], 2, "-- has no meaning here\n  a file whose name begins with a dash is given as ./-name"],
    [["--check=no"], 2, '--check takes no value, found "no"\n  see odata-bindgen generate --help'],
    [["--root", "a", "--all"], 2, "--root and --all exclude each other\n  leave one of them out"],
    [
      ["--metadata", "m.xml"],
      2,
      "--metadata does not say what to keep\n  give --root NAME (repeatable), --all, or a --config FILE",
    ],
    [
      ["--metadata", "m.xml", "--all"],
      2,
      "--metadata does not say where to write\n  give --out DIR, or a --config FILE",
    ],
    [
      ["diff"],
      2,
      "diff has nothing to compare with\n  give an earlier document: a file, a URL, or git:REVISION; see odata-bindgen diff --help",
    ],
    [["diff", "a", "b", "c"], 2, '"c" is one argument too many\n  see odata-bindgen diff --help'],
    [
      ["diff", "a", "--format", "html"],
      2,
      '--format: "html" is none of "text", "markdown", "github"\n  see odata-bindgen diff --help',
    ],
    [
      ["diff", "a", "--fail-on=all"],
      2,
      '--fail-on: "all" is none of "breaking", "any", "none"\n  see odata-bindgen diff --help',
    ],
    [
      ["release", "--step", "huge"],
      2,
      '--step: "huge" is none of "major", "minor", "patch"\n  see odata-bindgen release --help',
    ],
    [["generate", "--root"], 2, "--root needs a value\n  see odata-bindgen generate --help"],
    [["diff", "a", "--root"], 2, "--root needs a value\n  see odata-bindgen diff --help"],
    [["diff", "-"], 2, '"-" is no document: standard input is not read\n  give a file, a URL, or git:REVISION'],
    [["diff", "a", "-"], 2, '"-" is no document: standard input is not read\n  give a file, a URL, or git:REVISION'],
    [["diff", ""], 2, '"" is no document: standard input is not read\n  give a file, a URL, or git:REVISION'],
    [["validate"], 2, "--type is needed\n  see odata-bindgen validate --help"],
    [
      ["validate", "--type", "x", "--presence", "patch", "-"],
      2,
      '--presence: "patch" is none of "received", "create", "update", "declared"\n  see odata-bindgen validate --help',
    ],
    [["--config", "none.json"], 3, "none.json: cannot read the configuration: there is no such file or folder"],
    [["--config", "broken.json"], 3, 'broken.json:1:15: this is not JSON: value expected at "}"'],
    [["--config", "wrong.json"], 2, 'wrong.json:1:32: the configuration: unknown key "root"\n  did you mean "roots"?'],
    [
      ["refresh", "--config", "no-source.json"],
      2,
      'the config does not say where to download m from\n  give --metadata FILE|URL, or add "source" to the config',
    ],
  ];
  test.each(cases)("%j", async (args, code, message) => {
    const { stdout, stderr, ...result } = await run(args, { cwd: folder });
    expect(result.code).toBe(code);
    expect(stdout).toBe("");
    expect(stderr.split("error: ")).toContain(`${message}\n`);
  });

  test("what else the parser may say is told in one line", () => {
    const error = usageError("Not enough\n  non-option arguments: got 0, need at least 1", ["inspect"]);
    expect(error).toMatchObject({
      kind: "usage",
      problems: [
        {
          message: "Not enough non-option arguments: got 0, need at least 1",
          hint: "see odata-bindgen inspect --help",
        },
      ],
    });
  });

  test("--debug adds the stack", async () => {
    const { stderr } = await run(["--config", join(folder, "none.json"), "--debug"]);
    expect(stderr).toMatch(/\n {4}at /);
  });
});

describe("colour", () => {
  const cases: [why: string, args: string[], env: Record<string, string>, colored: boolean][] = [
    ["none in a pipe", [], {}, false],
    ["none in a pipe of CI", [], { CI: "true", TERM: "xterm" }, false],
    ["--color in CI", ["--color"], { CI: "true" }, true],
    ["--color", ["--color"], {}, true],
    ["--no-color wins", ["--color", "--no-color"], {}, false],
    ["FORCE_COLOR", [], { FORCE_COLOR: "1" }, true],
    ["FORCE_COLOR=0", [], { FORCE_COLOR: "0" }, false],
    ["NO_COLOR wins over FORCE_COLOR", [], { FORCE_COLOR: "1", NO_COLOR: "1" }, false],
    ["the flag wins over NO_COLOR", ["--color"], { NO_COLOR: "1" }, true],
  ];
  test.each(cases)("%s", async (_why, args, env, colored) => {
    const { stderr } = await run(["--config", "none.json", ...args], { cwd: folder, env });
    expect(stderr.includes("\u001b[")).toBe(colored);
  });

  test("what CI writes to a file is plain: a patch has to apply", async () => {
    const args = ["generate", "--check", "--out", "none", "--root", "microsoft.graph.identity"];
    const { code, stdout, stderr } = await run(args, { cwd: folder, env: { CI: "true" } });
    expect([code, stdout.split("\n")[0]]).toEqual([1, "--- /dev/null"]);
    expect(stdout + stderr).not.toContain("\u001b");
  });
});
