import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { packagePath } from "../../generator/package-root.ts";
import { loadTemplates } from "../../generator/render/templates.ts";

const folder = mkdtempSync(join(tmpdir(), "odata-bindgen-templates-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;

/** What a template makes of a view. */
function render(template: string, view: object): string {
  count += 1;
  const own = join(folder, String(count));
  mkdirSync(own, { recursive: true });
  writeFileSync(join(own, "main.hbs"), template);
  return loadTemplates(own)("main", view);
}

const view = {
  name: "n",
  yes: true,
  no: false,
  missing: undefined,
  list: [
    { name: "a", words: ["x"] },
    { name: "b", words: [] },
  ],
  inner: { name: "i" },
};

describe("what a view has is printed", () => {
  test.each([
    ["{{name}}", "n"],
    ["{{inner.name}}", "i"],
    ["{{quote name}}", '"n"'],
    ["{{#if yes}}y{{else}}n{{/if}}{{#if no}}y{{else}}n{{/if}}", "yn"],
    ["{{#if missing}}y{{else}}undefined is there{{/if}}", "undefined is there"],
    [
      "{{#each list}}{{name}}{{#each words}}{{this}}{{/each}}{{@root.name}}{{#unless @last}},{{/unless}}{{/each}}",
      "axn,bn",
    ],
  ])("%s", (template, text) => {
    expect(render(template, view)).toBe(text);
  });

  test("nothing is escaped but by quote", () => {
    const hostile = `<&"'\u2028`;
    expect(render("{{name}} {{quote name}}", { name: hostile })).toBe(`${hostile} "<&\\"'\\u2028"`);
  });
});

describe("a misspelt name throws", () => {
  test.each([
    "{{nmae}}",
    "{{inner.nmae}}",
    "{{#if yse}}{{/if}}",
    "{{#unless yse}}{{/unless}}",
    "{{#if inner.yse}}{{/if}}",
    "{{#each lsit}}{{/each}}",
    "{{#each list}}{{nmae}}{{/each}}",
    "{{#each list}}{{#each wrods}}{{/each}}{{/each}}",
    "{{quote nmae}}",
    "{{quote inner.nmae}}",
    "{{#each list}}{{quote @root.nmae}}{{/each}}",
    "{{#each list}}{{@root.inner.nmae}}{{/each}}",
    "{{#each list}}{{#if @root.yse}}{{/if}}{{/each}}",
    "{{qoute name}}",
  ])("%s", (template) => {
    expect(() => render(template, view)).toThrow();
  });

  test("the message names it", () => {
    expect(() => render("{{#each lsit}}{{/each}}", view)).toThrow(
      "a template asks for lsit, which its view does not have",
    );
  });
});

describe("the templates of the tool", () => {
  const own = packagePath("templates");
  const names = readdirSync(own)
    .filter((name) => name.endsWith(".hbs"))
    .map((name) => name.slice(0, -".hbs".length));
  const load = loadTemplates(own);

  test.each(names)("%s compiles, and asks its view for what it prints", (name) => {
    // A template is compiled when it runs: over an empty view it fails because of a name, and of nothing else.
    const asks = readFileSync(join(own, `${name}.hbs`), "utf8").includes("{{");
    if (asks) expect(() => load(name, {})).toThrow(/does not have|not defined/);
    else expect(load(name, {})).not.toBe("");
  });

  test("no template asks for a variable of Handlebars that is none: it would be empty", () => {
    const variables = names.flatMap(
      (name) => readFileSync(join(own, `${name}.hbs`), "utf8").match(/(?<=\{\{[^}]*)@\w+/g) ?? [],
    );
    expect([...new Set(variables)].sort()).toEqual([]);
  });

  test("a template that is not there", () => {
    expect(() => load("nope", {})).toThrow("there is no template nope");
  });
});
