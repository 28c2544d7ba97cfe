import { dirname } from "node:path";
import { isUrl, locate } from "../config/defaults.ts";
import { formatFiles } from "../output/format.ts";
import { planChanges } from "../output/plan-changes.ts";
import { recover, writeChanges } from "../output/write-changes.ts";
import { refreshSpec } from "../run.ts";
import type { RefreshFlags } from "./arguments.ts";
import { configure } from "./configure.ts";
import { withProgress } from "./progress.ts";
import { reportWarnings, shortPath } from "./report.ts";
import type { Problem } from "../errors.ts";
import { summary } from "./summary.ts";
import { write, type Terminal } from "./terminal.ts";
import { usage } from "./usage.ts";

/** `refresh`: slices a full document and rewrites the folder of the document that the config names. */
export async function refresh(flags: RefreshFlags, terminal: Terminal): Promise<number> {
  const config = await configure({ config: flags.config }, terminal.cwd);
  const metadata = flags.metadata === undefined ? config.source : locate(terminal.cwd, flags.metadata);
  if (metadata === undefined) {
    throw usage(
      "the config does not say where to download from",
      'give --metadata FILE|URL, or add "source" to the config',
    );
  }
  if (isUrl(config.metadata)) {
    throw usage(
      `the config generates from ${config.metadata}, there is no file to refresh`,
      'name a file in "metadata"',
    );
  }
  const folder = dirname(config.metadata);
  await recover(folder);
  const warnings: Problem[] = [];
  const warn = (found: readonly Problem[]): void => void warnings.push(...found);
  const changes = await withProgress(terminal, async (progress) => {
    const files = await refreshSpec(config, metadata, { overlay: true, progress, warn });
    return planChanges(folder, await formatFiles(files), { target: "named" });
  });
  await reportWarnings(warnings, terminal);
  await writeChanges(folder, changes, { target: "named" });
  await write(terminal.stdout, summary(shortPath(folder, terminal.cwd), changes));
  return 0;
}
