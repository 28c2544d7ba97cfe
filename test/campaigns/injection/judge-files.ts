import { printCsdl } from "../../../generator/csdl/print-csdl.ts";
import { formatFiles } from "../../../generator/output/format.ts";
import { apiReport } from "../../../generator/report/api-report.ts";
import { inputOf } from "./documents.ts";
import { execute } from "./execute.ts";
import { escapesIn, skeleton } from "./judge.ts";
import { markupIn } from "./markdown.ts";
import { documentOf, filesOf } from "./pipeline.ts";
import { unseenIn } from "./unseen.ts";

/** What an input makes that hides nothing. */
export const harmless = filesOf(inputOf({ text: () => "text", name: (name) => name }));

/** What is in a file below the line that says where it is from. */
function body(text: string): string {
  return text.slice(text.indexOf("\n"));
}

/** What is wrong with a file whose texts are hostile, names being those of the harmless one. */
export function judgeTexts(path: string, text: string): string[] {
  const expected = harmless.get(path);
  if (expected === undefined) return [`${path}: nobody expects it`];
  const problems = unseenIn(path, text);
  if (path.endsWith(".md")) return [...problems, ...markupIn(path, text, expected)];
  if (path.endsWith(".json")) return [...problems, ...jsonFaults(path, text, expected)];
  if (path.endsWith(".xml")) return [...problems, ...xmlFaults(path, text)];
  if (!path.endsWith(".ts")) return problems;
  const header = text.slice(0, text.indexOf("\n"));
  problems.push(...escapesIn(path, header));
  if (body(text) === body(expected)) return problems;
  problems.push(...escapesIn(path, text));
  const faults = skeleton(path, text) === skeleton(path, expected) ? [] : [`${path}: another structure`];
  return [...problems, ...faults];
}

/** The keys of a file of JSON, and what kind of value each has. */
function jsonFaults(path: string, text: string, expected: string): string[] {
  const shape = (json: string): string =>
    JSON.stringify(JSON.parse(json), (_, value: unknown) => (typeof value === "string" ? "" : value));
  return shape(text) === shape(expected) ? [] : [`${path}: another structure`];
}

function xmlFaults(path: string, text: string): string[] {
  const again = printCsdl(documentOf(path, text));
  return again === text ? [] : [`${path}: reading and printing it again gives another one`];
}

/** What is wrong with a package in its final form, and when it runs. */
export async function finalFaults(files: ReadonlyMap<string, string>): Promise<string[]> {
  const ends = [...files].filter(([path]) => /^(README\.md|package\.json|src\/wire\.ts)$/.test(path));
  const formatted = await formatFiles(ends.map(([path, text]) => ({ path, text })));
  const { seen } = await execute(files);
  const report = (from: ReadonlyMap<string, string>): string =>
    apiReport([...from].map(([path, text]) => ({ path, text }))).replace(/[0-9a-f]{64}/, "the hash of the input");
  const faults = formatted.flatMap(({ path, text }) =>
    path.endsWith(".ts") ? [...unseenIn(path, text), ...escapesIn(path, text)] : judgeTexts(path, text),
  );
  if (report(files) !== report(harmless)) faults.push("api.md: another one");
  return [...faults, ...seen.map((name) => `${name} came to be`)];
}

/** What is wrong with a file whose names are hostile. */
export function judgeNames(path: string, text: string): string[] {
  const problems = unseenIn(path, text);
  if (!path.endsWith(".ts")) return problems;
  // It throws where the text does not parse.
  skeleton(path, text);
  return [...problems, ...escapesIn(path, text)];
}
