import { relative } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { packagePath } from "../../generator/package-root.ts";
import { type Inspection, inspections, subjectOf, target } from "./loads.ts";
import { diagnose, emittedFiles, fileOf, programOf } from "./program.ts";

const program = programOf(emittedFiles());
const checker = program.getTypeChecker();
const guards = emittedFiles().filter((path) => path.includes("/guards/"));
const validators = emittedFiles().filter((path) => /\/(?:operations\/validators|validators\/\w+)\.ts$/.test(path));
const all = new Map(guards.map((path) => [path, inspections(checker, fileOf(program, path))]));
const inspecting = guards.filter((path) => all.get(path)?.some(({ loads }) => loads.length > 0));
const title = (path: string): string => relative(packagePath("generated", "src"), path);

/** Members that `control` and the switch over the tag look at. */
const elsewhere = new Set(["@odata.type", "@odata.context", "@odata.etag", "@odata.id"]);

function membersOf({ subject }: Inspection): string[] {
  return subject
    .getProperties()
    .map(({ name }) => name)
    .filter((name) => !elsewhere.has(name))
    .sort();
}

/** What a function loads, and what the functions load that it hands the object on to. */
function loadedBy(inspection: Inspection): string[] {
  const inner = inspection.calls.flatMap((symbol) => {
    const declaration = symbol.valueDeclaration;
    const found =
      declaration && all.get(declaration.getSourceFile().fileName)?.find(({ name }) => name === symbol.name);
    return found === undefined ? [] : loadedBy(found);
  });
  return [...new Set([...inner, ...inspection.loads.map(({ name }) => name)])].sort();
}

describe("a guard loads the members of its type, all of them and no others", () => {
  it.each(inspecting.map((path) => [title(path), path]))("%s", (_title, path) => {
    const found = all.get(path) ?? [];
    expect(found.length).toBeGreaterThan(0);
    expect(found.map((each) => [each.name, loadedBy(each)])).toEqual(found.map((each) => [each.name, membersOf(each)]));
  });

  it("in several hundred functions", () => {
    expect([...all.values()].flat().length).toBeGreaterThan(400);
  });
});

describe("a load of a member that is not there does not compile", () => {
  it.each(inspecting.map((path) => [title(path), path]))(
    "%s",
    (_title, path) => {
      const file = fileOf(program, path);
      const load = all.get(path)?.flatMap(({ loads }) => loads)[0]?.node ?? file;
      const line = file.getLineAndCharacterOfPosition(load.getStart(file)).line + 1;
      const text = `${file.text.slice(0, load.end)}s${file.text.slice(load.end)}`;
      const found = diagnose(programOf([path], new Map([[path, text]])), path);
      // One of them makes a suggestion.
      expect(found).toEqual([{ line, code: expect.stringMatching(/^TS(?:2339|2551)$/), text: expect.any(String) }]);
    },
    60_000,
  );

  it.each([
    ["by a name in brackets", `return o["callbackUrl"] === undefined && `, "TS2551"],
    ["without one, as the value of a type that asks for nothing", "const leak: CallMediaState = o; return ", "TS2322"],
  ])(
    "nor %s",
    (_title, after, code) => {
      const path = packagePath("generated", "src", "graph", "guards", "received.ts");
      const head = /(export function hasMembersOfCall\([^{]*\{\s*)return \(/;
      const text = fileOf(program, path).text;
      expect(text).toMatch(head);
      const changed = text.replace(head, `$1${after}(`);
      const found = diagnose(programOf([path], new Map([[path, changed]])), path);
      expect(found.map((each) => each.code)).toEqual([code]);
    },
    60_000,
  );
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

/** What `isX(value): value is X { return guarded(checkX, value); }` promises and asks, by their original names. */
function promiseOf(node: ts.Statement): { promised: string; asked: string } | undefined {
  if (!ts.isFunctionDeclaration(node) || node.type === undefined || !ts.isTypePredicateNode(node.type))
    return undefined;
  const { assertsModifier, type } = node.type;
  if (assertsModifier !== undefined || type === undefined || !ts.isTypeReferenceNode(type)) return undefined;
  const [only, ...others] = node.body?.statements ?? [];
  const call = only !== undefined && others.length === 0 && ts.isReturnStatement(only) ? only.expression : undefined;
  const check = call !== undefined && ts.isCallExpression(call) ? call.arguments[0] : undefined;
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

/** Whether the type that a guard inspects has the tag, or is the members of one that has. */
function namesTag(guard: ts.Declaration, tag: string): boolean {
  const subject = subjectOf(checker, guard);
  const declaration = subject?.symbol.declarations?.[0];
  if (subject === undefined || declaration === undefined) return true;
  const property = subject.getProperty("@odata.type");
  const holder = property?.valueDeclaration?.getText() ?? docOf(declaration);
  return property === undefined ? holder.includes(`\`${tag.slice(1)}\``) : holder.includes(`"${tag}"`);
}

function docOf(declaration: ts.Declaration): string {
  return declaration.getFullText().slice(0, declaration.getStart() - declaration.getFullStart());
}
