import { relative } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { packagePath } from "../../generator/package-root.ts";
import { type Inspection, inspections, type MemberName, subjectOf, target } from "./loads.ts";
import { diagnose, emittedFiles, fileOf, programOf } from "./program.ts";

const program = programOf(emittedFiles());
const checker = program.getTypeChecker();
const guards = emittedFiles().filter((path) => path.includes("/guards/"));
const validators = emittedFiles().filter((path) => /\/(?:operations\/validators|validators\/\w+)\.ts$/.test(path));
const all = new Map(guards.map((path) => [path, inspections(checker, fileOf(program, path))]));
const inspecting = guards.filter((path) => all.get(path)?.some(({ names }) => names.length > 0));
const title = (path: string): string => relative(packagePath("generated", "src"), path);

/** The run-time library looks at control information; the switch over the tag has looked at that. */
function membersOf({ subject }: Inspection): string[] {
  const names = subject.getProperties().map(({ name }) => name);
  return names.filter((name) => !name.startsWith("@")).sort();
}

function namesOf({ names }: Inspection): string[] {
  return names.map(({ name }) => name).sort();
}

/** Makes another name of one within quotes. */
function misspelt(text: string, { node }: MemberName): string {
  return `${text.slice(0, node.end - 1)}s${text.slice(node.end - 1)}`;
}

describe("a guard looks at the members of its type, each once, and at no others", () => {
  it.each(inspecting.map((path) => [title(path), path]))("%s", (_title, path) => {
    const found = all.get(path) ?? [];
    expect(found.length).toBeGreaterThan(0);
    expect(found.map((each) => [each.name, namesOf(each)])).toEqual(found.map((each) => [each.name, membersOf(each)]));
  });

  it("in several hundred functions", () => {
    expect([...all.values()].flat().length).toBeGreaterThan(350);
  });
});

describe("the name of a member that is not there does not compile", () => {
  it.each(inspecting.map((path) => [title(path), path]))(
    "%s",
    (_title, path) => {
      const file = fileOf(program, path);
      const [first] = all.get(path)?.flatMap(({ names }) => names) ?? [];
      if (first === undefined) throw new Error("no names");
      const line = file.getLineAndCharacterOfPosition(first.node.getStart(file)).line + 1;
      const found = diagnose(programOf([path], new Map([[path, misspelt(file.text, first)]])), path);
      expect(found).toEqual([{ line, code: "TS1360", text: expect.any(String) }]);
    },
    60_000,
  );

  it("nor does an object that has been looked at count as the value of a type that asks for nothing", () => {
    const path = packagePath("generated", "src", "graph", "guards", "received.ts");
    const head = /(export function checkCallRoute\([^{]*\{\n.*return false;\n)/;
    const text = fileOf(program, path).text;
    expect(text).toMatch(head);
    const changed = text.replace(
      head,
      "$1  const leak: CallMediaState = value;\n  if (leak === undefined) return false;\n",
    );
    const found = diagnose(programOf([path], new Map([[path, changed]])), path);
    expect(found.map((each) => each.code)).toEqual(["TS2322"]);
  }, 60_000);
});

describe("each case of a switch over the tag goes to the guard of the type with that tag", () => {
  it.each(inspecting.map((path) => [title(path), path]))("%s", (_title, path) => {
    const wrong: string[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isCaseClause(node) && ts.isStringLiteral(node.expression)) {
        const guard = guardOf(node);
        if (guard !== undefined && !namesTag(guard, node.expression.text)) wrong.push(node.getText());
      }
      ts.forEachChild(node, visit);
    };
    visit(fileOf(program, path));
    expect(wrong).toEqual([]);
  });
});

describe("each `is` asks the check of the type that it promises", () => {
  it.each(validators.map((path) => [title(path), path]))("%s", (_title, path) => {
    const promises = fileOf(program, path).statements.flatMap((each) => promiseOf(each) ?? []);
    expect(promises.length).toBeGreaterThan(0);
    expect(promises.filter(({ promised, asked }) => asked !== `check${promised}`)).toEqual([]);
  });
});

/** What `isX(value): value is X { try { return checkX(value, 1); } … }` promises and asks, by their original names. */
function promiseOf(node: ts.Statement): { promised: string; asked: string } | undefined {
  if (!ts.isFunctionDeclaration(node) || node.type === undefined || !ts.isTypePredicateNode(node.type))
    return undefined;
  const { assertsModifier, type } = node.type;
  if (assertsModifier !== undefined || type === undefined || !ts.isTypeReferenceNode(type)) return undefined;
  const [only, ...others] = node.body?.statements ?? [];
  const tried = only !== undefined && others.length === 0 && ts.isTryStatement(only) ? only.tryBlock.statements : [];
  const [judged, ...more] = tried;
  const call =
    judged !== undefined && more.length === 0 && ts.isReturnStatement(judged) ? judged.expression : undefined;
  const check = call !== undefined && ts.isCallExpression(call) ? call.expression : undefined;
  const asked = check === undefined ? undefined : target(checker, check)?.name;
  return { promised: target(checker, type.typeName)?.name ?? "?", asked: asked ?? "nothing" };
}

/** The function declaration that `return hasMembersOf…(value, depth)` of a case calls. */
function guardOf(node: ts.CaseClause): ts.Declaration | undefined {
  const statement = node.statements[0];
  if (statement === undefined || !ts.isReturnStatement(statement) || statement.expression === undefined)
    return undefined;
  if (!ts.isCallExpression(statement.expression)) return undefined;
  return target(checker, statement.expression.expression)?.valueDeclaration;
}

/** The members of each interface with a tag of its own, by the tag. */
const byTag = new Map<string, string[][]>();
for (const path of emittedFiles().filter((each) => each.includes("/types/"))) {
  for (const statement of fileOf(program, path).statements.filter(ts.isInterfaceDeclaration)) {
    const type = checker.getTypeAtLocation(statement.name);
    const tag = /"(#[^"]+)"/.exec(type.getProperty("@odata.type")?.valueDeclaration?.getText() ?? "")?.[1] ?? "";
    byTag.set(tag, [...(byTag.get(tag) ?? []), keysOf(type)]);
  }
}

function keysOf(type: ts.Type): string[] {
  const names = type.getProperties().map(({ name }) => name);
  return names.filter((name) => name !== "@odata.type").sort();
}

/** Whether a guard inspects the type with the tag, or one that has the same members: what it adds nothing to. */
function namesTag(guard: ts.Declaration, tag: string): boolean {
  const subject = subjectOf(checker, guard);
  const declaration = subject?.symbol.declarations?.[0];
  if (subject === undefined || declaration === undefined) return true;
  const property = subject.getProperty("@odata.type");
  const holder = property?.valueDeclaration?.getText() ?? docOf(declaration);
  const isNamed = property === undefined ? holder.includes(`\`${tag.slice(1)}\``) : holder.includes(`"${tag}"`);
  const own = JSON.stringify(keysOf(subject));
  return isNamed || byTag.get(tag)?.some((keys) => JSON.stringify(keys) === own) === true;
}

function docOf(declaration: ts.Declaration): string {
  return declaration.getFullText().slice(0, declaration.getStart() - declaration.getFullStart());
}
