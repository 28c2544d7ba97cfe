import { basename, dirname, join } from "node:path";
import type { Config } from "../config/types.ts";
import type { Comparison } from "../diff/types.ts";
import { BindgenError } from "../errors.ts";
import { formatFiles } from "../output/format.ts";
import { planChanges } from "../output/plan-changes.ts";
import type { OutputTarget } from "../output/types.ts";
import { changelogEntry } from "../release/changelog.ts";
import { withVersion } from "../release/config-version.ts";
import { hasEntry, withEntry } from "../release/with-entry.ts";
import type { RunOptions } from "../read-slice.ts";
import { makePackage } from "./make-package.ts";
import type { ReleaseOrder } from "./release-order.ts";
import { readTextFile } from "./text-file.ts";

const changelog = "CHANGELOG.md";

/** An output, and what its changelog is about to say. */
export interface ReleasedOutput {
  readonly config: Config;
  readonly entry: string;
}

/** The entry for a comparison, in its final form. */
export async function entryOf(comparison: Comparison, version: string): Promise<string> {
  const files = await formatFiles([{ path: changelog, text: changelogEntry(comparison, version) }]);
  return files.map(({ text }) => text).join("");
}

/**
 * Everything that a release writes: the version in the config file, the entries in the changelogs, and the packages made
 * again with the new version. Nothing is written here.
 * @throws BindgenError `usage` where a changelog has the version already, and whatever making a package throws
 */
export async function releaseTargets(
  { file, content, keys }: ReleaseOrder,
  outputs: readonly ReleasedOutput[],
  version: string,
  options: RunOptions,
): Promise<OutputTarget[]> {
  const text = content.mark + withVersion(content.text, keys, version);
  const targets = [await named(dirname(file), basename(file), text)];
  for (const { config, entry } of outputs) {
    targets.push(await named(config.out, changelog, await withNewEntry(config.out, entry, version)));
    const released = { ...config, package: { ...config.package, version } };
    targets.push({ ...(await makePackage(released, options)), target: "package" });
  }
  return targets;
}

async function named(folder: string, path: string, text: string): Promise<OutputTarget> {
  return { folder, changes: await planChanges(folder, [{ path, text }], { target: "named" }), target: "named" };
}

async function withNewEntry(folder: string, entry: string, version: string): Promise<string> {
  const file = join(folder, changelog);
  const earlier = await readTextFile(file);
  if (earlier !== undefined && hasEntry(earlier.text, version)) {
    const hint = "take it out, or release a higher version with --step";
    throw new BindgenError("usage", { place: { file }, message: `there is an entry for ${version} already`, hint });
  }
  return (earlier?.mark ?? "") + withEntry(earlier?.text, entry);
}
