import { readdirSync } from "node:fs";
import ts from "typescript";
import { packagePath } from "../../generator/package-root.ts";

/** As a careful user of the package compiles. */
export const options: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: false,
  target: ts.ScriptTarget.ES2020,
  lib: ["lib.es2020.d.ts"],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: [],
  noEmit: true,
};

/** Absolute paths of the emitted files, in a steady order, with `/` as the compiler writes them. */
export function emittedFiles(): string[] {
  const source = packagePath("generated", "src");
  return readdirSync(source, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .sort()
    .map((path) => packagePath("generated", "src", path).replaceAll("\\", "/"));
}

/** Absolute paths of the type tests. */
export function typeTests(): string[] {
  return readdirSync(packagePath("test", "types"))
    .filter((name) => name.endsWith(".test-d.ts"))
    .sort()
    .map((name) => packagePath("test", "types", name));
}

const parsed = new Map<string, ts.SourceFile>();

/**
 * A program over the files on disk, except for those that `changed` has another text for. Files that are the same in
 * two programs are parsed once.
 */
export function programOf(
  rootNames: readonly string[],
  changed: ReadonlyMap<string, string> = new Map(),
  wanted: ts.CompilerOptions = options,
): ts.Program {
  const host = ts.createCompilerHost(wanted, true);
  const onDisk = host.getSourceFile.bind(host);
  const { fileExists, readFile } = ts.sys;
  host.fileExists = (path) => changed.has(path) || fileExists(path);
  host.readFile = (path) => changed.get(path) ?? readFile(path);
  host.getSourceFile = (path, languageVersion, ...rest) => {
    const text = changed.get(path);
    if (text !== undefined) return ts.createSourceFile(path, text, languageVersion, true);
    const file = parsed.get(path) ?? onDisk(path, languageVersion, ...rest);
    if (file !== undefined) parsed.set(path, file);
    return file;
  };
  return ts.createProgram({ rootNames, options: wanted, host });
}

/** The file, or a failure that names it. */
export function fileOf(program: ts.Program, path: string): ts.SourceFile {
  const file = program.getSourceFile(path);
  if (file === undefined) throw new Error(`${path} is no part of the program.`);
  return file;
}

export interface Found {
  /** Counted from one. */
  readonly line: number;
  readonly code: string;
  readonly text: string;
}

/** All there is to say about one file of a program. */
export function diagnose(program: ts.Program, path: string): Found[] {
  const file = fileOf(program, path);
  return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map((each) => ({
    line: file.getLineAndCharacterOfPosition(each.start ?? 0).line + 1,
    code: `TS${each.code}`,
    text: ts.flattenDiagnosticMessageText(each.messageText, "\n"),
  }));
}
