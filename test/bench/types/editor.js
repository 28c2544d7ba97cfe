// Child of the benchmark: what a user of an editor waits for, through the language service. Takes the folder of a compiler,
// a file, and its text with `|` where something is typed next and `^` before a name to hover over. Prints milliseconds.
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { median } from "../figures.js";

const [compiler, file, code] = process.argv.slice(2);
const { default: ts } = await import(pathToFileURL(createRequire(import.meta.url).resolve(compiler)).href);
const plain = code.replace("^", "").replace("|", "");
const typing = code.replace("^", "").indexOf("|");
const hovering = code.replace("|", "").indexOf("^");
let text = plain;
let version = 0;

/** An editor reads a file once. */
const snapshots = new Map();

const options = {
  strict: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts"],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: [],
};
const service = ts.createLanguageService(
  {
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    realpath: ts.sys.realpath,
    getCompilationSettings: () => options,
    getCurrentDirectory: () => dirname(file),
    getDefaultLibFileName: (wanted) => ts.getDefaultLibFilePath(wanted),
    getScriptFileNames: () => [file],
    getScriptSnapshot: (path) => {
      if (path === file) return ts.ScriptSnapshot.fromString(text);
      if (!snapshots.has(path)) snapshots.set(path, snapshotOf(path));
      return snapshots.get(path);
    },
    getScriptVersion: (path) => (path === file ? String(version) : "0"),
    useCaseSensitiveFileNames: () => true,
  },
  ts.createDocumentRegistry(true),
);

// What an editor does first: read everything, and underline what is wrong.
const [open, errors] = timed(() => [...service.getSyntacticDiagnostics(file), ...service.getSemanticDiagnostics(file)]);
if (errors.length > 0) throw new Error(ts.flattenDiagnosticMessageText(errors[0].messageText, "\n"));
const [cold, names] = timed(() => completions(typing));
const warm = Array.from({ length: 11 }, (_, round) => {
  edit(round);
  return timed(() => completions(typing))[0];
});
const hover = Array.from({ length: 11 }, (_, round) => {
  edit(round);
  return timed(() => service.getQuickInfoAtPosition(file, hovering))[0];
});
const check = Array.from({ length: 5 }, (_, round) => {
  edit(round);
  return timed(() => service.getSemanticDiagnostics(file))[0];
});
const megabytes = process.memoryUsage().rss / 2 ** 20;
const files = service.getProgram().getSourceFiles().length;
console.log(
  JSON.stringify({
    open,
    cold,
    warm: median(warm),
    hover: median(hover),
    check: median(check),
    megabytes,
    files,
    names: names.length,
  }),
);

function completions(position) {
  return service.getCompletionsAtPosition(file, position, undefined)?.entries ?? [];
}

function snapshotOf(path) {
  const content = ts.sys.readFile(path);
  return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
}

/** As typing does: every answer has to be found anew. */
function edit(round) {
  text = `${plain}\n// ${round}\n`;
  version += 1;
}

function timed(work) {
  const start = performance.now();
  const result = work();
  return [performance.now() - start, result];
}
