import type { Options } from "prettier";
import { BindgenError } from "../errors.ts";
import { isRecord } from "../json.ts";
import { width } from "../render/doc.ts";
import type { RenderedFile } from "../render/types.ts";
import type { FormattedFile } from "./types.ts";

// Fixed here and never read from a user's configuration: same input, same bytes.
const options: Options = { printWidth: width, endOfLine: "lf" };

// `babel-ts` prints TypeScript as `typescript` does, in two thirds of the time.
const parsers: ReadonlyMap<string, NonNullable<Options["parser"]>> = new Map([
  ["ts", "babel-ts"],
  ["js", "babel"],
  ["json", "json"],
  ["md", "markdown"],
]);

/** The canonical form of every file. A file that does not parse is a bug of ours: nothing is written unformatted. */
export async function formatFiles(files: readonly RenderedFile[]): Promise<FormattedFile[]> {
  const formatted: FormattedFile[] = [];
  for (const { path, text, canonical } of files) {
    const parser = canonical === true ? undefined : parserOf(path);
    formatted.push({ path, text: parser === undefined ? text : await formatText(path, text, parser) });
  }
  return formatted;
}

async function formatText(path: string, text: string, parser: NonNullable<Options["parser"]>): Promise<string> {
  // Nearly every file is in its form already: most runs need no formatter.
  const { format } = await import("prettier");
  try {
    return await format(text, { ...options, parser });
  } catch (error) {
    throw unparsable(path, error);
  }
}

function parserOf(path: string): Options["parser"] {
  // As prettier itself does it, so that `prettier --check` agrees: like npm, which rewrites this file.
  if (path.split("/").at(-1) === "package.json") return "json-stringify";
  return parsers.get(path.slice(path.lastIndexOf(".") + 1));
}

function unparsable(path: string, error: unknown): BindgenError {
  const [message = "it does not parse"] = (error instanceof Error ? error.message : String(error)).split("\n");
  const loc: unknown = error instanceof Error && "loc" in error ? error.loc : undefined;
  const start: unknown = isRecord(loc) ? loc["start"] : undefined;
  const line = isRecord(start) && typeof start["line"] === "number" ? start["line"] : undefined;
  const column = isRecord(start) && typeof start["column"] === "number" ? start["column"] : undefined;
  return new BindgenError(
    "internal",
    { place: { file: path, line, column }, message: `generated text: ${message}` },
    { cause: error },
  );
}
