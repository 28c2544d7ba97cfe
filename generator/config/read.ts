import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { BindgenError, type Place, type Problem } from "../errors.ts";
import { decodeUtf8, parseJson } from "../json.ts";
import { reason } from "../system-error.ts";
import { defaultPackage, locate } from "./defaults.ts";
import { checkConfig, type ConfigFile, type Violation } from "./schema.ts";
import type { Config } from "./types.ts";

/** Reads a config file: checked against the published schema, paths made absolute, defaults filled in. */
export async function readConfig(file: string): Promise<Config> {
  const text = await readText(file);
  const checked = await checkConfig(await parseJson(text, file));
  if (!checked.ok) throw new BindgenError("usage", await locateViolations(text, file, checked.violations));
  return complete(checked.config, file);
}

async function readText(file: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    throw new BindgenError("input", { place: { file }, message: `cannot read the configuration: ${reason(error)}` });
  }
  const text = decodeUtf8(bytes);
  if (text === undefined) throw new BindgenError("input", { place: { file }, message: "this is not UTF-8 text" });
  return text;
}

function complete(written: ConfigFile, file: string): Config {
  const folder = dirname(resolve(file));
  const out = resolve(folder, written.out);
  return {
    from: resolve(file),
    metadata: locate(folder, written.metadata),
    source: written.source,
    overlay: (written.overlay ?? []).map((name) => resolve(folder, name)),
    out,
    roots: written.roots,
    derived: new Map(Object.entries(written.derived ?? {})),
    docs: written.docs ?? "metadata",
    serviceRoot: written.serviceRoot,
    mainNamespace: written.mainNamespace,
    modules: new Map(Object.entries(written.modules ?? {})),
    names: new Map(Object.entries(written.names ?? {})),
    openTypes: written.openTypes ?? "closed",
    ieee754Compatible: written.ieee754Compatible ?? false,
    package: { ...defaultPackage(out), ...written.package },
  };
}

async function locateViolations(text: string, file: string, violations: readonly Violation[]): Promise<Problem[]> {
  const { findNodeAtLocation, parseTree } = await import("jsonc-parser");
  const tree = parseTree(text);
  return violations.map(({ path, message, hint }) => {
    const node = tree === undefined ? undefined : findNodeAtLocation(tree, [...path]);
    const place =
      node === undefined
        ? { file }
        : placeAt(text, file, node.parent?.type === "property" ? node.parent.offset : node.offset);
    return { place, message, hint };
  });
}

function placeAt(text: string, file: string, offset: number): Place {
  const before = text.slice(0, offset).split("\n");
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
