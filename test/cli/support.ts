import { spawn } from "node:child_process";
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { packagePath } from "../../generator/package-root.ts";

export interface Result {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** The command line to run, where it is not the one of this checkout. */
  readonly cli?: string;
}

/** Runs the built command line as a shell in a pipe would; in this process where it is counted what runs. */
export async function run(args: readonly string[], options: RunOptions = {}): Promise<Result> {
  if (process.env["COMMANDS"] === "in-process" && options.cli === undefined)
    return (await import("./run-here.ts")).runHere(args, options);
  return runBuilt(args, options);
}

async function runBuilt(args: readonly string[], { cwd, input = "", env = {}, cli }: RunOptions): Promise<Result> {
  const child = spawn(process.execPath, [cli ?? packagePath("dist", "cli.js"), ...args], {
    cwd,
    env: { PATH: process.env["PATH"], ...env },
  });
  const output = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (output.stderr += text));
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  return { code, ...output };
}

/** A new folder with files in it. */
export async function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "cli-"));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

/** A package in the shape of the generated ones, with one type that wants a `name` and knows nothing else. */
export const tinyPackage = {
  "package.json": '{ "name": "tiny", "type": "module", "sideEffects": false }',
  "src/runtime/collection.ts": `
    type Result = { ok: boolean; issues?: unknown[]; warnings?: unknown[] };
    export type Validate = (value: unknown, options?: { strict?: boolean }) => Result;
    export function validateCollection(item: Validate): Validate {
      return (value, options) => {
        const items = (value as { value: unknown[] }).value;
        const found = items.flatMap((one, index) => {
          const { issues = [], warnings = [] } = item(one, options);
          return [...issues, ...warnings].map((issue: any) => ({ ...issue, path: ["value", index, ...issue.path] }));
        });
        const ok = !found.some((issue) => issue.severity === "error");
        return ok ? { ok, warnings: found } : { ok, issues: found };
      };
    }`,
  "src/registry.ts": `
    import type { Validate } from "./runtime/collection.js";
    export { validateCollection } from "./runtime/collection.js";
    const validate: Validate = (value, { strict = false } = {}) => {
      const issues: { severity: string }[] = [];
      const add = (path: unknown[], code: string, severity: string, message: string) =>
        issues.push({ path, code, severity, message, expected: "x" } as never);
      if (typeof value !== "object" || value === null) add([], "expected-object", "error", "Expected an object.");
      else {
        for (const [name, member] of Object.entries(value)) {
          if (name !== "name") add([name], "undeclared-property", strict ? "error" : "warning", "Not declared.");
          else if (typeof member !== "string") add(["name"], "wrong-type", "error", "Expected a string.");
        }
      }
      const ok = !issues.some((issue) => issue.severity === "error");
      return ok ? { ok, value, warnings: issues } : { ok, issues };
    };
    export const registry = {
      "shop.Thing": { received: { validate }, create: { validate }, declared: { validate } },
      "action:shop.Buy(shop.Thing)": { create: { validate } },
    };`,
} as const;
