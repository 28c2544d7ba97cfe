import type { Inspection, InspectedItem } from "../inspect/types.ts";
import { inspectPackage } from "../run.ts";
import { didYouMean } from "../suggest.ts";
import type { InspectFlags } from "./arguments.ts";
import { configure } from "./configure.ts";
import { withProgress } from "./progress.ts";
import { align, plural, printable, write, type Terminal } from "./terminal.ts";
import { usage } from "./usage.ts";

/** `inspect`: counts and overlay, or for one type or operation the path by which it got in. */
export async function inspect(flags: InspectFlags, terminal: Terminal): Promise<number> {
  // Nothing is written, so the folder need not be named.
  const config = await configure({ ...flags, out: "generated" }, terminal.cwd);
  const inspection = await withProgress(terminal, (progress) =>
    inspectPackage(config, { overlay: flags["no-overlay"] !== true, progress }),
  );
  const item = flags.type === undefined ? undefined : find(inspection, flags.type);
  const text = item === undefined ? overview(inspection) : path(item);
  await write(terminal.stdout, flags.json === true ? `${JSON.stringify(item ?? inspection, undefined, 2)}\n` : text);
  return 0;
}

function find({ items }: Inspection, name: string): InspectedItem {
  const item = items.find((candidate) => candidate.name === name);
  if (item !== undefined) return item;
  const near = didYouMean(
    name,
    items.map((candidate) => candidate.name),
  );
  throw usage(`"${name}" is not in the package`, near ?? "to include it, add it to the roots");
}

function path({ name, kind, path: steps }: InspectedItem): string {
  const lines = steps.map((step, depth) => `${"  ".repeat(depth)}${printable(step)}\n`);
  return `${printable(name)} (${kind})\n${lines.join("")}`;
}

function overview({ counts, overlay }: Inspection): string {
  const widest = Math.max(0, ...counts.map(({ count }) => String(count).length));
  const numbers = align(counts.map(({ of, count }) => [String(count).padStart(widest), of]));
  if (overlay.length === 0) return numbers;
  const rows = overlay.map(({ element, needed, evidence }) => [
    printable(element),
    needed ? "needed" : "no longer needed",
    printable(evidence ?? "no evidence named"),
  ]);
  return `${numbers}\noverlay: ${plural(overlay.length, "entry").replace("entrys", "entries")}\n${align(rows, "  ")}`;
}
