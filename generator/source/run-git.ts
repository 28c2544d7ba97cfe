import { execFile } from "node:child_process";
import { systemCode } from "../system-error.ts";

/** Bounds of one run of git. */
export interface GitBounds {
  readonly maxBytes: number;
  readonly timeoutMs: number;
}

/** What git printed; or why there is nothing: git is not there, took too long, printed too much, or says no. */
export type GitResult =
  | { readonly ok: true; readonly stdout: Buffer }
  | { readonly ok: false; readonly why: "missing" | "late" | "too-large" | "refused"; readonly said: string };

/**
 * A repository may say that its objects lie elsewhere, and by which program they are fetched. Nobody asked for that: what
 * is not here is not there. A value that the command line gives wins over the repository's own.
 */
const offline = ["", ".ext", ".file", ".git", ".http", ".https", ".ssh"].flatMap((protocol) => [
  "-c",
  `protocol${protocol}.allow=never`,
]);

/** Runs git in a folder, without a shell. */
export function runGit(folder: string, args: readonly string[], bounds: GitBounds): Promise<GitResult> {
  // Paths are names and no patterns. `-C` and not `cwd`, so that Windows does not look for git.exe in the folder.
  const all = ["--literal-pathspecs", "--no-replace-objects", ...offline, "-C", folder, ...args];
  const options = { encoding: "buffer", maxBuffer: bounds.maxBytes, timeout: bounds.timeoutMs } as const;
  return new Promise((resolve) => {
    execFile("git", all, { ...options, windowsHide: true }, (error, stdout, stderr) => {
      if (error === null) resolve({ ok: true, stdout });
      else resolve({ ok: false, why: whyNot(error), said: complaint(stderr.toString()) });
    });
  });
}

function whyNot(error: Error): "missing" | "late" | "too-large" | "refused" {
  const code = systemCode(error);
  if (code === "ENOENT" || code === "EACCES") return "missing";
  if (code === "ERR_CHILD_PROCESS_STDIO_MAXBUFFER") return "too-large";
  return "killed" in error && error.killed === true ? "late" : "refused";
}

/** The first line of what git says on stderr, without the word in front of it. */
function complaint(stderr: string): string {
  return (stderr.trim().split("\n")[0] ?? "").replace(/^(fatal|error): /, "");
}
