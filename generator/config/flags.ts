import { resolve } from "node:path";
import { defaultPackage, locate } from "./defaults.ts";
import type { Config } from "./types.ts";

/** What the command line says when there is no config file. */
export interface ConfigFlags {
  /** The folder that paths are relative to. */
  readonly cwd: string;
  readonly metadata: string;
  readonly out: string;
  readonly roots: readonly string[] | "all";
  readonly ieee754Compatible: boolean;
}

/** A configuration from flags alone: everything that they cannot say has its default. */
export function configFromFlags(flags: ConfigFlags): Config {
  const out = resolve(flags.cwd, flags.out);
  return {
    name: undefined,
    from: "command line",
    metadata: locate(flags.cwd, flags.metadata),
    source: undefined,
    overlay: [],
    out,
    roots: flags.roots,
    derived: new Map(),
    docs: "metadata",
    serviceRoot: undefined,
    mainNamespace: undefined,
    modules: new Map(),
    names: new Map(),
    openTypes: "closed",
    ieee754Compatible: flags.ieee754Compatible,
    apiReport: false,
    package: defaultPackage(out),
  };
}
