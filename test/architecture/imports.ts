import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative } from "node:path";
import { ts } from "ts-morph";
import { packagePath } from "../../generator/package-root.ts";

/** A file of the generator, parsed. */
export interface SourceFile {
  /** Relative to `generator/`, with `/`. */
  readonly path: string;
  readonly tree: ts.SourceFile;
  readonly text: string;
}

/** One import or re-export: from which file, to which (relative to `generator/`), and what of it. */
export interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

/** All files of `generator/`. */
export function sourceFiles(root = packagePath("generator")): readonly SourceFile[] {
  const names = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => /\.[jt]s$/.test(name));
  return names.sort().map((name) => {
    const text = readFileSync(join(root, name), "utf8");
    const path = relative(".", name).replaceAll("\\", "/");
    return { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true) };
  });
}

/** What a file imports of the project, static and dynamic. Type-only where nothing is left of it at run time. */
export function importsOf({ path, tree }: SourceFile): readonly Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, typeOnly: boolean): void => {
    if (specifier === undefined || !ts.isStringLiteral(specifier) || !specifier.text.startsWith(".")) return;
    found.push({ from: path, to: posix.join(dirname(path), specifier.text), typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node))
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** The first folder of a path, or the file's name where it lies in none. */
export function stageOf(path: string): string {
  return path.startsWith("..") ? path : (path.split("/")[0] ?? path);
}
