import { readdirSync, readFileSync } from "node:fs";
import { readTree } from "../golden/tree.ts";
import { packagePath } from "../../generator/package-root.ts";
import { closureOf } from "./closure.ts";
import { type Body, type Court, courtOf } from "./court.ts";
import type { Presence } from "./facts.ts";
import { loadPackages } from "./packages.ts";
import { readFacts } from "./read-facts.ts";

interface Config {
  readonly metadata: string;
  readonly overlay: readonly string[];
  readonly roots: readonly string[];
  readonly serviceRoot: string;
}

/** The package of the project, judged by its metadata. Takes bodies beside those of the project. */
export async function graphCourt(others: readonly Body[] = []): Promise<Court> {
  const folder = packagePath("spec", "graph");
  const config = JSON.parse(readFileSync(`${folder}/config.json`, "utf8")) as Config;
  const texts = [config.metadata, ...config.overlay].map((file) => readFileSync(`${folder}/${file}`, "utf8"));
  const facts = readFacts(texts);
  const notDerived = new Set<string>();
  const closure = closureOf(facts, { roots: config.roots, notDerived });
  const emitted = readTree(packagePath("generated"), (path) => path.startsWith("src/"));
  const loaded = (await loadPackages(new Map([["graph", emitted]]))).get("graph");
  if (loaded === undefined) throw new Error("no package");
  const bodies = [...ownBodies(), ...others].filter(({ name }) => loaded.registry.has(name));
  const service = { facts, closure, notDerived, ieee754Compatible: false, serviceRoot: config.serviceRoot };
  return courtOf("graph", service, loaded, bodies);
}

/** Bodies that the documentation of one page shows. */
function ownBodies(): readonly Body[] {
  const folder = packagePath("spec", "examples", "create-call");
  const files = readdirSync(folder).filter((file) => file.endsWith(".json") && !file.endsWith(".warnings.json"));
  return files.map((file) => {
    const { type, presence, body } = JSON.parse(readFileSync(`${folder}/${file}`, "utf8")) as Example;
    return { name: type, presence, value: body };
  });
}

interface Example {
  readonly type: string;
  readonly presence: Presence;
  readonly body: unknown;
}

/** Bodies that other pages show, where they are at hand. Not imported before they are needed: that takes a second. */
export async function otherBodies(): Promise<readonly Body[]> {
  const { haveDocuments, readDocuments } = await import("../examples/documents.ts");
  const documents = haveDocuments() ? readDocuments().filter(({ collection }) => !collection) : [];
  return documents.map(({ type, role, json }): Body => {
    return { name: type, presence: role === "request" ? "create" : "received", value: json };
  });
}
