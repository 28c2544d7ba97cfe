import { access } from "node:fs/promises";
import type { Config } from "../config/types.ts";
import { BindgenError, type Problem } from "../errors.ts";
import { diffPackages } from "../run.ts";
import type { Source } from "../source/types.ts";
import { formatComparison } from "./diff-formats.ts";
import type { Progress } from "./progress.ts";
import type { Terminal } from "./terminal.ts";

interface Options {
  readonly terminal: Terminal;
  /** The slices that are about to be written, by location. */
  readonly known: ReadonlyMap<string, Source>;
  readonly progress: Progress["step"];
  readonly warn: (found: readonly Problem[]) => void;
}

/** What is about to change for the users of each package, in words; empty for a package that is made for the first time. */
export async function refreshDiff(configs: readonly Config[], options: Options): Promise<string> {
  const texts: string[] = [];
  for (const config of configs) {
    if (!options.known.has(config.metadata) || !(await exists(config.metadata))) continue;
    const text = await diffOf(config, options);
    // Other roots or another overlay are not the metadata's doing, and not in here.
    const title = `${config.name === undefined ? "" : `${config.name}: `}what the new metadata changes:\n`;
    if (text !== undefined) texts.push(`\n${title}${text}`);
  }
  return texts.join("");
}

/**
 * The earlier slice may be torn, or lack what an entry of the overlay refers to that came since. Refreshing mends both,
 * so it is warned of and not refused: the later side has been proved to be sound when the package was made.
 */
async function diffOf(config: Config, { terminal, known, progress, warn }: Options): Promise<string | undefined> {
  try {
    const { comparison } = await diffPackages({ base: config, head: config }, { overlay: true, known, progress });
    return formatComparison(comparison, "text", { terminal, failOn: "none" });
  } catch (error) {
    if (!(error instanceof BindgenError) || error.kind === "internal") throw error;
    const message = `what changed cannot be told: ${error.problems[0]?.message ?? error.message}`;
    const hint = "once it is refreshed, odata-bindgen diff git:HEAD compares it with the last commit";
    warn([{ place: error.problems[0]?.place, message, hint }]);
    return undefined;
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
