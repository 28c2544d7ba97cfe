import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { packagePath } from "../../generator/package-root.ts";
import { npm } from "./npm.ts";

/** A package as `npm publish` would send it. */
export interface Packed {
  readonly name: string;
  readonly version: string;
  /** The tarball. */
  readonly file: string;
  /** Paths of what is in it, sorted. */
  readonly contents: readonly string[];
}

declare module "vitest" {
  interface ProvidedContext {
    /** The flagship package. */
    bindings: Packed;
    /** This project. */
    tool: Packed;
    /** An empty project in which the flagship package is installed. */
    consumer: string;
  }
}

/** What an earlier version may have left in `dist/`. */
export const leftovers = [
  packagePath("generated", "dist", "left-behind.js"),
  packagePath("dist", "chunk-LEFTOVER.js"),
] as const;

/** Packs both packages, and installs the flagship package as a user does. */
export default async function setup({ provide }: TestProject): Promise<() => void> {
  // Bundlers name files by their real paths, and some systems' temporary folders are links.
  const folder = realpathSync.native(mkdtempSync(join(tmpdir(), "odata-bindgen-package-")));
  for (const file of leftovers) {
    mkdirSync(join(file, ".."), { recursive: true });
    writeFileSync(file, "");
  }
  const [bindings, tool] = await Promise.all([pack(packagePath("generated"), folder), pack(packagePath(), folder)]);
  provide("bindings", bindings);
  provide("tool", tool);
  provide("consumer", await install(bindings, join(folder, "consumer")));
  return () => rmSync(folder, { recursive: true, force: true });
}

async function pack(root: string, destination: string): Promise<Packed> {
  // Without the first, what the scripts print would stand before the JSON.
  const args = ["--foreground-scripts=false", "--json", "--pack-destination", destination];
  const [report] = JSON.parse(await npm(["pack", ...args], root)) as [Report];
  const contents = report.files.map(({ path }) => path).sort();
  return { name: report.name, version: report.version, file: join(destination, report.filename), contents };
}

interface Report {
  readonly name: string;
  readonly version: string;
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

/** It has no dependencies, so no registry is needed. */
async function install({ file }: Packed, folder: string): Promise<string> {
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "consumer", private: true, type: "module" }));
  await npm(["install", "--offline", "--no-audit", "--no-fund", file], folder);
  return folder;
}
