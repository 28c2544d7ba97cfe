import { resolve } from "node:path";
import { locate } from "../config/defaults.ts";
import { configFromFlags } from "../config/flags.ts";
import { readConfig } from "../config/read.ts";
import type { Config } from "../config/types.ts";
import { isCheckout, packagePath } from "../package-root.ts";
import { usage } from "./usage.ts";

/** The flags that say what to generate from. */
export interface ConfigurationFlags {
  readonly config?: string | undefined;
  readonly metadata?: string | undefined;
  readonly root?: readonly string[] | undefined;
  readonly all?: boolean | undefined;
  readonly out?: string | undefined;
  readonly "ieee754-compatible"?: boolean | undefined;
}

/** The configuration: a file's, with what the flags say put in its place, or the flags' alone. */
export async function configure(flags: ConfigurationFlags, cwd: string): Promise<Config> {
  const roots = rootsOf(flags);
  if (flags.config === undefined && flags.metadata !== undefined) {
    if (roots === undefined) {
      throw usage("--metadata does not say what to keep", "give --root NAME (repeatable), --all, or a --config FILE");
    }
    if (flags.out === undefined)
      throw usage("--metadata does not say where to write", "give --out DIR, or a --config FILE");
    const ieee754Compatible = flags["ieee754-compatible"] ?? false;
    return configFromFlags({ cwd, metadata: flags.metadata, out: flags.out, roots, ieee754Compatible });
  }
  const config = await readConfig(configFile(flags.config, cwd));
  return {
    ...config,
    metadata: flags.metadata === undefined ? config.metadata : locate(cwd, flags.metadata),
    out: flags.out === undefined ? config.out : resolve(cwd, flags.out),
    roots: roots ?? config.roots,
    ieee754Compatible: flags["ieee754-compatible"] ?? config.ieee754Compatible,
  };
}

function rootsOf({ root, all }: ConfigurationFlags): Config["roots"] | undefined {
  if (root !== undefined && all === true) throw usage("--root and --all exclude each other");
  return all === true ? "all" : root;
}

function configFile(given: string | undefined, cwd: string): string {
  if (given !== undefined) return resolve(cwd, given);
  // As a dependency, the tool's own config would write into node_modules.
  if (isCheckout()) return packagePath("spec", "graph", "config.json");
  throw usage(
    "there is nothing to generate from",
    "give --config FILE, or --metadata FILE|URL with --root or --all and --out",
  );
}
