import { readdirSync, readFileSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packagePath } from "../../generator/package-root.ts";
import { csdlText } from "../model/support.ts";
import { folderWith, run, type Result } from "./support.ts";

const shop = csdlText(`
  <EnumType Name="size"><Member Name="small" Value="0"/></EnumType>
  <ComplexType Name="box"><Property Name="width" Type="Edm.Int32"/></ComplexType>
  <EntityType Name="order"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/>
    <Property Name="size" Type="n.size"/><Property Name="box" Type="n.box"/></EntityType>`);

let folder = "";
beforeAll(async () => {
  folder = await folderWith({
    "shop.xml": shop,
    "config.json": JSON.stringify({ metadata: "shop.xml", overlay: ["overlay.xml"], out: "out", roots: "all" }),
    "overlay.xml": csdlText(""),
    "bodies/b.json": '{ "type": "n.order", "json": { "id": "1", "size": "large", "paid": true, } }',
    "bodies/a/deep.json": '{ "@odata.type": "#n.order", "paid": null, "box": { "@odata.type": "#n.crate" } }',
    "bodies/c.ndjson": '{"type":"n.order","json":{"paid":false}}\n\n{"type":"n.order",\n{"type":"n.gone","json":{}}\n',
    "bodies/broken.json": "HTTP/1.1 200 OK",
    "bodies/latin.json": Uint8Array.of(0x22, 0xe9, 0x22),
    "bodies/note.txt": "{",
    "more/d.json": '{ "id": "\\u001b[2J", "size": "small", "\\u001b[2J": 1 }',
    "empty/note.txt": "",
    "strange/e.json": '{ "error": { "code": "x" } }',
    "strange/f.json": '{ "type": "n.gone", "json": {} }',
    "nothing/g.json": "{}",
  });
});
afterAll(() => rm(folder, { recursive: true }));

function inspect(...args: string[]): Promise<Result> {
  return run(["inspect", "--config", "config.json", ...args], { cwd: folder });
}

const both = ["--payloads", "bodies", "--payloads", "more"];

test("lists what bodies hold and nothing declares, and how to declare it", async () => {
  const { code, stdout, stderr } = await inspect(...both);
  expect(stdout).toBe(`members that nothing declares:
  n.order/\\u001b[2J  1 time
      Edm.Int32, by its values
      not to be picked: CSDL allows no such name
      more/d.json#/\\u001b[2J
  n.order/paid       3 times
      Edm.Boolean, by its values
      bodies/a/deep.json#/paid and 2 more

members of enumerations that nothing declares:
  n.size/large  1 time
      bodies/b.json#/json/size

discriminators that do not belong where they stand:
  n.crate  1 time
      where n.box is declared
      to declare it as a type: --pick n.crate
      bodies/a/deep.json#/box/@odata.type

bodies taken for a type that they do not name:
  n.order  1 body
      more/d.json

not looked at:
  it is said to be n.gone, which is not in the package
      bodies/c.ndjson:4#/json

4 bodies: 2 members, 1 member of an enumeration, 1 discriminator to look at
--pick n.order/paid (repeatable) or --pick all prints an overlay that declares it
`);
  const warnings = stderr.split("warning: ").slice(1);
  expect(warnings).toEqual([
    expect.stringMatching(/^bodies\/b\.json:1:\d+: this is not quite JSON: .*\n {2}it is read all the same\n$/),
    expect.stringMatching(/^bodies\/broken\.json:1:1: this is not JSON: .*\n {2}it is left out\n$/),
    expect.stringMatching(/^bodies\/c\.ndjson:3:\d+: this is not JSON: .*\n {2}it is left out\n$/),
    "bodies/latin.json: this is not UTF-8 text\n  it is left out\n",
  ]);
  expect(code).toBe(0);
});

test("where no body can be read, that is an error", async () => {
  const { code, stdout, stderr } = await inspect("--payloads", "bodies/broken.json", "--payloads", "bodies/latin.json");
  expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
  expect(stderr).toMatch(
    /^error: bodies\/broken\.json:1:1: this is not JSON: .*\nerror: bodies\/latin\.json: this is not UTF-8 text\n$/,
  );
});

test("where no body can be judged, that is an error as well; where there is nothing in them, it is none", async () => {
  const { code, stdout, stderr } = await inspect("--payloads", "strange");
  expect(stdout).toMatch(
    /^not looked at:\n {2}an error response\n.*\n.* n\.gone, .*\n.*\n\n0 bodies: nothing was looked at\n$/,
  );
  expect(stderr).toMatch(/^error: no body was looked at, .*\n {2}say what each is: .*\n$/);
  expect(code).toBe(3);
  const json = await inspect("--payloads", "strange", "--json");
  expect(json).toMatchObject({ code, stderr });
  expect(JSON.parse(json.stdout)).toMatchObject({ bodies: 0, unrecognised: [{}, {}] });
  const nothing = await inspect("--payloads", "nothing");
  expect(nothing).toEqual({ code: 0, stdout: "0 bodies: there is nothing in them\n", stderr: "" });
});

test("--json", async () => {
  const { code, stdout } = await inspect("--json", ...both);
  expect(JSON.parse(stdout)).toEqual({
    bodies: 4,
    members: [
      expect.objectContaining({ path: "n.order/\u001b[2J", obstacle: "CSDL allows no such name" }),
      {
        path: "n.order/paid",
        type: "Edm.Boolean",
        basis: "by its values",
        count: 3,
        places: [
          { file: "bodies/a/deep.json", pointer: "/paid" },
          { file: "bodies/b.json", pointer: "/json/paid" },
          { file: "bodies/c.ndjson:1", pointer: "/json/paid" },
        ],
        samples: ["null", "true", "false"],
      },
    ],
    enumMembers: [{ path: "n.size/large", count: 1, places: [{ file: "bodies/b.json", pointer: "/json/size" }] }],
    discriminators: [
      {
        name: "n.crate",
        kind: "unknown",
        declared: "n.box",
        members: ["n.order/box"],
        count: 1,
        places: [{ file: "bodies/a/deep.json", pointer: "/box/@odata.type" }],
      },
    ],
    guesses: [{ file: "more/d.json", pointer: "", type: "n.order" }],
    unrecognised: [
      { file: "bodies/c.ndjson:4", pointer: "/json", reason: "it is said to be n.gone, which is not in the package" },
    ],
    fragment: null,
  });
  expect(code).toBe(0);
});

test("--pick prints an overlay, and with it nothing is left to declare", async () => {
  const { code, stdout: overlay } = await inspect("--pick", "n.order/paid", "--pick", "n.size/large", ...both);
  expect(code).toBe(0);
  expect(overlay).toMatch(/^<\?xml [\s\S]*<\/edmx:Edmx>\n$/);
  expect(overlay).toContain('<Annotation Term="Bindgen.Evidence" String="a/deep.json, b.json, c.ndjson" />');
  expect(overlay).not.toContain("crate");
  const { stdout: json } = await inspect("--json", "--pick", "n.order/paid", "--pick", "n.size/large", ...both);
  expect(JSON.parse(json)).toMatchObject({ fragment: overlay });
  const { stdout: all } = await inspect("--pick", "all", ...both);
  await writeFile(join(folder, "overlay.xml"), all);
  try {
    const body = ["--payloads", join("bodies", "b.json"), "--payloads", join("bodies", "a")];
    expect((await inspect(...body)).stdout).toBe("2 bodies: everything in them is declared\n");
    expect((await inspect(...body, "--no-overlay")).stdout).toContain("1 member, 1 member of an enumeration");
  } finally {
    await writeFile(join(folder, "overlay.xml"), csdlText(""));
  }
});

test.each([
  [["--payloads", "none"], 3, "none: the payloads cannot be read: there is no such file or folder"],
  [["--payloads", "empty"], 3, "empty: there is no *.json or *.ndjson file in it"],
  [
    ["--payloads", "bodies", "--pick", "n.order/payd"],
    2,
    '--pick n.order/payd: there is no such finding\n  did you mean "n.order/paid"?',
  ],
  [["--pick", "all"], 2, "--pick needs --payloads\n  see odata-bindgen inspect --help"],
  [["n.order", "--payloads", "bodies"], 2, "a type and --payloads exclude each other\n  leave one of them out"],
])("%j", async (args, code, message) => {
  const result = await inspect(...args);
  expect([result.code, result.stdout, result.stderr.split("error: ").at(-1)]).toEqual([code, "", `${message}\n`]);
});

describe("the flagship, with an overlay from its own examples", () => {
  const examples = packagePath("spec", "examples", "create-call");

  /** Each example as a case of `validate --ndjson`. */
  function cases(): string {
    const files = readdirSync(examples).filter((file) => !file.endsWith(".warnings.json"));
    const lines = files.map((file) => {
      const { type, collection, presence, body } = JSON.parse(readFileSync(join(examples, file), "utf8")) as Record<
        string,
        unknown
      >;
      return JSON.stringify({ type, collection, presence, json: body });
    });
    return `${lines.join("\n")}\n`;
  }

  test("all are valid, without a warning", async () => {
    const { stdout: overlay } = await run(["inspect", "--payloads", examples, "--no-overlay", "--pick", "all"]);
    await writeFile(join(folder, "flagship.xml"), overlay);
    const given = JSON.parse(readFileSync(packagePath("spec", "graph", "config.json"), "utf8")) as Record<
      string,
      unknown
    >;
    const paths = {
      metadata: packagePath("spec", "graph", "v1.0.csdl.xml"),
      overlay: ["flagship.xml"],
      out: "flagship",
      apiReport: false,
    };
    await writeFile(join(folder, "flagship.json"), JSON.stringify({ ...given, $schema: undefined, ...paths }));
    expect((await run(["generate", "--config", "flagship.json"], { cwd: folder })).code).toBe(0);
    const { code, stdout } = await run(["validate", "--ndjson", "--package", "flagship", "-"], {
      cwd: folder,
      input: cases(),
    });
    const results = stdout.trim().split("\n");
    expect(results.filter((line) => line !== '{"ok":true,"issues":[]}')).toEqual([]);
    expect([code, results.length]).toEqual([0, 29]);
  }, 120_000);
});
