import { access } from "node:fs/promises";
import type { Config } from "../config/types.ts";
import { diffPackages } from "../run.ts";
import { formatComparison } from "./diff-formats.ts";
import type { Progress } from "./progress.ts";
import type { Terminal } from "./terminal.ts";

/** What is about to change for the users of each package, in words; empty for a package that is made for the first time. */
export async function refreshDiff(
  configs: readonly Config[],
  options: {
    readonly terminal: Terminal;
    readonly known: ReadonlyMap<string, Uint8Array>;
    readonly progress: Progress["step"];
  },
): Promise<string> {
  const { terminal, known, progress } = options;
  const texts: string[] = [];
  for (const config of configs) {
    if (!known.has(config.metadata) || !(await exists(config.metadata))) continue;
    const { comparison } = await diffPackages({ base: config, head: config }, { overlay: true, known, progress });
    const title = config.name === undefined ? "" : `${config.name}:\n`;
    texts.push(`\n${title}${formatComparison(comparison, "text", { terminal, failOn: "none" })}`);
  }
  return texts.join("");
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
