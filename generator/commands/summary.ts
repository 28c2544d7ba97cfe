import { plural } from "../count.ts";
import { printable } from "../excerpt.ts";
import type { FileChange } from "../output/types.ts";
import type { Colors } from "./terminal.ts";

const listed = 10;

/** What was written, in one line, and the files by name where they are few. */
export function summary(path: string, changes: readonly FileChange[]): string {
  const folder = printable(path);
  const differing = changes.filter((change) => change.kind !== "unchanged");
  const total = changes.filter((change) => change.kind !== "removed").length;
  if (differing.length === 0) return `${folder}: ${plural(total, "file")}, up to date\n`;
  const counts = (["added", "changed", "removed"] as const).flatMap((kind) => {
    const count = differing.filter((change) => change.kind === kind).length;
    return count === 0 ? [] : [`${count} ${kind}`];
  });
  const names =
    differing.length > listed
      ? ""
      : differing.map(({ kind, path }) => `  ${kind.padEnd(7)}  ${printable(path)}\n`).join("");
  return `${folder}: ${[plural(total, "file"), ...counts].join(", ")}\n${names}`;
}

/** A unified diff in the colours of `git diff`. */
export function colorDiff(diff: string, { bold, cyan, green, red }: Colors): string {
  const color = (line: string): string => {
    if (line.startsWith("+++ ") || line.startsWith("--- ")) return bold(line);
    if (line.startsWith("@@ ")) return cyan(line);
    return line.startsWith("+") ? green(line) : line.startsWith("-") ? red(line) : line;
  };
  return diff.split("\n").map(color).join("\n");
}

/** The flags that lead to the same job again, as they would be typed; `--check` is left out. */
export function commandLine(flags: Readonly<Record<string, unknown>>): string {
  const given = ["config", "only", "metadata", "root", "all", "no-overlay", "ieee754-compatible", "out"].flatMap(
    (name): string[] => {
      const value = flags[name];
      if (value === true) return [`--${name}`];
      const values: readonly unknown[] = Array.isArray(value) ? value : [value];
      return values.flatMap((item) => (typeof item === "string" ? [`--${name}${valueOf(item)}`] : []));
    },
  );
  return given.map((part) => ` ${part}`).join("");
}

/** A value that begins with a dash would be taken for a flag of its own. */
function valueOf(item: string): string {
  return `${item.startsWith("-") ? "=" : " "}${quote(item)}`;
}

function quote(text: string): string {
  return /^[\w./:@=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
