import { describe, expect, test } from "vitest";
import { formatFiles } from "../../generator/output/format.ts";
import { checkPaths } from "../../generator/output/paths.ts";

describe("formatFiles", () => {
  test("brings each kind of file into its form and leaves others alone", async () => {
    const files = await formatFiles([
      { path: "src/a.ts", text: "export   const a = 'x'\r\n" },
      { path: "tsconfig.json", text: '{"files":["x"]}' },
      { path: "package.json", text: '{"name":"x"}' },
      { path: "README.md", text: "* a\n* b" },
      { path: "LICENSE", text: "MIT" },
      { path: "v1.csdl.xml", text: "<a  />" },
    ]);
    expect(files.map(({ text }) => text)).toEqual([
      'export const a = "x";\n',
      '{ "files": ["x"] }\n',
      '{\n  "name": "x"\n}\n',
      "- a\n- b\n",
      "MIT",
      "<a  />",
    ]);
  });

  test("calls text that does not parse a bug, with file, line and column", async () => {
    const broken = formatFiles([{ path: "src/a.ts", text: "\nexport const = 1;\n" }]);
    await expect(broken).rejects.toMatchObject({
      kind: "internal",
      problems: [{ place: { file: "src/a.ts", line: 2, column: 14 } }],
    });
  });
});

describe("checkPaths", () => {
  test("lets portable paths pass", () => {
    expect(() => checkPaths(["src/a.ts", "src/b/a.ts", "LICENSE", "src/console.ts", "src/b/.keep"])).not.toThrow();
  });

  const bad: [why: string, paths: string[]][] = [
    ["absolute", ["/a"]],
    ["outside", ["../a"]],
    ["outside, later", ["a/../../b"]],
    ["backslash", ["a\\b"]],
    ["empty", [""]],
    ["device", ["src/con.ts"]],
    ["device with a number", ["COM1"]],
    ["character", ["a?.ts"]],
    ["control character", ["a\u0001"]],
    ["dot at the end", ["a./b"]],
    ["case", ["src/Call.ts", "src/call.ts"]],
    ["case of a folder", ["Src/a.ts", "src/b.ts"]],
    ["form", ["\u00e9", "e\u0301"]],
    ["file and folder", ["a", "a/b"]],
    ["folder and file", ["a/b", "A"]],
    ["twice", ["a", "a"]],
  ];
  test.each(bad)("refuses: %s", (_why, paths) => {
    expect(() => checkPaths(paths)).toThrow(/cannot write the generated file/);
  });
});
