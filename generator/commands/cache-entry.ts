import { randomBytes } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Place, Problem } from "../errors.ts";
import { isRecord } from "../json.ts";
import { hashOf } from "../output/regular-file.ts";
import type { FileHash } from "../output/standing.ts";

/** What a run came to, remembered for the next one. */
export interface Entry {
  /** What decided it: `cacheKey`. */
  readonly key: string;
  readonly files: readonly FileHash[];
  readonly warnings: readonly Problem[];
}

/** The entry of a file; undefined where there is none, and where it is not what was written. Never throws. */
export async function readEntry(file: string): Promise<Entry | undefined> {
  try {
    const text = await readFile(file, "utf8");
    const end = text.indexOf("\n");
    const body = text.slice(end + 1);
    return end > 0 && text.slice(0, end) === hashOf(body) ? entryOf(JSON.parse(body)) : undefined;
  } catch {
    return undefined;
  }
}

/** Puts an entry in its file, in one move. Where that cannot be written, nothing is remembered. Never throws. */
export async function writeEntry(file: string, entry: Entry): Promise<void> {
  const body = JSON.stringify(entry);
  const staged = `${file}.${randomBytes(6).toString("hex")}`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(staged, `${hashOf(body)}\n${body}`, { flag: "wx" });
    await rename(staged, file);
  } catch {
    await rm(staged, { force: true }).catch(() => undefined);
  }
}

function entryOf(value: unknown): Entry | undefined {
  if (!isRecord(value) || typeof value["key"] !== "string") return undefined;
  const files = listOf(value["files"], fileOf);
  const warnings = listOf(value["warnings"], problemOf);
  return files === undefined || warnings === undefined ? undefined : { key: value["key"], files, warnings };
}

function fileOf(value: unknown): FileHash | undefined {
  if (!isRecord(value) || typeof value["path"] !== "string" || typeof value["hash"] !== "string") return undefined;
  return { path: value["path"], hash: value["hash"] };
}

function problemOf(value: unknown): Problem | undefined {
  if (!isRecord(value) || typeof value["message"] !== "string") return undefined;
  const { message, hint, place } = value;
  return { message, hint: typeof hint === "string" ? hint : undefined, place: placeOf(place) };
}

function placeOf(value: unknown): Place | undefined {
  if (!isRecord(value) || typeof value["file"] !== "string") return undefined;
  const { file, line, column } = value;
  const number = (one: unknown): number | undefined => (typeof one === "number" ? one : undefined);
  return { file, line: number(line), column: number(column) };
}

/** The items of a list; undefined where it is none, or one of them is not what it should be. */
function listOf<T>(value: unknown, read: (item: unknown) => T | undefined): T[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const items = value.flatMap((item: unknown) => read(item) ?? []);
  return items.length === value.length ? items : undefined;
}
