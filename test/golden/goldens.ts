import { packagePath } from "../../generator/package-root.ts";
import { hasHeader } from "../../generator/output/plan-changes.ts";
import { compareCodeUnits } from "../../generator/sort.ts";
import { wholePackage } from "./cases.ts";
import type { Tree } from "./tree.ts";

/** Where the goldens stand: a folder for each case, and one for what most cases have in common. */
export const goldenFolder = packagePath("test", "golden", "output");

/** The folder of the files that every case has, in the text that most have: `index.ts`, `wire.ts`… */
export const common = "common";

/**
 * How the outputs of the cases stand in the golden folder. A file that every case has, with one text in more than half
 * of them, stands there once; a case that differs has its own beside it.
 */
export function layOut(outputs: ReadonlyMap<string, Tree>): Tree {
  const shared = sharedFiles([...outputs.values()]);
  const files = new Map([...shared].map(([path, text]) => [`${common}/${path}`, text]));
  for (const [name, output] of outputs) {
    for (const [path, text] of output) if (shared.get(path) !== text) files.set(`${name}/${path}`, text);
  }
  return new Map([...files].sort(([a], [b]) => compareCodeUnits(a, b)));
}

function sharedFiles(outputs: readonly Tree[]): Tree {
  const [first = new Map<string, string>()] = outputs;
  const everywhere = [...first.keys()].filter((path) => outputs.every((output) => output.has(path)));
  const shared = everywhere.map(
    (path) => [path, frequentText(outputs.map((output) => output.get(path) ?? ""))] as const,
  );
  return new Map(shared.flatMap(([path, text]): [string, string][] => (text === undefined ? [] : [[path, text]])));
}

/** The text that more than half of the cases have. */
function frequentText(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].find(([, count]) => count > texts.length / 2)?.[0];
}

/** The opposite of `layOut`: by case, all its files. */
export function gather(goldens: Tree, names: readonly string[]): ReadonlyMap<string, Tree> {
  return new Map(names.map((name) => [name, new Map([...below(goldens, common), ...below(goldens, name)])]));
}

/** The part of a tree that stands in one folder. */
export function below(tree: Tree, folder: string): Tree {
  const inside = [...tree].filter(([path]) => path.startsWith(`${folder}/`));
  return new Map(inside.map(([path, text]) => [path.slice(folder.length + 1), text]));
}

/** The folders that a tree has at its top. */
export function folders(tree: Tree): string[] {
  return [...new Set([...tree.keys()].map((path) => path.split("/")[0] ?? ""))];
}

/** Whether an update may remove a file of the golden folder: the generator wrote it. */
export function isGolden(path: string, text: string): boolean {
  const isPackageFile = /^[^/]+\/(README\.md|LICENSE|package\.json|tsconfig\.json)$/.test(path);
  return hasHeader(text) || (isPackageFile && path.startsWith(`${wholePackage}/`));
}
