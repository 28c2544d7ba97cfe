import { describe, expect, test } from "vitest";
import type { FormattedFile } from "../../generator/output/types.ts";
import { apiReport } from "../../generator/report/api-report.ts";
import { flagshipFiles } from "./support.ts";

const files = flagshipFiles();
const before = apiReport(files).split("\n");

/** The report of the flagship with some files edited, as lines that are gone and lines that are new. */
function changed(edit: (text: string, path: string) => string, path?: string): { gone: string[]; new: string[] } {
  const edited = files.map((file): FormattedFile => {
    return path === undefined || file.path === path ? { path: file.path, text: edit(file.text, file.path) } : file;
  });
  if (edited.every(({ text }, index) => text === files[index]?.text)) throw new Error("nothing was edited");
  const after = apiReport(edited).split("\n");
  return { gone: without(before, after), new: without(after, before) };
}

/** What `one` has and `other` has not, counting repetitions; sorted, for it does not matter which of them is which. */
function without(one: readonly string[], other: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const line of other) counts.set(line, (counts.get(line) ?? 0) + 1);
  const found = one.filter((line) => {
    const left = counts.get(line) ?? 0;
    counts.set(line, left - 1);
    return left <= 0;
  });
  return found.sort();
}

const nothing = { gone: [], new: [] };

/** `text` with `from` replaced, which has to be there. */
function replaced(text: string, from: string | RegExp, to: string): string {
  const result = text.replace(from, to);
  if (result === text) throw new Error(`there is no ${from}`);
  return result;
}

describe("what users do not see does not change the report", () => {
  const edits: readonly (readonly [what: string, edit: (text: string, path: string) => string])[] = [
    [
      "doc comments",
      (text) => text.replace(/\/\*\*[^]*?\*\//g, (doc) => (doc.includes("@deprecated") ? "/** @deprecated */" : "")),
    ],
    [
      "bodies of functions",
      (text, path) => (path.includes("/validators/") ? text.replace(/^ {2}return .*;$/gm, "  throw 0;") : text),
    ],
    [
      "the order of declarations",
      (text) => {
        const [imports = "", ...declarations] = text.split(/^(?=export (?:function|interface) )/m);
        return [imports, ...declarations.map((one) => `${one.trimEnd()}\n`).reverse()].join("\n");
      },
    ],
    [
      "the order of names in lists",
      (text) =>
        text.replace(
          /^(?: {2}(?:type )?\w+,\n)+/gm,
          (names) => `${names.trimEnd().split("\n").reverse().join("\n")}\n`,
        ),
    ],
    [
      "the order of members",
      (text) =>
        text.replace(
          /^(?: {2}["\w@.]+\??: [^{}\n]*;\n)+/gm,
          (members) => `${members.trimEnd().split("\n").reverse().join("\n")}\n`,
        ),
    ],
    [
      "names within a module",
      (text) => {
        const imported = text.replace(
          "import type { ODataControl } from",
          "import type { ODataControl as Control } from",
        );
        return imported === text ? text : imported.replaceAll("extends ODataControl ", "extends Control ");
      },
    ],
    ["files that nobody asks for", (text, path) => (path.includes("/guards/") ? "export {" : text)],
  ];
  test.each(edits)("%s", (_, edit) => {
    expect(changed(edit)).toEqual(nothing);
  });

  test("files in another order", () => {
    expect(apiReport([...files].reverse())).toBe(before.join("\n"));
  });
});

describe("what users see changes the lines that say it, and no other", () => {
  const types = "src/graph/types/received.ts";
  const values = "src/graph/types/values.ts";
  const discriminator = /(?<=interface AppHostedMediaConfig [^{]*\{\n)/;
  const rows: readonly (readonly [
    what: string,
    path: string,
    edit: (text: string) => string,
    want: { readonly gone: readonly string[]; readonly new: readonly string[] },
  ])[] = [
    [
      "another type of a member",
      types,
      (text) => replaced(text, /(?<=interface AppHostedMediaConfig [^}]*)blob\?: string/, "blob?: number"),
      { gone: ["  blob?: string | null | undefined"], new: ["  blob?: number | null | undefined"] },
    ],
    [
      "a member that is required now",
      types,
      (text) => replaced(text, /(?<=interface AppHostedMediaConfig [^}]*)blob\?/, "blob"),
      { gone: ["  blob?: string | null | undefined"], new: ["  blob: string | null | undefined"] },
    ],
    [
      "a new member",
      types,
      (text) => replaced(text, discriminator, "  added?: 1;\n"),
      { gone: [], new: ["  added?: 1"] },
    ],
    [
      "a mark",
      types,
      (text) => replaced(text, discriminator, "  /** @deprecated since now */\n"),
      { gone: [], new: ["  /** @deprecated */"] },
    ],
    [
      "another base",
      types,
      (text) =>
        replaced(text, "interface AppHostedMediaConfig extends MediaConfigMembers", "interface AppHostedMediaConfig"),
      {
        gone: ["interface AppHostedMediaConfig extends MediaConfigMembers {"],
        new: ["interface AppHostedMediaConfig {"],
      },
    ],
    [
      "a new member of an enumeration",
      values,
      (text) =>
        replaced(
          replaced(text, 'type BodyType = "text"', 'type BodyType = "rtf" | "text"'),
          '  text: "text",',
          '  rtf: "rtf",\n  text: "text",',
        ),
      { gone: [], new: ['  | "rtf"'] },
    ],
    [
      "a part of a type that has no public name",
      "src/runtime/issue.ts",
      (text) => replaced(text, '"error" | "warning"', '"error" | "info" | "warning"'),
      { gone: [], new: ['  | "info"'] },
    ],
    [
      "another parameter of a factory",
      "src/graph/factories/received.ts",
      (text) => replaced(text, "appHostedMediaConfig(init?: ", "appHostedMediaConfig(init: "),
      {
        gone: ["function appHostedMediaConfig(init?: AppHostedMediaConfig): AppHostedMediaConfigTagged"],
        new: ["function appHostedMediaConfig(init: AppHostedMediaConfig): AppHostedMediaConfigTagged"],
      },
    ],
    [
      "a validator that differs from the others",
      "src/graph/validators/received.ts",
      (text) =>
        replaced(text, "function parseCall(value: unknown): Call ", "function parseCall(value: unknown, n?: 1): Call "),
      {
        gone: ["validators of Call: { assertCall, callSchema, isCall, parseCall, validateCall }"],
        new: [
          "function parseCall(value: unknown, n?: 1): Call",
          "validators of Call: { assertCall, callSchema, isCall, validateCall }",
        ],
      },
    ],
    [
      "a name that is exported no more",
      "src/graph/factories/received.ts",
      (text) => replaced(text, "export function callRoute(", "function callRoute("),
      { gone: ["function callRoute(init?: CallRoute): CallRouteTagged"], new: [] },
    ],
    [
      "a new entry point",
      "package.json",
      (text) => replaced(text, '"exports": {', '"exports": { "./tags": { "types": "./dist/source.d.ts" },'),
      { gone: ["## `./source`"], new: ["- `./tags`", "## `./source`, `./tags`"] },
    ],
  ];
  test.each(rows)("%s", (_, path, edit, want) => {
    expect(changed(edit, path)).toEqual({ gone: want.gone, new: [...want.new].sort() });
  });

  test("a new type brings its own lines alone", () => {
    const added =
      'export interface Added extends ODataControl {\n  "@odata.type"?: "#n.added";\n  a?: AddedToo;\n}\nexport type AddedToo = Call;\n';
    const report = changed((text, path) => (path === types ? `${text}\n${added}` : text));
    const lines = [
      "interface Added extends ODataControl {",
      '  "@odata.type"?: "#n.added"',
      "  a?: AddedToo",
      "}",
      "type AddedToo = Call",
    ];
    expect(report).toEqual({ gone: [], new: lines.sort() });
  });

  test("every member of every type has a line", () => {
    let count = 0;
    const edited = changed((text, path) => {
      if (!/\/types\/(?:received|create|update|declared)\.ts$/.test(path)) return text;
      return text.replace(/^( {2}(?:"[^"]+"|\w+)\??: .*);$/gm, (_, member: string) => {
        count += 1;
        return `${member} | Edited;`;
      });
    });
    expect(count).toBeGreaterThan(2000);
    expect(edited.gone).toHaveLength(count);
    expect(edited.new.filter((line) => / \| Edited(?: \})?$/.test(line))).toHaveLength(count);
  });
});
