import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { packagePath } from "../../../generator/package-root.ts";

/** A regular expression of the sources, or a place where one is put together; `late` ones only when a function runs. */
export interface Site {
  readonly file: string;
  readonly line: number;
  readonly late: boolean;
  readonly regex: RegExp | undefined;
}

/**
 * Finds every regular expression below a folder of the package with the parser: literals, and calls of RegExp, which are as
 * good as literals where they take text as it is written.
 */
export function regexesIn(folder: string): readonly Site[] {
  return readdirSync(packagePath(folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.[jt]s$/.test(name))
    .sort()
    .flatMap((name) => regexesOf(join(folder, name)));
}

function regexesOf(file: string): readonly Site[] {
  const found: Site[] = [];
  const source = ts.createSourceFile(file, readFileSync(packagePath(file), "utf8"), ts.ScriptTarget.Latest);
  const visit = (node: ts.Node, late: boolean): void => {
    if (ts.isRegularExpressionLiteral(node) || isMade(node)) {
      const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
      found.push({ file, line, late, regex: written(node) });
    }
    ts.forEachChild(node, (child) => visit(child, late || ts.isFunctionLike(node)));
  };
  visit(source, false);
  return found;
}

function written(node: Made | ts.RegularExpressionLiteral): RegExp | undefined {
  if (ts.isRegularExpressionLiteral(node)) {
    const end = node.text.lastIndexOf("/");
    return new RegExp(node.text.slice(1, end), node.text.slice(end + 1));
  }
  const { arguments: parts = [] } = node;
  const texts = parts.flatMap((part) => (ts.isStringLiteral(part) ? [part.text] : []));
  const [source, flags] = texts;
  return source === undefined || texts.length < parts.length ? undefined : new RegExp(source, flags);
}

type Made = ts.NewExpression | ts.CallExpression;

function isMade(node: ts.Node): node is Made {
  const isCall = ts.isNewExpression(node) || ts.isCallExpression(node);
  return isCall && ts.isIdentifier(node.expression) && node.expression.text === "RegExp";
}

/** Loads modules and returns the regular expressions that they put together while they are loaded, by file. */
export async function recorded(files: readonly string[]): Promise<ReadonlyMap<string, readonly RegExp[]>> {
  const made = new Map<string, RegExp[]>();
  const original = globalThis.RegExp;
  const note = (regex: RegExp): RegExp => {
    const file = files.find((name) => new Error().stack?.includes(name));
    if (file !== undefined) made.set(file, [...(made.get(file) ?? []), regex]);
    return regex;
  };
  globalThis.RegExp = new Proxy(original, {
    construct: (target, parts) => note(Reflect.construct(target, parts) as RegExp),
    apply: (target, self, parts) => note(Reflect.apply(target, self, parts) as RegExp),
  });
  try {
    for (const file of files) await import(packagePath(file));
  } finally {
    globalThis.RegExp = original;
  }
  return made;
}
