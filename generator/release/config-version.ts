import { applyEdits, findNodeAtLocation, modify, parseTree } from "jsonc-parser";
import { BindgenError } from "../errors.ts";
import { isRecord } from "../json.ts";

/**
 * The keys that lead to the version of an output in the text of a config file: its own, or the one that it shares with
 * others. Undefined where the file has no `package` for it.
 * @param output name of the output; undefined where the file describes one package
 */
export function versionKeys(configText: string, output: string | undefined): readonly string[] | undefined {
  const tree = parseTree(configText);
  const own = output === undefined ? [] : [["outputs", output, "package"]];
  const keys = [...own, ["package"]].find((path) => tree !== undefined && findNodeAtLocation(tree, path) !== undefined);
  return keys && [...keys, "version"];
}

/**
 * The text of a config file with another version at the keys; every other character stays.
 * @throws BindgenError `usage` where a key on the way is written twice: the first is the one that an edit finds, the last
 * the one that counts
 */
export function withVersion(configText: string, keys: readonly string[], version: string): string {
  const edited = applyEdits(configText, modify(configText, [...keys], version, {}));
  if (valueAt(JSON.parse(edited), keys) === version) return edited;
  const message = `"${keys.join(".")}" cannot be set, because a key on the way to it is written twice`;
  throw new BindgenError("usage", { message, hint: "keep the last one: it is the one that counts" });
}

function valueAt(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return value;
  return isRecord(value) ? valueAt(value[key], rest) : undefined;
}
