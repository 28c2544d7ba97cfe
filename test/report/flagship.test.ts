/*
 * The report of the flagship package, compared with what the compiler knows of the same files: the report reads syntax
 * only, and must find the same names and the same types.
 */
import { format } from "prettier";
import { Project, ts } from "ts-morph";
import { beforeAll, expect, test } from "vitest";
import { packagePath } from "../../generator/package-root.ts";
import { apiReport } from "../../generator/report/api-report.ts";
import { namesOf } from "../../generator/report/names.ts";
import { openPackage } from "../../generator/report/open-package.ts";
import { syntaxPrinter } from "../../generator/report/print-syntax.ts";
import { typePrinter } from "../../generator/report/print-type.ts";
import { syntaxReader } from "../../generator/report/read-module.ts";
import { collectSurface } from "../../generator/report/surface.ts";
import type { SyntaxModule } from "../../generator/report/syntax-module.ts";
import type { Module } from "../../generator/report/types.ts";
import { exportsOf } from "./compiler.ts";
import { declarationSections, flagshipFiles, namesByEntry, sectionsOf } from "./support.ts";

const files = flagshipFiles();
const report = apiReport(files);
const entries = ["factories", "index", "operations", "registry", "runtime", "source", "types", "validators"];

let project: Project;
let checker: ts.TypeChecker;

beforeAll(() => {
  project = new Project({ tsConfigFilePath: packagePath("generated", "tsconfig.json") });
  checker = project.getTypeChecker().compilerObject;
}, 120_000);

function exportsOfEntry(file: string): ReadonlyMap<string, ts.Symbol> {
  return exportsOf(project.getSourceFileOrThrow(packagePath("generated", "src", `${file}.ts`)));
}

test.each(entries)("the names of %s are those that the compiler finds", (file) => {
  const found = namesByEntry(report).get(file === "index" ? "." : `./${file}`) ?? new Set();
  expect([...found].sort()).toEqual([...exportsOfEntry(file).keys()].sort());
});

test("no name is declared twice", () => {
  const heads = Object.values(declarationSections(report)).flatMap((lines) =>
    lines.filter((line) => /^(?:interface|function|class|validators) /.test(line)),
  );
  expect(heads.length).toBeGreaterThan(1500);
  expect(new Set(heads).size).toBe(heads.length);
});

function isSyntax(module: Module): module is SyntaxModule {
  return "tree" in module;
}

test("types are printed as TypeScript prints them", () => {
  const opened = openPackage(files, syntaxReader());
  const names = namesOf(opened, collectSurface(opened), new Set());
  const [print, printSyntax] = [typePrinter(names), syntaxPrinter(names)];
  let count = 0;
  for (const module of opened.modules.values()) {
    if (!isSyntax(module)) throw new Error("read by another reader");
    const visit = (node: ts.Node): void => {
      if (ts.isTypeNode(node) && !ts.isImportTypeNode(node)) {
        count += 1;
        const scope = { module, parameters: ["T"] };
        if (print(node, scope) !== printSyntax(node, scope)) expect(print(node, scope)).toBe(printSyntax(node, scope));
      }
      ts.forEachChild(node, visit);
    };
    visit(module.tree);
  }
  expect(count).toBeGreaterThan(10_000);
});

/** The lines of a declaration, without the first and the last. */
function membersOf(head: RegExp): readonly string[] {
  const lines = report.split("\n");
  const start = lines.findIndex((line) => head.test(line));
  const end = lines.indexOf("}", start);
  return lines.slice(start + 1, end).filter((line) => line !== "  /** @deprecated */");
}

/** A type without the namespaces before its names, its parts in order: the compiler has its own of both. */
function canonical(type: string): string {
  // It also forgets the name of an alias of `unknown`.
  const plain = type.replace(/(?:import\("[^"]*"\)|\b(?:Edm|callRecords))\./g, "").replace(/^Untyped$/, "unknown");
  return plain.split(" | ").sort().join(" | ");
}

const interfaces = [
  "Call",
  "CallCreate",
  "CallUpdate",
  "CallDeclared",
  "IdentitySetMembers",
  "ODataCollection",
  "ODataControl",
  "OnlineMeeting",
  "ParticipantInfoCreate",
  "callRecords.CallRecord",
  "callRecords.MediaStreamDeclared",
  "callRecords.UserFeedback",
];
test.each(interfaces)("the members of %s are those that the compiler finds", (name) => {
  const symbol = exportsOfEntry("types").get(name);
  const declaration = symbol?.declarations?.[0];
  if (declaration === undefined || !ts.isInterfaceDeclaration(declaration)) throw new Error(`${name} is no interface`);
  const want = declaration.members.filter(ts.isPropertySignature).map((member) => {
    const type = checker.getTypeAtLocation(member);
    const question = member.questionToken === undefined ? "" : "?";
    return `  ${member.name.getText()}${question}: ${canonical(checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation))}`;
  });
  const found = membersOf(new RegExp(`^interface ${name.replace(".", "\\.")}(?: |<)`))
    .filter((line) => !line.startsWith("  ["))
    .map((line) => line.replace(/(?<=: ).*/, canonical));
  expect(found.length).toBeGreaterThan(2);
  expect(found).toEqual(want.sort());
});

test("the signatures of validators are those of the family", () => {
  const all = exportsOfEntry("validators");
  const families = (sectionsOf(report)["`.`, `./validators`"] ?? []).filter((line) =>
    line.startsWith("validators of "),
  );
  expect(families.length).toBeGreaterThan(500);
  for (const line of families.filter((_, index) => index % 20 === 0)) {
    const [, type = "", path = "", names = ""] = /^validators of (.*): ([\w.]*)\{ (.*) \}$/.exec(line) ?? [];
    const plain = canonical(type);
    const signatures: Readonly<Record<string, string>> = {
      assert: `(value: unknown) => asserts value is ${plain}`,
      is: `(value: unknown) => value is ${plain}`,
      parse: `(value: unknown) => ${plain}`,
      validate: `(value: unknown, options?: ValidateOptions) => Validation<${plain}>`,
      schema: `StandardSchema<${plain}>`,
    };
    for (const name of names.split(", ")) {
      const symbol = all.get(`${path}${name}`);
      if (symbol === undefined) throw new Error(`there is no ${path}${name}`);
      const written = canonical(
        checker.typeToString(checker.getTypeOfSymbol(symbol), undefined, ts.TypeFormatFlags.NoTruncation),
      );
      const kind = name.endsWith("Schema") ? "schema" : (/^(?:assert|is|parse|validate)/.exec(name)?.[0] ?? "");
      expect(written.replace(" | undefined", "")).toBe(signatures[kind]);
    }
  }
});

test("is as prettier wants it", async () => {
  expect(await format(report, { parser: "markdown", printWidth: 120 })).toBe(report);
});

test("stays reviewable", () => {
  const lines = report.split("\n");
  expect(lines.length).toBeLessThan(6500);
  expect(lines.filter((line) => line.startsWith("alias "))).toEqual([]);
  // Nothing in the package is inferred, so that every value says its type.
  expect(lines.filter((line) => /^(?:const|let) [^:=]* = /.test(line))).toEqual([]);
});
