import { applyEdits, findNodeAtLocation, modify, parseTree } from "jsonc-parser";

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

/** The text of a config file, in which no key stands twice, with another version at the keys; all else stays. */
export function withVersion(configText: string, keys: readonly string[], version: string): string {
  return applyEdits(configText, modify(configText, [...keys], version, {}));
}
