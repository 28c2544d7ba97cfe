import { dirname } from "node:path";
import type { Config } from "../config/types.ts";
import { BindgenError } from "../errors.ts";
import { parseGitLocation } from "../git-location.ts";
import { versionKeys } from "../release/config-version.ts";
import { hasTag } from "../source/has-tag.ts";
import type { ReleaseFlags } from "./arguments.ts";
import { configFile, configureAll } from "./configure.ts";
import { readTextFile, type TextFile } from "./text-file.ts";
import { usage } from "./usage.ts";

/** What is to be released. */
export interface ReleaseOrder {
  /** The config file, its path absolute. */
  readonly file: string;
  readonly content: TextFile;
  /** The keys that lead to the version in it. */
  readonly keys: readonly string[];
  /** The outputs that have this version: all that share it, also those that `--only` does not name. */
  readonly configs: readonly Config[];
  readonly version: string;
}

/** The config file that a release edits; a usage error where it is not one of the working tree. */
function editedConfig(flags: ReleaseFlags, cwd: string): string {
  const file = configFile(flags.config, cwd);
  if (parseGitLocation(file) === undefined) return file;
  throw usage(`${file} cannot be edited, it lies in a revision`, "give the config file of the working tree");
}

/**
 * The outputs to release together, and where their version stands.
 * @throws BindgenError `usage` where there is no version to raise, or several, and whatever reading the configuration throws
 */
export async function orderOf(flags: ReleaseFlags, cwd: string): Promise<ReleaseOrder> {
  const file = editedConfig(flags, cwd);
  const all = await configureAll({ config: file }, cwd);
  const chosen = await configureAll({ config: file, only: flags.only }, cwd);
  const content = await readTextFile(file);
  const keysOf = ({ name }: Config): readonly string[] | undefined => versionKeys(content?.text ?? "", name);
  const [keys, ...others] = chosen.map(keysOf);
  if (content === undefined || keys === undefined) {
    const hint = 'add "package": { "name": …, "version": "0.1.0" }, and generate';
    throw new BindgenError("usage", { place: { file }, message: 'the config has no "package" with a version', hint });
  }
  if (others.some((other) => !isSame(keys, other))) {
    const names = chosen.flatMap(({ name }) => name ?? []).join(", ");
    throw usage(`each output has a version of its own: ${names}`, "choose one with --only NAME");
  }
  const configs = all.filter((config) => isSame(keys, keysOf(config)));
  return { file, content, keys, configs, version: configs[0]?.package.version ?? "" };
}

function isSame(keys: readonly string[], other: readonly string[] | undefined): boolean {
  return JSON.stringify(keys) === JSON.stringify(other);
}

/**
 * What users have: what the flags name, or the revision with the tag of the version.
 * @throws BindgenError `usage` where there is no such tag, `input` where there is no git
 */
export async function baseOf({ base }: ReleaseFlags, { file, version }: ReleaseOrder): Promise<string> {
  if (base !== undefined) return base;
  const tag = tagOf(version);
  const isThere = await hasTag(dirname(file), tag);
  if (isThere === true) return `git:${tag}`;
  if (isThere === undefined) {
    const message = `git cannot be run, so the tag ${tag} to compare with cannot be looked up`;
    throw new BindgenError("input", { message, hint: "install git, or name what users have: a FILE or a URL" });
  }
  const hint =
    "fetch it (git fetch --tags), or name what users have: odata-bindgen release git:REVISION, FILE or URL; " +
    `if ${version} was never released, only tag it`;
  throw usage(`there is no tag ${tag} to compare with`, hint);
}

/** The tag under which a version is published. */
export function tagOf(version: string): string {
  return `v${version}`;
}
