import { readdir, stat } from "node:fs/promises";
import { basename, join, relative, resolve } from "node:path";
import { BindgenError, type Problem } from "../errors.ts";
import { decodeUtf8 } from "../json.ts";
import { readLenientJson } from "../payloads/lenient-json.ts";
import type { Body } from "../payloads/types.ts";
import { sortedBy } from "../sort.ts";
import { largest } from "../source/largest.ts";
import { readLocalFile } from "../source/read-file.ts";
import { reason } from "../system-error.ts";

const limit = { maxBytes: largest, hint: "divide it, or keep it elsewhere" };

/** Bodies, and what was wrong with their files. */
export interface Payloads {
  readonly bodies: readonly Body[];
  readonly warnings: readonly Problem[];
}

/**
 * Reads all `*.json` and `*.ndjson` files below folders, sorted by path. A file that is no JSON is a warning.
 * @throws BindgenError `input` where a folder or a file cannot be read, where a folder holds no such file, or where none
 *   of them is JSON.
 */
export async function readPayloads(folders: readonly string[], cwd: string): Promise<Payloads> {
  const bodies: Body[] = [];
  const warnings: Problem[] = [];
  for (const folder of folders) {
    for (const evidence of await filesBelow(folder, cwd)) {
      const file = evidence === "" ? folder : slashes(join(folder, evidence));
      const bytes = await readLocalFile(resolve(cwd, folder, evidence), limit);
      const text = decodeUtf8(bytes);
      const names = { file, evidence: evidence === "" ? basename(folder) : evidence };
      if (text === undefined) warnings.push({ place: { file }, message: "this is not UTF-8 text", hint: leftOut });
      else if (file.endsWith(".ndjson")) await readLines(text, names, { bodies, warnings });
      else await readText(text, names, { bodies, warnings });
    }
  }
  // Where nothing can be read, nothing is known; that everything is declared would be a lie.
  if (bodies.length === 0 && warnings.length > 0) {
    throw new BindgenError(
      "input",
      warnings.map(({ place, message }) => ({ place, message })),
    );
  }
  return { bodies, warnings };
}

const leftOut = "it is left out";

/** Paths relative to the folder; one empty path where the folder is a file. */
async function filesBelow(folder: string, cwd: string): Promise<string[]> {
  const root = resolve(cwd, folder);
  try {
    if ((await stat(root)).isFile()) return [""];
    const entries = await readdir(root, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => !entry.isDirectory() && /\.(?:json|ndjson)$/.test(entry.name))
      .map((entry) => slashes(relative(root, join(entry.parentPath, entry.name))));
    if (files.length > 0) return sortedBy(files, (file) => file);
  } catch (error) {
    const message = `the payloads cannot be read: ${reason(error)}`;
    throw new BindgenError("input", { place: { file: root }, message }, { cause: error });
  }
  throw new BindgenError("input", { place: { file: root }, message: "there is no *.json or *.ndjson file in it" });
}

function slashes(path: string): string {
  return path.replaceAll("\\", "/");
}

interface Collected {
  readonly bodies: Body[];
  readonly warnings: Problem[];
}

type Names = Pick<Body, "file" | "evidence">;

async function readText(text: string, names: Names, { bodies, warnings }: Collected): Promise<void> {
  const read = await readLenientJson(text);
  if (read.ok) bodies.push({ ...names, json: read.json });
  if (read.remark === undefined) return;
  const { message, line, column } = read.remark;
  const hint = read.ok ? "it is read all the same" : leftOut;
  warnings.push({ place: { file: names.file, line, column }, message, hint });
}

async function readLines(text: string, { file, evidence }: Names, { bodies, warnings }: Collected): Promise<void> {
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const found: Collected = { bodies, warnings: [] };
    await readText(line, { file: `${file}:${index + 1}`, evidence }, found);
    // The line within the line is always the first.
    for (const { place, message, hint } of found.warnings) {
      warnings.push({ place: { file, line: index + 1, column: place?.column }, message, hint });
    }
  }
}
