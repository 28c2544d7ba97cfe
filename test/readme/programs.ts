import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import ts from "typescript";
import { packagePath } from "../../generator/package-root.ts";
import type { Block } from "./documents.ts";

/** The name under which documents import the package, and where it stands in a checkout. */
const packageName = "@odata-bindgen/msgraph-communications";
const packageSource = packagePath("generated", "src");

/** A folder that does not exist: the blocks stand there for the compiler. */
const folder = packagePath("test", "readme", "blocks").replaceAll("\\", "/");

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts"],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: ["node"],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noFallthroughCasesInSwitch: true,
  noImplicitReturns: true,
  verbatimModuleSyntax: true,
  noEmit: true,
  skipLibCheck: true,
  paths: { [packageName]: [`${packageSource}/index.ts`], [`${packageName}/*`]: [`${packageSource}/*.ts`] },
};

/** `// bot.ts` in its first line names a block, so that others can import it; the others have a number. */
export function fileNames(blocks: readonly Block[]): Map<string, Block> {
  return new Map(
    blocks.map((block, index) => [/^\/\/ (\w+\.ts)$/m.exec(firstLine(block))?.[1] ?? `block-${index + 1}.ts`, block]),
  );
}

function firstLine({ text }: Block): string {
  return text.split("\n", 1)[0] ?? "";
}

/**
 * What the compiler has to say about the blocks, each a module of its own; with the line of the document. The package
 * itself is compiled elsewhere.
 */
export function compile(blocks: readonly Block[]): string[] {
  const files = new Map([...fileNames(blocks)].map(([name, block]) => [`${folder}/${name}`, block]));
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, directoryExists } = host;
  host.fileExists = (path) => files.has(path) || fileExists(path);
  host.readFile = (path) => files.get(path)?.text ?? readFile(path);
  host.directoryExists = (path) => path === folder || directoryExists?.(path) === true;
  const program = ts.createProgram([...files.keys()], options, host);
  const sources = program.getSourceFiles().filter(({ fileName }) => files.has(fileName));
  const diagnostics = [
    ...program.getOptionsDiagnostics(),
    ...sources.flatMap((source) => [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ]),
  ];
  return diagnostics.map(({ file, start, code, messageText }) => {
    const block = files.get(file?.fileName ?? "");
    const { line } = file?.getLineAndCharacterOfPosition(start ?? 0) ?? { line: 0 };
    const place = block === undefined ? file?.fileName : `${block.document}:${block.line + line}`;
    return `${place ?? ""} TS${code} ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
}

/** Runs one of the blocks and returns what it exports. */
export async function load(blocks: readonly Block[], name: string): Promise<Record<string, unknown>> {
  const files = fileNames(blocks);
  const out = mkdtempSync(join(tmpdir(), "readme-"));
  try {
    const outfile = join(out, "block.mjs");
    await build({
      entryPoints: [name],
      bundle: true,
      outfile,
      format: "esm",
      platform: "node",
      target: "node20",
      logLevel: "silent",
      alias: { [packageName]: packageSource },
      plugins: [
        {
          name: "blocks",
          setup({ onLoad, onResolve }) {
            onResolve({ filter: /^(\.\/)?[\w-]+\.[jt]s$/ }, ({ path }) => {
              const file = path.replace(/^\.\//, "").replace(/\.js$/, ".ts");
              return files.has(file) ? { path: file, namespace: "blocks" } : undefined;
            });
            onLoad({ filter: /./, namespace: "blocks" }, ({ path }) => {
              const contents = files.get(path)?.text ?? "";
              return { contents, loader: "ts", resolveDir: packagePath() };
            });
          },
        },
      ],
    });
    const loaded: unknown = await import(/* @vite-ignore */ pathToFileURL(outfile).href);
    return loaded as Record<string, unknown>;
  } finally {
    rmSync(out, { recursive: true });
  }
}
