import { diffPackages } from "../run.ts";
import type { DiffFlags } from "./arguments.ts";
import { formatComparison, formatOf } from "./diff-formats.ts";
import { diffSides } from "./diff-sides.ts";
import { exceeds } from "./diff-summary.ts";
import { withProgress } from "./progress.ts";
import { write, type Terminal } from "./terminal.ts";

/** `diff`: says what changed for users of the package between two documents or revisions. */
export async function diff(flags: DiffFlags, terminal: Terminal): Promise<number> {
  const format = formatOf(flags);
  const failOn = flags["fail-on"] ?? "breaking";
  const sides = await diffSides(flags, terminal.cwd);
  const { comparison, whole } = await withProgress(terminal, (progress) =>
    diffPackages(sides, { overlay: flags["no-overlay"] !== true, progress }),
  );
  if (whole) await write(terminal.stderr, `none of the config's roots is in these documents: comparing all of them\n`);
  await write(terminal.stdout, formatComparison(comparison, format, { terminal, failOn }));
  return exceeds(comparison, failOn) ? 1 : 0;
}
