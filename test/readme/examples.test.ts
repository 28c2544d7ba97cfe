import { readFileSync } from "node:fs";
import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { format } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { packagePath } from "../../generator/package-root.ts";
import { blocks } from "./documents.ts";
import { compile, fileNames, load } from "./programs.ts";

const readme = blocks("README.md", "ts");

afterEach(() => {
  vi.restoreAllMocks();
});

describe("the examples", () => {
  const documents = ["README.md", "generated/README.md"];

  test.each(documents)("%s has some", (document) => {
    expect(blocks(document, "ts")).not.toEqual([]);
  });

  test("compile under strict, where every @ts-expect-error is one; one with a mistake would not", () => {
    const text = 'import { isCal } from "@odata-bindgen/msgraph-communications";\nisCal(1);\n';
    const mistake = { document: "mistake.md", language: "ts", line: 7, text };
    const examples = documents.flatMap((document) => blocks(document, "ts"));
    expect(compile([...examples, mistake])).toEqual([expect.stringMatching(/^mistake\.md:7 TS2724 .*isCal/)]);
  }, 120_000);
});

describe("examples that print do print what they say", () => {
  const printing = [...fileNames(readme)].filter(([, { text }]) => text.includes("// → "));

  test("there are some", () => {
    expect(printing.length).toBeGreaterThan(2);
  });

  test.each(printing.map(([name, block]) => [block.line, name, block.text] as const))(
    "line %i",
    async (_, name, text) => {
      const log = vi.spyOn(console, "log").mockReturnValue(undefined);
      await load(readme, name);
      const promised = [...text.matchAll(/\/\/ → (.*)$/gm)].map(([, output]) => output);
      expect(log.mock.calls.map((values) => format(...values))).toEqual(promised);
    },
  );
});

describe("the first example", () => {
  test("tells a call that is up from everything else", async () => {
    const after = [...fileNames(readme)].filter(([, { text }]) => text.includes("function isUp"))[1]?.[0] ?? "";
    const { isUp } = (await load(readme, after)) as { isUp: (text: string) => boolean };
    const verdicts = ["03-peer-call-establishing", "04-peer-call-established", "05-content-sharing-started"];
    expect(verdicts.map((name) => isUp(JSON.stringify(documented(name))))).toEqual([false, true, false]);
    expect(() =>
      isUp('{ "value": [{ "resourceData": { "@odata.type": "#microsoft.graph.call", "id": 1 } }] }'),
    ).toThrow("/value/0/resourceData/id");
  });
});

describe("the callback handler, behind a real server", () => {
  let server: Server;

  beforeAll(async () => {
    const loaded = (await load(readme, "server.ts")) as { server: Server };
    server = loaded.server.listen(0, "127.0.0.1");
    await once(server, "listening");
  });

  afterAll(async () => {
    server.close();
    await once(server, "close");
  });

  /** Posts a body; what the server answers, and what the handler says. */
  async function post(body: string): Promise<{ status: number; log: string[]; error: string[] }> {
    const log = vi.spyOn(console, "log").mockReturnValue(undefined);
    const error = vi.spyOn(console, "error").mockReturnValue(undefined);
    const { port } = server.address() as AddressInfo;
    const { status } = await fetch(`http://127.0.0.1:${port}/callback`, { method: "POST", body });
    const printed = (calls: unknown[][]): string[] => calls.map((values) => format(...values));
    return { status, log: printed(log.mock.calls), error: printed(error.mock.calls) };
  }

  test.each([
    ["03-peer-call-establishing", ["call 2e1a0b00-2db4-4022-9570-243709c565ab establishing"]],
    ["04-peer-call-established", ["call 2e1a0b00-b3c5-4b0f-99b3-c133bc1e6116 established"]],
    ["05-content-sharing-started", []],
    ["18-join-meeting-roster", ["participant John", "participant 05491616-385f-44a8-9974-18cc5f9933c1"]],
  ])("%s", async (name, log) => {
    expect(await post(JSON.stringify(documented(name)))).toEqual({ status: 202, log, error: [] });
  });

  test("names that the sender made up stay on their line", async () => {
    const body = '{"value":[{"\\u001b[2J\\n0 forged":{"@odata.type":"#microsoft.graph.call","state":5}}]}';
    const { error } = await post(body);
    expect(error).toEqual([expect.stringMatching(/^0 \[ '\\x1B\[2J\\n0 forged', 'state' \] Expected [^\p{C}]*$/u)]);
  });

  test("one notification of a new kind does not cost the others", async () => {
    const novel = { resourceData: { "@odata.type": "#microsoft.graph.hologram" } };
    const known = { resourceData: { "@odata.type": "#microsoft.graph.call", id: "1", state: "established" } };
    const { status, log, error } = await post(JSON.stringify({ value: [novel, known] }));
    expect({ status, log }).toEqual({ status: 202, log: ["call 1 established"] });
    expect(error).toEqual([expect.stringMatching(/^0 \[ 'resourceData', '@odata\.type' \] Expected one of /)]);
  });

  test.each(["", "{", "[]", "null", '{ "value": {} }'])("%j is refused", async (body) => {
    expect(await post(body)).toEqual({ status: 400, log: [], error: [] });
  });
});

/** The body of a documented request, response or notification. */
function documented(name: string): unknown {
  const file = packagePath("spec", "examples", "create-call", `${name}.json`);
  const { body } = JSON.parse(readFileSync(file, "utf8")) as { body: unknown };
  return body;
}
