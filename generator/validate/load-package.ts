import { existsSync } from "node:fs";
import { join } from "node:path";
import type { BuildFailure } from "esbuild";
import { BindgenError, type Problem } from "../errors.ts";
import { isRecord } from "../json.ts";

/** A generated validator, seen from outside: what it returns is looked at before it is believed. */
export type Validate = (value: unknown, options: { readonly strict: boolean }) => unknown;

/** What a generated package can judge. Maps, so that no name reaches a prototype. */
export interface LoadedPackage {
  /** By qualified name or operation key, then by presence. */
  readonly types: ReadonlyMap<string, ReadonlyMap<string, Validate>>;
  /** Makes the validator of a collection out of that of its items. */
  readonly collectionOf: (item: Validate) => Validate;
}

/** Bundles a generated package in memory and loads it; the package needs no build of its own. */
export async function loadPackage(folder: string): Promise<LoadedPackage> {
  const entry = ["src/registry.ts", "dist/registry.js"].find((path) => existsSync(join(folder, path)));
  if (entry === undefined) {
    const message = existsSync(folder)
      ? "this is no generated package: it lacks src/registry.ts"
      : "there is no such folder";
    throw new BindgenError("input", {
      place: { file: folder },
      message,
      hint: "write one with odata-bindgen generate",
    });
  }
  const code = await bundle(join(folder, entry));
  const url = `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`;
  const loaded: unknown = await import(url);
  const types = isRecord(loaded) && isRecord(loaded["registry"]) ? readRegistry(loaded["registry"]) : undefined;
  const collection: unknown = isRecord(loaded) ? loaded["validateCollection"] : undefined;
  if (types === undefined || !isFactory(collection)) {
    const message = "this is no registry of this version: it exports no registry or no validateCollection";
    throw new BindgenError("input", {
      place: { file: join(folder, entry) },
      message,
      hint: "generate the package again",
    });
  }
  return { types, collectionOf: collection };
}

async function bundle(entry: string): Promise<string> {
  const { build } = await import("esbuild");
  try {
    const result = await build({
      entryPoints: [entry],
      bundle: true,
      write: false,
      format: "esm",
      platform: "neutral",
      target: "node20",
      logLevel: "silent",
      // The folder may lie in a project with settings of its own.
      tsconfigRaw: {},
    });
    return result.outputFiles[0]?.text ?? "";
  } catch (error) {
    if (!isBuildFailure(error)) throw error;
    throw new BindgenError("input", error.errors.map(toProblem), { cause: error });
  }
}

function toProblem({ text, location }: BuildFailure["errors"][number]): Problem {
  const hint = "a generated package is not edited by hand; generate it again";
  if (location === null) return { message: text, hint };
  return { place: { file: location.file, line: location.line, column: location.column + 1 }, message: text, hint };
}

function readRegistry(registry: Record<string, unknown>): LoadedPackage["types"] {
  const validators = (entry: unknown): [string, Validate][] =>
    Object.entries(isRecord(entry) ? entry : {}).flatMap(([presence, access]): [string, Validate][] => {
      const validate: unknown = isRecord(access) ? access["validate"] : undefined;
      return isValidate(validate) ? [[presence, validate]] : [];
    });
  return new Map(Object.entries(registry).map(([name, entry]) => [name, new Map(validators(entry))]));
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && "errors" in error && Array.isArray(error.errors) && error.errors.length > 0;
}

function isValidate(value: unknown): value is Validate {
  return typeof value === "function";
}

function isFactory(value: unknown): value is LoadedPackage["collectionOf"] {
  return typeof value === "function";
}
