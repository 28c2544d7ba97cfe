import { expect, test } from "vitest";
import { ts } from "ts-morph";
import { sourceFiles, type SourceFile } from "./imports.ts";

const maxLines = 200;
const maxFunction = 40;
const maxParameters = 4;

/** Files that are longer, each with its reason. The list may only shrink. */
const longFiles: ReadonlyMap<string, string> = new Map([
  ["csdl/types.ts", "one interface for each element of CSDL, to be read beside the standard"],
  ["plan/types.ts", "one interface for each kind of file"],
]);

/** Functions that are longer, each with its reason. The list may only shrink. */
const longFunctions: ReadonlyMap<string, string> = new Map([
  ["commands/arguments.ts addCommands", "one chain of yargs"],
  ["plan/primitives.ts planPrimitive", "a table written as a switch, so that the compiler sees that none is missing"],
]);

/** Functions that take more parameters. The list may only shrink: an object with names says more. */
const manyParameters: readonly string[] = [
  "commands/validate.ts single",
  "csdl/read/attributes.ts withDefault",
  "plan/primitives.ts facetted",
  "plan/validators-modules.ts aliasGroups",
];

/** What tests alone import. The list may only shrink. */
const forTests: readonly string[] = [
  "csdl/parse-csdl.ts parseCsdl",
  "diff/verdicts.ts mirrored",
  "payloads/words.ts withSingulars",
  "plan/plan-package.ts planPackage",
  "source/addresses.ts isPublic",
];

const files = sourceFiles();
const typescript = files.filter(({ path }) => path.endsWith(".ts"));

/** What a visitor finds in the files, as `file:line text`. */
function findings(where: readonly SourceFile[], pick: (node: ts.Node) => string | undefined): string[] {
  return where.flatMap(({ path, tree }) => {
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      const text = pick(node);
      if (text !== undefined) found.push(`${path}:${lineOf(tree, node.getStart())} ${text}`);
      ts.forEachChild(node, visit);
    };
    visit(tree);
    return found;
  });
}

function lineOf(tree: ts.SourceFile, position: number): number {
  return tree.getLineAndCharacterOfPosition(position).line + 1;
}

function isGlobalUse(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return false;
  return !(ts.isPropertyAssignment(parent) && parent.name === node);
}

test("only cli.ts touches the process and the console; build.js builds", () => {
  const others = files.filter(({ path }) => path !== "cli.ts" && path !== "build.js");
  const touching = findings(others, (node) =>
    ts.isIdentifier(node) && ["process", "console"].includes(node.text) && isGlobalUse(node) ? node.text : undefined,
  );
  expect(touching).toEqual([]);
});

test("no any; no cast outside the XML edge, `as const` aside", () => {
  const edge = "csdl/xml/parse-xml.ts";
  const found = findings(typescript, (node) => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) return "any";
    if (ts.isNonNullExpression(node)) return "!";
    const cast = ts.isAsExpression(node) || ts.isTypeAssertionExpression(node);
    if (!cast || ts.isConstTypeReference(node.type) || node.getSourceFile().fileName === edge) return undefined;
    return node.getText();
  });
  expect(found).toEqual([]);
});

test("named exports only, no enumerations, no namespaces", () => {
  const found = findings(typescript, (node) => {
    if (ts.isExportAssignment(node)) return "export default";
    if (node.kind === ts.SyntaxKind.DefaultKeyword && ts.isFunctionLike(node.parent)) return "export default";
    if (ts.isEnumDeclaration(node)) return "enum";
    if (ts.isModuleDeclaration(node)) return "namespace";
    if (ts.isExportDeclaration(node) && node.exportClause === undefined) return "export *";
    return undefined;
  });
  expect(found).toEqual([]);
});

test("a value is exported where another file imports it", () => {
  const exported = findings(typescript, (node) => {
    const statement = ts.isVariableDeclaration(node) ? node.parent.parent : node;
    const named = ts.isVariableDeclaration(node) || ts.isFunctionDeclaration(node) ? node.name?.getText() : undefined;
    if (
      named === undefined ||
      !ts.canHaveModifiers(statement) ||
      statement.modifiers?.[0]?.kind !== ts.SyntaxKind.ExportKeyword
    )
      return undefined;
    const path = node.getSourceFile().fileName;
    const word = new RegExp(`\\b${named}\\b`);
    return files.some((other) => other.path !== path && word.test(other.text)) ? undefined : named;
  }).map((line) => line.replace(/:\d+/, ""));
  expect(exported.filter((line) => !forTests.includes(line))).toEqual([]);
  expect(forTests.filter((line) => !exported.includes(line))).toEqual([]);
});

test("the only class is the error", () => {
  const classes = findings(typescript, (node) => (ts.isClassLike(node) ? (node.name?.text ?? "class") : undefined));
  expect(classes.map((line) => line.replace(/:\d+/, ""))).toEqual(["errors.ts BindgenError"]);
});

test("files and folders are in kebab case", () => {
  const odd = files.filter(({ path }) => !/^([a-z0-9]+(-[a-z0-9]+)*\/)*[a-z0-9]+(-[a-z0-9]+)*\.[jt]s$/.test(path));
  expect(odd.map(({ path }) => path)).toEqual([]);
});

test(`files have at most ${maxLines} lines`, () => {
  const long = files.filter(({ text }) => text.trimEnd().split("\n").length > maxLines).map(({ path }) => path);
  expect(long.filter((path) => !longFiles.has(path))).toEqual([]);
  expect([...longFiles.keys()].filter((path) => !long.includes(path))).toEqual([]);
});

test(`functions have at most ${maxFunction} lines`, () => {
  const long = findings(typescript, (node) => {
    if (!ts.isFunctionLike(node) || !("body" in node) || node.body === undefined) return undefined;
    const tree = node.getSourceFile();
    const lines = lineOf(tree, node.getEnd()) - lineOf(tree, node.getStart()) + 1;
    return lines > maxFunction ? nameOf(node) : undefined;
  }).map((line) => line.replace(/:\d+/, ""));
  expect(long.filter((line) => !longFunctions.has(line))).toEqual([]);
  expect([...longFunctions.keys()].filter((line) => !long.includes(line))).toEqual([]);
});

function nameOf(node: ts.SignatureDeclaration): string {
  if (node.name !== undefined) return node.name.getText();
  return ts.isVariableDeclaration(node.parent) ? node.parent.name.getText() : "(anonymous)";
}

test(`functions take at most ${maxParameters} parameters`, () => {
  const many = findings(typescript, (node) =>
    ts.isFunctionDeclaration(node) && node.parameters.length > maxParameters ? nameOf(node) : undefined,
  ).map((line) => line.replace(/:\d+/, ""));
  expect(many.filter((line) => !manyParameters.includes(line))).toEqual([]);
  expect(manyParameters.filter((line) => !many.includes(line))).toEqual([]);
});
