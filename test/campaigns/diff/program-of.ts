import { dirname, join, posix } from "node:path";
import ts from "typescript";
import { packagePath } from "../../../generator/package-root.ts";

const options: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2020,
  lib: ["lib.es2020.d.ts"],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: [],
};

const library = packagePath("templates", "runtime");
/** Files of the library and of the compiler, parsed once. */
const parsed = new Map<string, ts.SourceFile | undefined>();

/** All packages share one copy of the run-time library. */
export function redirected(path: string): string {
  const [, file] = /\/src\/runtime\/(.+)$/.exec(path) ?? [];
  return file === undefined ? path : join(library, file);
}

/** A program over texts by absolute path. */
export function programOf(files: ReadonlyMap<string, string>, roots: readonly string[]): ts.Program {
  const host = ts.createCompilerHost(options);
  const onDisk = host.getSourceFile.bind(host);
  host.fileExists = (path) => files.has(path) || ts.sys.fileExists(path);
  host.getSourceFile = (path, version) => {
    const text = files.get(path);
    if (text !== undefined) return ts.createSourceFile(path, text, version);
    if (!parsed.has(path)) parsed.set(path, onDisk(path, version));
    return parsed.get(path);
  };
  host.resolveModuleNameLiterals = (literals, containing) =>
    literals.map(({ text }) => {
      const path = redirected(posix.join(dirname(containing), text.replace(/\.js$/, ".ts")));
      return { resolvedModule: { resolvedFileName: path, extension: ts.Extension.Ts } };
    });
  return ts.createProgram([...roots], options, host);
}

/** What the compiler says of one file, a line each. */
export function complaints(program: ts.Program, path: string): string[] {
  const file = program.getSourceFile(path);
  return program.getSemanticDiagnostics(file).map(({ code, messageText, start }) => {
    const { line } = file?.getLineAndCharacterOfPosition(start ?? 0) ?? { line: 0 };
    const text = file?.text.split("\n")[line]?.slice(0, 300) ?? "";
    return `TS${code} ${ts.flattenDiagnosticMessageText(messageText, " ").slice(0, 200)} in ${text}`;
  });
}
