import type { Config } from "../config/types.ts";
import { BindgenError } from "../errors.ts";
import { gitLocation } from "../git-location.ts";
import { diffPackages } from "../run.ts";
import { lastCommitTouching } from "../source/git.ts";
import { readBytes } from "../source/read-source.ts";
import { configureOne } from "./configure.ts";
import { formatComparison } from "./diff-formats.ts";
import type { Terminal } from "./terminal.ts";

/**
 * What it means for users that a package is not up to date, in words: the model now, against the model in the commit that
 * last changed the package. Empty where history does not say: no repository, a shallow clone, no configuration then.
 */
export async function checkSummary(config: Config, overlay: boolean, terminal: Terminal): Promise<string> {
  const commit = await lastCommitTouching(config.out);
  if (commit === undefined || config.from === "command line") return "";
  try {
    const only = config.name === undefined ? undefined : [config.name];
    const then = gitLocation({ revision: commit, path: config.from });
    const base = await configureOne({ config: then, only }, terminal.cwd, readBytes);
    const { comparison } = await diffPackages({ base, head: config }, { overlay });
    const onStderr = { ...terminal, colors: { ...terminal.colors, stdout: terminal.colors.stderr } };
    const text = formatComparison(comparison, "text", { terminal: onStderr, failOn: "none" });
    return `since ${commit.slice(0, 12)}, which last changed the package:\n${text}`;
  } catch (error) {
    // History is not what is being checked: that an old document cannot be read is no fault of the new one.
    if (error instanceof BindgenError) return "";
    throw error;
  }
}
