import { resolve } from "node:path";
import { locate, locateFile } from "../config/defaults.ts";
import { configFromFlags } from "../config/flags.ts";
import { readConfigs, type ReadLocation } from "../config/read.ts";
import type { Config } from "../config/types.ts";
import { gitLocation, parseGitLocation } from "../git-location.ts";
import { isCheckout, packagePath } from "../package-root.ts";
import { didYouMean, suggest } from "../suggest.ts";
import { usage } from "./usage.ts";

/** The flags that say what to generate from. */
export interface ConfigurationFlags {
  readonly config?: string | undefined;
  readonly only?: readonly string[] | undefined;
  readonly metadata?: string | undefined;
  readonly root?: readonly string[] | undefined;
  readonly all?: boolean | undefined;
  readonly out?: string | undefined;
  readonly "ieee754-compatible"?: boolean | undefined;
}

/**
 * The configurations of all outputs, or of those that `--only` names: a file's, with what the flags say put in its
 * place, or the flags' alone. Throws a usage error where the flags leave open which output they are about.
 */
export async function configureAll(
  flags: ConfigurationFlags,
  cwd: string,
  read?: ReadLocation,
): Promise<readonly Config[]> {
  return overridden(await choose(flags, cwd, read), flags, cwd);
}

/** The configuration of the one output that there is, or that `--only` names; a usage error where there are several. */
export async function configureOne(flags: ConfigurationFlags, cwd: string, read?: ReadLocation): Promise<Config> {
  const chosen = await choose(flags, cwd, read);
  const [only] = chosen.length === 1 ? overridden(chosen, flags, cwd) : [];
  if (only === undefined) throw usage(`one output is wanted, and there are several: ${names(chosen)}`, chooseOne);
  return only;
}

/**
 * The config file that is meant, absolute: the one that was given, also of a git revision, or that of the checkout.
 * @throws BindgenError `usage`, with the hint, where there is none
 */
export function configFile(given: string | undefined, cwd: string, hint = "give --config FILE"): string {
  const git = given === undefined ? undefined : parseGitLocation(given);
  if (git !== undefined) return gitLocation({ ...git, path: resolve(cwd, git.path) });
  if (given !== undefined) return locateFile(cwd, given);
  // As a dependency, the tool's own config would write into node_modules.
  if (isCheckout()) return packagePath("spec", "graph", "config.json");
  throw usage("no configuration was given", hint);
}

/** What else says what to generate from; who has named the folder, or needs none, is not asked for it. */
function orFlags({ out }: ConfigurationFlags): string {
  return `give --config FILE, or --metadata FILE|URL with --root or --all${out === undefined ? " and --out" : ""}`;
}

const chooseOne = "choose one with --only NAME";

async function choose(flags: ConfigurationFlags, cwd: string, read?: ReadLocation): Promise<readonly Config[]> {
  if (flags.config === undefined && flags.metadata !== undefined) return [fromFlags(flags, flags.metadata, cwd)];
  const configs = await readConfigs(configFile(flags.config, cwd, orFlags(flags)), read);
  const { only } = flags;
  if (only === undefined) return configs;
  const known = configs.flatMap(({ name }) => name ?? []);
  if (known.length === 0) throw usage("--only chooses among outputs, and the config names none", "leave --only out");
  const unknown = only.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw usage(
      `--only: the config has no output "${unknown}"`,
      didYouMean(suggest(unknown, known)) ?? `outputs: ${names(configs)}`,
    );
  }
  return configs.filter(({ name }) => name !== undefined && only.includes(name));
}

function fromFlags(flags: ConfigurationFlags, metadata: string, cwd: string): Config {
  const roots = rootsOf(flags);
  if (flags.only !== undefined) {
    throw usage("--only chooses among the outputs of a config file", "give --config FILE, or leave --only out");
  }
  if (roots === undefined) {
    throw usage("--metadata does not say what to keep", "give --root NAME (repeatable), --all, or a --config FILE");
  }
  if (flags.out === undefined)
    throw usage("--metadata does not say where to write", "give --out DIR, or a --config FILE");
  const ieee754Compatible = flags["ieee754-compatible"] ?? false;
  return configFromFlags({ cwd, metadata, out: flags.out, roots, ieee754Compatible });
}

/** What the flags say, put in the place of what the file says. */
function overridden(configs: readonly Config[], flags: ConfigurationFlags, cwd: string): Config[] {
  const roots = rootsOf(flags);
  const single = (["metadata", "root", "all", "out"] as const).find((flag) => flags[flag] !== undefined);
  if (single !== undefined && configs.length > 1) {
    throw usage(`--${single} holds for one output, and there are several: ${names(configs)}`, chooseOne);
  }
  return configs.map((config) => ({
    ...config,
    metadata: flags.metadata === undefined ? config.metadata : locate(cwd, flags.metadata),
    out: flags.out === undefined ? config.out : resolve(cwd, flags.out),
    roots: roots ?? config.roots,
    overridden: roots === undefined ? [] : ["roots"],
    ieee754Compatible: flags["ieee754-compatible"] ?? config.ieee754Compatible,
  }));
}

/** The roots that flags name; undefined where they name none. */
export function rootsOf({ root, all }: Pick<ConfigurationFlags, "root" | "all">): Config["roots"] | undefined {
  if (root !== undefined && all === true) throw usage("--root and --all exclude each other", "leave one of them out");
  return all === true ? "all" : root;
}

function names(configs: readonly Config[]): string {
  return configs.flatMap(({ name }) => name ?? []).join(", ");
}
