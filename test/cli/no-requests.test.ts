/* Nothing but what was named on the command line or in the config is ever read: documents and schemas name URLs too. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { rm } from "node:fs/promises";
import { expect, onTestFinished, test } from "vitest";
import { folderWith, run } from "./support.ts";

/** A server that notes what it is asked for. */
async function listen(): Promise<{ readonly url: string; readonly asked: readonly string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

const document = (url: string): string => `<?xml version="1.0"?>
<?xml-stylesheet href="${url}/style"?>
<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a ${url}/xsd">
<edmx:Reference Uri="${url}/reference"><edmx:Include Namespace="other" /></edmx:Reference>
<edmx:DataServices>
<Schema Namespace="shop" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<ComplexType Name="Thing">
<Property Name="name" Type="Edm.String">
<Annotation Term="Org.OData.Core.V1.LongDescription" String="![x](${url}/image)" />
</Property>
</ComplexType>
</Schema></edmx:DataServices></edmx:Edmx>`;

test("no document and no config makes the tool ask a server", async () => {
  const { url, asked } = await listen();
  const config = { $schema: `${url}/schema`, metadata: "m.xml", source: `${url}/$metadata`, out: "out", roots: "all" };
  const files = { "m.xml": document(url), "config.json": JSON.stringify(config), "body.json": "{}" };
  const folder = await folderWith(files);
  onTestFinished(() => rm(folder, { recursive: true }));
  const commands = [
    ["generate", "--config", "config.json"],
    ["inspect", "--config", "config.json"],
    ["diff", "m.xml", "m.xml"],
    ["validate", "--package", "out", "--type", "shop.Thing", "body.json"],
  ];
  for (const args of commands) {
    const { code, stderr } = await run(args, { cwd: folder });
    expect([args[0], code, stderr]).toEqual([args[0], 0, expect.any(String)]);
  }
  expect(asked).toEqual([]);
  // The server is there, and is asked where the command says so.
  await run(["refresh", "--config", "config.json", "--retries", "0"], { cwd: folder });
  expect(asked).toEqual(["/$metadata"]);
});
