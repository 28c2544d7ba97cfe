import ts from "typescript";
import { packagePath } from "../../generator/package-root.ts";
import { options } from "./program.ts";

/** A user's module, which exists in the editor only. */
const user = packagePath("test", "types", "user.ts");

const head = `import {
  type Call, type CallAnswerParameters, type CallCreate, callSchema, CallState, type ChangeNotification,
  type CommsNotification, type Identity, type MediaConfig, appHostedMediaConfig, isCall,
  partitionCommsNotifications, validateCall,
} from "../../generated/src/index.js";
declare const call: Call;
declare const notification: CommsNotification;
declare const change: ChangeNotification;
`;

let text = head;
let version = 0;
const service = ts.createLanguageService({
  fileExists: (path) => path === user || ts.sys.fileExists(path),
  readFile: (path) => (path === user ? text : ts.sys.readFile(path)),
  directoryExists: ts.sys.directoryExists,
  getCompilationSettings: () => options,
  getCurrentDirectory: () => packagePath(),
  getDefaultLibFileName: (wanted) => ts.getDefaultLibFilePath(wanted),
  getScriptFileNames: () => [user],
  getScriptSnapshot: (path) => {
    const content = path === user ? text : ts.sys.readFile(path);
    return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
  },
  getScriptVersion: (path) => (path === user ? String(version) : "0"),
  useCaseSensitiveFileNames: () => true,
});

/** What hovering at `|` shows: the signature, the doc comment and its tags. */
export function hover(code: string): string {
  const info = service.getQuickInfoAtPosition(user, place(code));
  const lines = [ts.displayPartsToString(info?.displayParts), ts.displayPartsToString(info?.documentation)];
  const tags = (info?.tags ?? []).map((tag) => `@${tag.name} ${ts.displayPartsToString(tag.text)}`);
  return [...lines, ...tags].filter((line) => line !== "").join("\n");
}

/** The names that completion offers at `|`. */
export function completions(code: string): string {
  const entries = service.getCompletionsAtPosition(user, place(code), undefined)?.entries ?? [];
  return entries
    .map(({ name }) => name)
    .sort()
    .join(" ");
}

/** The compiler's messages about a piece of code. */
export function errors(code: string): string {
  write(code);
  const found = service.getSemanticDiagnostics(user);
  return found.map((each) => `TS${each.code}: ${ts.flattenDiagnosticMessageText(each.messageText, "\n")}`).join("\n");
}

/** The position of `|` in the code, which is taken out. */
function place(code: string): number {
  const at = code.indexOf("|");
  if (at < 0) throw new Error(`No | in ${code}`);
  write(`${code.slice(0, at)}${code.slice(at + 1)}`);
  return head.length + at;
}

function write(code: string): void {
  text = `${head}${code}\n`;
  version += 1;
}
