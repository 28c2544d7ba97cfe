import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import type { createColors } from "picocolors";
import type { Host } from "../output/types.ts";

/** The outside world as the commands see it; only `cli.ts` knows that it is a process. */
export interface Terminal {
  /** The folder that paths on the command line are relative to. */
  readonly cwd: string;
  readonly stdin: Readable;
  /** Whether a person would have to type the input. */
  readonly stdinIsTty: boolean;
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** Colours for each stream; they return the text unchanged where colour is off. */
  readonly colors: { readonly stdout: Colors; readonly stderr: Colors };
  /** Whether to show progress: a person watches stderr. */
  readonly progress: boolean;
  /** Characters in a line. */
  readonly columns: number;
  readonly host: Host;
  /** What runs the tool, and its version: what it takes for a letter, say, is up to that. */
  readonly engine: string;
}

export type Colors = ReturnType<typeof createColors>;

/** Writes and waits while the reader is behind; false once nobody reads any more. */
export async function write(stream: Writable, text: string): Promise<boolean> {
  if (stream.destroyed || stream.closed || stream.errored !== null) return false;
  if (stream.write(text)) return true;
  // Whichever comes first, nobody listens for the other any more.
  const over = new AbortController();
  try {
    await Promise.race([once(stream, "drain", over), once(stream, "close", over)]);
  } catch {
    return false;
  } finally {
    over.abort();
  }
  return !stream.destroyed;
}

/** Rows as columns: every cell but the last of a row padded to the widest of its column. */
export function align(rows: readonly (readonly string[])[], indent = ""): string {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, column) => (widths[column] = Math.max(widths[column] ?? 0, cell.length)));
  const line = (row: readonly string[]): string =>
    row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0))).join("  ");
  return rows.map((row) => `${indent}${line(row)}\n`).join("");
}
