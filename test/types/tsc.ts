import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packagePath } from "../../generator/package-root.ts";

/** The oldest compiler that the package promises to work with, the newest of each line since, and the native one. */
export const compilers = {
  "5.0": "typescript-5.0",
  "5.9": "typescript-5.9",
  "6": "typescript",
  "7": "typescript-7",
} as const;
export type CompilerVersion = keyof typeof compilers;

/** How a user's project may resolve modules. */
export const modules = {
  node16: { module: "node16", moduleResolution: "node16" },
  nodenext: { module: "nodenext", moduleResolution: "nodenext" },
  bundler: { module: "esnext", moduleResolution: "bundler" },
} as const;
export type ModuleSetting = keyof typeof modules;

/** `strict` alone, or with what a careful user adds. */
export const strictness = {
  strict: {},
  exact: { exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
} as const;
export type Strictness = keyof typeof strictness;

/** One way of compiling. */
export type Variant = readonly [CompilerVersion, ModuleSetting, Strictness];

/** No DOM, no Node: the package needs neither. */
const base = { noEmit: true, strict: true, skipLibCheck: false, target: "ES2020", lib: ["ES2020"], types: [] };

/** Takes a variant and what to compile (absolute paths or globs), returns the compiler's diagnostics, one a line. */
export async function compile(
  [version, module, level]: Variant,
  include: readonly string[],
  more: object = {},
): Promise<string[]> {
  const directory = mkdtempSync(join(tmpdir(), "odata-bindgen-tsc-"));
  const config = join(directory, "tsconfig.json");
  const compilerOptions = { ...base, ...modules[module], ...strictness[level], ...more };
  writeFileSync(config, JSON.stringify({ compilerOptions, include }));
  try {
    return await tsc(version, config);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** Runs tasks two at a time; each result is a promise of its own. */
export function inPairs<Key, T>(keys: readonly Key[], task: (key: Key) => Promise<T>): Map<Key, Promise<T>> {
  const lanes: Promise<unknown>[] = [Promise.resolve(), Promise.resolve()];
  return new Map(
    keys.map((key, index) => {
      const result = (lanes[index % 2] ?? Promise.resolve()).then(() => task(key));
      lanes[index % 2] = result.catch(() => undefined);
      return [key, result];
    }),
  );
}

function tsc(version: CompilerVersion, config: string): Promise<string[]> {
  const bin = packagePath("node_modules", compilers[version], "bin", "tsc");
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [bin, "-p", config, "--pretty", "false"],
      { cwd: packagePath(), maxBuffer: 1 << 26 },
      (error, stdout, stderr) => {
        const lines = `${stdout}${stderr}`.split("\n").filter((line) => line.trim() !== "");
        resolve(error === null || lines.length > 0 ? lines : [error.message]);
      },
    );
  });
}
