import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { cp, mkdtemp, readdir, readFile, readlink, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { folderWith, run, type Result } from "./support.ts";

/** A whole document of CSDL around one schema `shop`. */
export function document(schema: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
  <edmx:DataServices>
    <Schema Namespace="shop" xmlns="http://docs.oasis-open.org/odata/ns/edm">
${schema}
    </Schema>
  </edmx:DataServices>
</edmx:Edmx>
`;
}

/** The metadata of a shop with six types, of which three are behind `orders`. */
export function shop({ order = "", types = "" } = {}): string {
  return document(`
      <EnumType Name="size"><Member Name="small" /><Member Name="large" /></EnumType>
      <ComplexType Name="line"><Property Name="size" Type="shop.size" /></ComplexType>
      <EntityType Name="order">
        <Key><PropertyRef Name="id" /></Key>
        <Property Name="id" Type="Edm.String" Nullable="false" />
        <Property Name="lines" Type="Collection(shop.line)" />${order}
      </EntityType>
      <ComplexType Name="address"><Property Name="street" Type="Edm.String" /></ComplexType>
      <EntityType Name="customer">
        <Key><PropertyRef Name="id" /></Key>
        <Property Name="id" Type="Edm.String" Nullable="false" />
        <Property Name="home" Type="shop.address" />
      </EntityType>
      <ComplexType Name="color"><Property Name="rgb" Type="Edm.String" /></ComplexType>${types}
      <EntityContainer Name="service">
        <EntitySet Name="orders" EntityType="shop.order" />
        <EntitySet Name="customers" EntityType="shop.customer" />
      </EntityContainer>`);
}

/** An overlay that gives an order a note. */
export const overlay = document(`<EntityType Name="order"><Property Name="note" Type="Edm.String" /></EntityType>`);

/** What `spec/config.json` says where a test says nothing else. */
export const config = { metadata: "shop.csdl.xml", overlay: ["overlay.xml"], out: "../out", roots: ["orders"] };

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

/** A project with a config, an overlay and nothing generated. */
export async function project(content: object, files: Readonly<Record<string, string>> = {}): Promise<string> {
  const written = { "spec/config.json": JSON.stringify(content), "spec/overlay.xml": overlay, ...files };
  const folder = await folderWith(written);
  folders.push(folder);
  return folder;
}

/** A copy of a project with another config. */
export async function copyOf(original: string, content: object): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "cli-"));
  folders.push(folder);
  await cp(original, folder, { recursive: true });
  await writeFile(join(folder, "spec", "config.json"), JSON.stringify(content));
  return folder;
}

/** Runs `refresh` in a project. What it would leave in the folder for temporary files shows in the project. */
export function refresh(folder: string, ...args: readonly string[]): Promise<Result> {
  const env = { TMPDIR: folder, TEMP: folder, NO_COLOR: "1" };
  return run(["refresh", "--config", "spec/config.json", ...args], { cwd: folder, env });
}

/** Everything below a folder by its path: folders, the targets of links, and hashes of files. */
export async function tree(folder: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  const walk = async (path: string): Promise<void> => {
    for (const entry of await readdir(join(folder, path), { withFileTypes: true })) {
      const inner = path === "" ? entry.name : `${path}/${entry.name}`;
      const full = join(folder, inner);
      if (entry.isSymbolicLink()) found[inner] = `→ ${await readlink(full)}`;
      else if (entry.isDirectory()) {
        found[inner] = "folder";
        await walk(inner);
      } else
        found[inner] = createHash("sha256")
          .update(await readFile(full))
          .digest("hex");
    }
  };
  await walk("");
  return found;
}

/** The files of a project outside the folders of its packages. */
export async function besidePackages(folder: string, ...packages: readonly string[]): Promise<string[]> {
  const files = Object.entries(await tree(folder)).filter(([, what]) => what !== "folder");
  return files.map(([path]) => path).filter((path) => !packages.includes(path.split("/")[0] ?? ""));
}

/** One service of a server: its acts answer one request each, the last all that follow. */
export interface Service {
  readonly source: string;
  readonly requests: readonly IncomingMessage[];
  /** Answers from now on. */
  readonly act: (...acts: readonly RequestListener[]) => void;
}

/** A server of many services, each below a path of its own: `…/7/v1.0/$metadata`. */
export async function startServer(): Promise<{
  readonly service: (...acts: readonly RequestListener[]) => Service;
  readonly close: () => Promise<void>;
}> {
  const services: { acts: readonly RequestListener[]; readonly requests: IncomingMessage[] }[] = [];
  const server = createServer((request, response) => {
    const service = services[Number(request.url?.split("/")[1])];
    service?.requests.push(request);
    const [act, ...others] = service?.acts ?? [];
    if (service !== undefined && others.length > 0) service.acts = others;
    act?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    service: (...acts) => {
      const one = { acts, requests: [] as IncomingMessage[] };
      const source = `http://127.0.0.1:${port}/${services.length}/v1.0/$metadata`;
      services.push(one);
      return { source, requests: one.requests, act: (...next) => void (one.acts = next) };
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Answers with a document, with a tag if there is one, and 304 to who has that. */
export function answer(text: string, etag?: string): RequestListener {
  return (request, response) => {
    if (etag !== undefined) response.setHeader("etag", etag);
    if (etag !== undefined && request.headers["if-none-match"] === etag) response.writeHead(304).end();
    else response.end(text);
  };
}
