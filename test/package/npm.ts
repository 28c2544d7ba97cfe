import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";

export interface Result {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * The environment of a user who has no compiler at hand. The test runner has put this project's programs on the path,
 * and machines may have one installed for all.
 */
function environment(): NodeJS.ProcessEnv {
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === "PATH") ?? "PATH";
  const folders = (process.env[name] ?? "").split(delimiter);
  return { ...process.env, [name]: folders.filter((folder) => !existsSync(join(folder, "tsc"))).join(delimiter) };
}

/** Runs Node.js in a folder, and waits for it. */
export function node(args: readonly string[], cwd: string): Promise<Result> {
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd, env: environment(), maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : typeof error.code === "number" ? error.code : 1, stdout, stderr });
    });
  });
}

/** Runs npm in a folder: the one that runs the tests. Throws what it printed when it fails. */
export async function npm(args: readonly string[], cwd: string): Promise<string> {
  const { code, stdout, stderr } = await node([join(npmFolder(), "npm-cli.js"), ...args], cwd);
  if (code !== 0) throw new Error(`npm ${args.join(" ")}\n${stdout}${stderr}`);
  return stdout;
}

/** Runs npx in a folder. */
export function npx(args: readonly string[], cwd: string): Promise<Result> {
  return node([join(npmFolder(), "npx-cli.js"), ...args], cwd);
}

/** Where npm's programs stand as JavaScript: what the shell finds is a script that other systems cannot start. */
function npmFolder(): string {
  const running = process.env["npm_execpath"];
  const beside = join(dirname(process.execPath), "node_modules", "npm", "bin");
  const above = join(dirname(process.execPath), "..", "lib", "node_modules", "npm", "bin");
  const folders = [...(running === undefined ? [] : [dirname(running)]), beside, above];
  const found = folders.find((folder) => existsSync(join(folder, "npx-cli.js")));
  if (found === undefined) throw new Error(`no npm in ${folders.join(", ")}`);
  return found;
}
