import { plural, largestOf } from "../count.ts";
import { printable, printableJson } from "../excerpt.ts";
import type { Inspection, InspectedItem, InspectedOverlay } from "../inspect/types.ts";
import { inspectPackage } from "../run.ts";
import { didYouMeanAny, oneOf } from "../suggest.ts";
import type { InspectFlags } from "./arguments.ts";
import { configureOne } from "./configure.ts";
import { inspectPayloads } from "./inspect-payloads.ts";
import { withProgress } from "./progress.ts";
import { collectWarnings, reportWarnings } from "./report.ts";
import { align, write, type Terminal } from "./terminal.ts";
import { usage } from "./usage.ts";

/** `inspect`: counts and overlay, or for one type or operation the path by which it got in. */
export async function inspect(flags: InspectFlags, terminal: Terminal): Promise<number> {
  const { payloads } = flags;
  if (payloads !== undefined) return inspectPayloads({ ...flags, payloads }, terminal);
  if (flags.pick !== undefined) throw usage("--pick needs --payloads", "see odata-bindgen inspect --help");
  // Nothing is written, so the folder need not be named.
  const config = await configureOne({ ...flags, out: "generated" }, terminal.cwd);
  const { warn, all: warnings } = collectWarnings();
  const inspection = await withProgress(terminal, (progress) =>
    inspectPackage(config, { overlay: flags["no-overlay"] !== true, progress, warn }),
  );
  await reportWarnings(warnings(), terminal);
  const item = flags.type === undefined ? undefined : find(inspection, typeOf(inspection, flags.type));
  const text = item === undefined ? overview(inspection) : path(item);
  await write(terminal.stdout, flags.json === true ? `${printableJson(item ?? inspection, 2)}\n` : text);
  return 0;
}

/** The type of an entity set or singleton, which may be asked for in its place; else the name itself. */
function typeOf({ items, children }: Inspection, name: string): string {
  if (items.some((item) => item.name === name)) return name;
  return children.find((child) => child.name === name)?.type ?? name;
}

function find({ items }: Inspection, name: string): InspectedItem {
  const item = items.find((candidate) => candidate.name === name);
  if (item !== undefined) return item;
  const overloads = items.filter((candidate) => /^(?:action|function):([^(]*)/.exec(candidate.name)?.[1] === name);
  if (overloads.length > 1) {
    throw usage(`"${name}" has ${plural(overloads.length, "overload")}`, `say which: ${oneOf(names(overloads))}`);
  }
  const [only] = overloads;
  if (only !== undefined) return only;
  const near = didYouMeanAny(name, names(items));
  throw usage(`"${name}" is not in the package`, near ?? "if the metadata has it, add it to the roots");
}

function names(items: readonly InspectedItem[]): string[] {
  return items.map(({ name }) => name);
}

function path({ name, kind, path: steps }: InspectedItem): string {
  const lines = steps.map((step, depth) => `${"  ".repeat(depth)}${printable(step)}\n`);
  return `${printable(name)} (${kind})\n${lines.join("")}`;
}

function overview(inspection: Inspection): string {
  const { counts } = inspection;
  const widest = largestOf(counts.map(({ count }) => String(count).length));
  const numbers = align(counts.map(({ of, count }) => [String(count).padStart(widest), of]));
  return `${numbers}${container(inspection)}${additions(inspection)}`;
}

/** As many as a screen shows of what a request may start from. */
const shownChildren = 20;

function container({ children }: Inspection): string {
  if (children.length === 0) return "";
  const rows = children.slice(0, shownChildren).map(({ name, kind, type }) => [printable(name), kind, printable(type)]);
  const more = children.length - rows.length;
  return `\nentity container:\n${align(rows, "  ")}${more > 0 ? `  and ${more} more; --json shows them\n` : ""}`;
}

function additions({ overlay }: Inspection): string {
  if (overlay.length === 0) return "";
  const declared = new Set(overlay.filter(({ kind }) => kind !== "annotation").map(({ element }) => element));
  // Of the many annotations, those stand out that say something of their own or that nobody needs any more.
  const shown = overlay.filter((entry) => !entry.needed || isOwn(entry, declared));
  const more = overlay.length - shown.length;
  const rest = more === 0 ? "" : `  and ${plural(more, "annotation")}, all needed; --json shows them\n`;
  return `\noverlay:\n${shown.map(describe).join("")}${rest}`;
}

function isOwn({ kind, element, evidence }: InspectedOverlay, declared: ReadonlySet<string>): boolean {
  return kind !== "annotation" || (evidence !== undefined && !declared.has(element));
}

/** Of what reaches nothing. */
const verdicts: Partial<Record<InspectedOverlay["state"], string>> = {
  missing: "nothing has that name",
  unread: "nothing comes of it there",
};

function describe({ element, kind, state, needed, evidence }: InspectedOverlay): string {
  const verdict = verdicts[state] ?? (needed ? state : `${state}, no longer needed`);
  return `  ${printable(element)} (${kind}): ${verdict}\n      ${printable(evidence ?? "no evidence named")}\n`;
}
