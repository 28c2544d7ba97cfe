import { existsSync, readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { changeCodes } from "../../generator/diff/types.ts";
import { packagePath } from "../../generator/package-root.ts";
import { run } from "../cli/support.ts";
import { blocks, documentText, table } from "./documents.ts";

const commands = ["completion", "diff", "generate", "inspect", "refresh", "release", "validate"];
const documents = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "generated/README.md"];
const manifest = readJson("package.json") as { scripts: Record<string, string>; engines: { node: string } };
const help = new Map<string, string>();

beforeAll(async () => {
  help.set("", (await run(["--help"])).stdout);
  for (const command of commands) help.set(command, (await run([command, "--help"])).stdout);
});

/** The flags that a command's help lists, with dashes. */
function flagsOf(command: string): string[] {
  return [...(help.get(command) ?? "").matchAll(/^ +(?:-\w, )?(?:--)([\w-]+) /gm)].map(([, name]) => `--${name ?? ""}`);
}

describe("the command line", () => {
  test("all commands are there, and no other", () => {
    const helped = [...(help.get("") ?? "").matchAll(/^ {2}odata-bindgen (\w+) .*/gm)].map(([, name]) => name ?? "");
    const inHelp = [...new Set(helped)].sort();
    expect(inHelp).toEqual(commands);
    expect(table("README.md", "command").map(([name]) => name)).toEqual(commands);
  });

  test.each(commands)("all flags of %s are there, and no other", (command) => {
    const rows = table("README.md", "flag").filter(([, where = ""]) => where === "all" || where.includes(command));
    const listed = rows.flatMap(([names = ""]) => names.split(", "));
    expect(listed.sort()).toEqual(flagsOf(command).sort());
  });

  test("the exit codes are those of the help", () => {
    const [, codes = ""] = (help.get("") ?? "").split("Exit codes:\n");
    const helped = [...codes.matchAll(/^ +(\d+) {2}(.*)$/gm)].map(([, code, meaning]) => [code, meaning]);
    expect(table("README.md", "exit code")).toEqual(helped);
  });
});

test("the README lists every code of diff, and no other", () => {
  const listed = table("README.md", "about").flatMap(([, codes = ""]) => codes.split(/[ ,]+/));
  expect(listed.map((code) => code.replaceAll("`", "")).sort()).toEqual(Object.keys(changeCodes).sort());
});

describe("what shell examples name exists", () => {
  const lines = documents.flatMap((document) =>
    blocks(document, "sh").flatMap(({ text }) =>
      text
        .trim()
        .split("\n")
        .map((line) => [document, line] as const),
    ),
  );

  test.each(lines)("%s: %s", (_, line) => {
    for (const part of line.split(/ && | \| /)) checkShell(part.trim());
  });

  /** Fails on a program, script, command or flag that is not there. */
  function checkShell(part: string): void {
    const words = part.split(" ");
    const [program = "", first = "", second = ""] = words;
    if (program === "npx") return checkTool(words.slice(1));
    if (program === "npm") return checkNpm(first, second);
    if (program.startsWith(".")) return expect(existsSync(packagePath(program)), part).toBe(true);
    expect(["echo", "git"], part).toContain(program);
  }

  function checkTool([tool, command = "", ...rest]: readonly string[]): void {
    expect(tool).toBe("odata-bindgen");
    expect(commands).toContain(command);
    const flags = rest.filter((word) => word.startsWith("--"));
    expect(flagsOf(command)).toEqual(expect.arrayContaining(flags));
  }

  function checkNpm(first: string, second: string): void {
    if (first === "ci") return;
    if (first === "pack") return expect(existsSync(packagePath(second, "package.json"))).toBe(true);
    expect(Object.keys(manifest.scripts)).toContain(first === "run" ? second : first);
  }
});

test("each script that a document names exists, and CONTRIBUTING names all but what npm calls by itself", () => {
  const texts = documents.map((document) => documentText(document)).join("\n");
  const named = [...texts.matchAll(/npm run ([\w:]+)/g)].map(([, script]) => script ?? "");
  expect(Object.keys(manifest.scripts)).toEqual(expect.arrayContaining(named));
  const scripts = table("CONTRIBUTING.md", "script").map(([script = ""]) => script.replace(/^npm (run )?/, ""));
  const own = Object.keys(manifest.scripts).filter((script) => !/^(pre|version$)/.test(script));
  expect(scripts.sort()).toEqual(own.sort());
});

describe("the config file", () => {
  interface Schema {
    readonly required?: readonly string[];
    readonly properties?: Readonly<Record<string, Schema>>;
    readonly default?: unknown;
    /** What holds where the file names no outputs. */
    readonly else?: Schema;
  }

  /** Key and default, as the README's table has them. */
  function keys(schema: Schema, prefix = ""): [key: string, standard: string][] {
    const { properties = {}, required = schema.else?.required ?? [] } = schema;
    return Object.entries(properties).flatMap(([key, property]): [string, string][] => {
      const standard = property.default === undefined ? "" : JSON.stringify(property.default);
      const own: [string, string] = [prefix + key, required.includes(key) ? "required" : standard];
      return [own, ...keys(property, `${prefix}${key}.`)];
    });
  }

  test("the README has every key of the schema with its default, and no other", () => {
    const schema = readJson("spec", "config.schema.json") as Schema;
    const rows = table("README.md", "key").map(([key = "", standard = ""]) => [key, standard] as const);
    expect(new Map(rows)).toEqual(new Map(keys(schema)));
    expect(rows.every(([key]) => key !== "")).toBe(true);
  });
});

describe("what the run-time library promises", () => {
  test("the README lists every issue code, and no other", () => {
    const declaration = /export type IssueCode =(.*?);/s.exec(documentText("templates/runtime/issue.ts"))?.[1] ?? "";
    const codes = [...declaration.matchAll(/"([\w-]+)"/g)].map(([, code]) => code);
    expect(codes.length).toBeGreaterThan(10);
    expect(table("README.md", "code").map(([code]) => code)).toEqual(codes);
  });

  test("the presences are those of the command line", () => {
    const choices = /choices: (.*?)\]/.exec(help.get("validate") ?? "")?.[1] ?? "";
    const names = table("README.md", "presence").map(([name]) => `"${name ?? ""}"`);
    expect(names.join(", ")).toBe(choices);
  });

  test("the limits are those of the code", () => {
    const limit = (file: string, name: string): string =>
      new RegExp(`\\b${name} = ([\\d_* ]+);`).exec(documentText(file))?.[1] ?? `no ${name} in ${file}`;
    const depth = limit("templates/runtime/guard.ts", "MAX_DEPTH");
    const issues = limit("templates/runtime/options.ts", "MAX_ISSUES");
    const redirects = limit("generator/source/fetch-bytes.ts", "maxRedirects");
    expect(limit("generator/source/largest.ts", "largest")).toBe("256 * 1024 * 1024");
    expect(limit("generator/source/read-source.ts", "defaultTimeoutMs")).toBe("60_000");
    expect(documentText("README.md")).toContain(`Validators follow ${depth} levels and report ${issues} issues.`);
    expect(documentText("README.md")).toContain(`follows ${redirects} redirects`);
    const retries = limit("generator/source/read-source.ts", "defaultRetries");
    expect(documentText("README.md")).toContain(`There are ${retries} retries, at most 60 s in all`);
    const rows = new Map(table("SECURITY.md", "limit").map(([what, value]) => [what, value]));
    expect(rows.get("objects and arrays within each other")).toBe(depth);
  });
});

test("the subpaths are those of the generated package", () => {
  const { exports } = readJson("generated", "package.json") as { exports: Record<string, unknown> };
  const subpaths = Object.keys(exports).filter((subpath) => subpath !== "./package.json");
  for (const document of ["README.md", "generated/README.md"]) {
    expect(table(document, "subpath").map(([subpath]) => subpath)).toEqual(subpaths);
  }
});

test("the Node.js versions are those of package.json", () => {
  expect(documentText("README.md")).toContain(` ${manifest.engines.node.replace(" || ", " or ")} `);
});

describe("links lead somewhere", () => {
  test.each(documents)("%s", (document) => {
    const targets = [...documentText(document).matchAll(/\]\(([^)#:]+)\)/g)].map(([, target]) => target ?? "");
    expect(targets.filter((target) => !existsSync(packagePath(target)))).toEqual([]);
  });
});

test("the stages in the README's picture are folders of the tool", () => {
  const picture = blocks("README.md", "text").map(({ text }) => text.split("\n")[0])[0] ?? "";
  const stages = picture
    .split("──▶")
    .slice(1, -1)
    .map((stage) => stage.trim());
  const folders = readdirSync(packagePath("generator"), { withFileTypes: true });
  const names = folders.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  expect(stages.length).toBeGreaterThan(5);
  expect(names).toEqual(expect.arrayContaining(stages));
});

function readJson(...path: string[]): unknown {
  return JSON.parse(readFileSync(packagePath(...path), "utf8"));
}
