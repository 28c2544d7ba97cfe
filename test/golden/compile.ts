import { existsSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import ts from "typescript";
import { packagePath } from "../../generator/package-root.ts";
import type { Tree } from "./tree.ts";

const options: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2020,
  lib: ["lib.es2020.d.ts"],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: [],
};

/**
 * Compiles texts as one program, with the options under which users read them, and returns what the compiler has to
 * say, one line each. Paths are absolute; files that are on the disk can be imported. `redirect` says where else a
 * module may stand.
 */
export function compile(files: Tree, redirect: (path: string) => string = (path) => path): string[] {
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile } = host;
  host.fileExists = (path) => files.has(path) || fileExists(path);
  host.readFile = (path) => files.get(path) ?? readFile(path);
  host.resolveModuleNameLiterals = (literals, containing) =>
    literals.map(({ text }) => {
      const path = redirect(posix.join(dirname(containing), text.replace(/\.js$/, ".ts")));
      const found = files.has(path) || existsSync(path);
      return { resolvedModule: found ? { resolvedFileName: path, extension: ts.Extension.Ts } : undefined };
    });
  const program = ts.createProgram([...files.keys()], options, host);
  return ts.getPreEmitDiagnostics(program).map(describeDiagnostic);
}

function describeDiagnostic({ file, start, code, messageText }: ts.Diagnostic): string {
  const message = ts.flattenDiagnosticMessageText(messageText, "\n");
  if (file === undefined) return `TS${code} ${message}`;
  const { line } = file.getLineAndCharacterOfPosition(start ?? 0);
  return `${file.fileName}:${line + 1} TS${code} ${message}`;
}

/** The sources of several packages, each in a folder of its own, as one program with one copy of the library. */
export function compilePackages(outputs: ReadonlyMap<string, Tree>): string[] {
  const library = packagePath("templates", "runtime");
  const files = [...outputs].flatMap(([name, output]) =>
    [...output]
      .filter(([path]) => path.endsWith(".ts"))
      .map(([path, text]): [string, string] => [`/packages/${name}/${path}`, text]),
  );
  const redirect = (path: string): string => {
    const [, file] = /^\/packages\/[^/]+\/src\/runtime\/(.+)$/.exec(path) ?? [];
    return file === undefined ? path : join(library, file);
  };
  return compile(new Map(files), redirect);
}
