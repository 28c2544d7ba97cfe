import type { Node } from "jsonc-parser";
import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { BindgenError, inOrder, maxProblems, type Place, type Problem } from "../errors.ts";
import { excerpt } from "../excerpt.ts";
import { gitLocation, parseGitLocation } from "../git-location.ts";
import { decodeUtf8, parseJson, parseJsonTree } from "../json.ts";
import { reason } from "../system-error.ts";
import { conflictsOf } from "./conflicts.ts";
import { defaultPackage, locate, locateFile } from "./defaults.ts";
import { repeatedKeys } from "./repeated-keys.ts";
import { checkConfig, type ConfigOutput } from "./schema.ts";
import type { Config } from "./types.ts";
import type { Violation } from "./violations.ts";

/** Reads the bytes at a location: a path, or a file in a git revision. */
export type ReadLocation = (location: string) => Promise<Uint8Array>;

/**
 * Reads a config file and returns the configuration of each output that it describes, in its order: checked against the
 * published schema, paths made absolute, defaults filled in. What a file of a git revision names lies in that revision
 * as well, `out` aside. Throws with the place in the file where it breaks a rule.
 */
export async function readConfigs(location: string, read: ReadLocation = readPath): Promise<readonly Config[]> {
  const text = await readText(location, read);
  const value = await parseJson(text, location);
  // Of what was committed the last counts, as it did then: nobody can correct it.
  if (parseGitLocation(location) === undefined) await demandSingle(text, location, value);
  const checked = await checkConfig(value);
  if (!checked.ok) throw await violated(text, location, checked.violations);
  const configs = checked.outputs.map((output) => complete(output, location));
  const conflicts = conflictsOf(configs);
  if (conflicts.length > 0) throw await violated(text, location, conflicts);
  return configs;
}

async function demandSingle(text: string, file: string, value: unknown): Promise<void> {
  const repeated = await repeatedKeys(text, value);
  if (repeated.length === 0) return;
  const problems = repeated.slice(0, maxProblems).map(({ key, offset }): Problem => {
    const hint = "only the last would count: write down one of them";
    return { place: atOffset(text, file, offset), message: `"${excerpt(key, 70)}" stands here again`, hint };
  });
  throw new BindgenError("usage", inOrder(problems), { more: repeated.length - problems.length });
}

function readPath(file: string): Promise<Uint8Array> {
  return readFile(file);
}

async function readText(file: string, read: ReadLocation): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = await read(file);
  } catch (error) {
    if (error instanceof BindgenError) throw error;
    throw new BindgenError("input", { place: { file }, message: `cannot read the configuration: ${reason(error)}` });
  }
  const text = decodeUtf8(bytes);
  if (text === undefined) throw new BindgenError("input", { place: { file }, message: "this is not UTF-8 text" });
  return text;
}

function complete({ name, file }: ConfigOutput, location: string): Config {
  const git = parseGitLocation(location);
  const path = resolve(git?.path ?? location);
  const folder = git === undefined ? dirname(path) : gitLocation({ ...git, path: dirname(path) });
  const out = resolve(dirname(path), file.out);
  return {
    name,
    from: git === undefined ? path : location,
    metadata: locate(folder, file.metadata),
    source: file.source,
    overlay: (file.overlay ?? []).map((document) => locateFile(folder, document)),
    out,
    roots: file.roots,
    derived: new Map(Object.entries(file.derived ?? {})),
    docs: file.docs ?? "metadata",
    serviceRoot: file.serviceRoot,
    mainNamespace: file.mainNamespace,
    modules: new Map(Object.entries(file.modules ?? {})),
    names: new Map(Object.entries(file.names ?? {})),
    openTypes: file.openTypes ?? "closed",
    ieee754Compatible: file.ieee754Compatible ?? false,
    apiReport: file.apiReport ?? false,
    package: { ...defaultPackage(out), ...file.package },
  };
}

async function violated(text: string, file: string, violations: readonly Violation[]): Promise<BindgenError> {
  const placeOf = await placesIn(text, file);
  const problems = violations.map(({ path, output, message, hint }): Problem => {
    return { place: placeOf(path, output), message, hint };
  });
  // What is said for all outputs is wrong once.
  return new BindgenError("usage", inOrder(problems));
}

/** Takes an error, returns it with the places of the settings that its problems come from. */
export async function withPlaces(error: unknown, config: Config): Promise<unknown> {
  if (!(error instanceof BindgenError) || error.problems.every(({ setting }) => setting === undefined)) return error;
  const { kind, more, cause } = error;
  return new BindgenError(kind, await placeSettings(error.problems, config), { more, cause });
}

/** Takes problems, returns each that comes from a setting with its place in the file that the configuration was read from. */
export async function placeSettings(
  problems: readonly Problem[],
  { from, name, overridden = [] }: Config,
): Promise<readonly Problem[]> {
  const ofFile = ({ setting, place }: Problem): boolean =>
    setting !== undefined && place === undefined && !overridden.includes(setting[0] ?? "");
  if (!problems.some(ofFile)) return problems;
  const text = await readText(from, readPath).catch(() => undefined);
  if (text === undefined) return problems;
  const placeOf = await placesIn(text, from);
  return problems.map((problem) => {
    return ofFile(problem) ? { ...problem, place: placeOf(problem.setting ?? [], name) } : problem;
  });
}

/**
 * Finds the places of keys, or of what stands nearest around them. What an output does not say itself is said for all, if
 * it is said at all.
 */
async function placesIn(text: string, file: string): Promise<(path: readonly string[], output?: string) => Place> {
  const { findNodeAtLocation } = await import("jsonc-parser");
  const tree = await parseJsonTree(text);
  return (path, output) => {
    if (tree === undefined) return { file };
    const own = output === undefined ? [] : ["outputs", output];
    const has = (start: readonly string[]): boolean =>
      findNodeAtLocation(tree, [...start, ...path.slice(0, 1)]) !== undefined;
    const start = has(own) || !has([]) ? own : [];
    return atOffset(text, file, find(tree, [...start, ...path]).offset);
  };
}

/** The last key or item on the way that is written in the file: what lacks a key is named itself. */
function find(node: Node, [key, ...rest]: readonly string[]): Node {
  if (key === undefined) return node;
  const children = node.children ?? [];
  if (node.type === "array") {
    const item = children[Number(key)];
    return item === undefined ? node : find(item, rest);
  }
  const property = children.find((child) => child.children?.[0]?.value === key);
  const value = property?.children?.[1];
  if (property === undefined || value === undefined) return node;
  const found = find(value, rest);
  return found === value ? property : found;
}

function atOffset(text: string, file: string, offset: number): Place {
  const before = text.slice(0, offset).split("\n");
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
