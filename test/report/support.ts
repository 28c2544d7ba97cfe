import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { FormattedFile } from "../../generator/output/types.ts";
import { packagePath } from "../../generator/package-root.ts";
import { apiReport } from "../../generator/report/api-report.ts";

/** A package in memory: its sources by path below `src/`, and the subpaths of `exports` with the files behind them. */
export function packageOf(
  sources: Readonly<Record<string, string>>,
  exports: Readonly<Record<string, unknown>> = { ".": entry("index") },
): FormattedFile[] {
  const files = Object.entries(sources).map(([path, text]) => ({ path: `src/${path}`, text }));
  return [{ path: "package.json", text: JSON.stringify({ name: "p", exports }) }, ...files];
}

/** What the tool writes for an entry point. */
export function entry(file: string): { types: string; default: string } {
  return { types: `./dist/${file}.d.ts`, default: `./dist/${file}.js` };
}

/** The lines of a report by heading; lists and fenced code alike, without what is around them. */
export function sectionsOf(report: string): Record<string, string[]> {
  const [, ...sections] = report.split(/^## /m);
  return Object.fromEntries(
    sections.map((section) => {
      const [heading = "", ...lines] = section.trimEnd().split("\n");
      return [heading, lines.filter((line) => line !== "" && !/^(?:`{3,}|<!--)/.test(line))];
    }),
  );
}

/** The same without the list of entry points. */
export function declarationSections(report: string): Record<string, string[]> {
  const sections = Object.entries(sectionsOf(report));
  return Object.fromEntries(sections.filter(([heading]) => heading !== "Entry points"));
}

/** The declarations of a package with one module, as the report shows them. */
export function declarationsOf(text: string): string[] {
  return sectionsOf(apiReport(packageOf({ "index.ts": text })))["`.`"] ?? [];
}

/** Every name that a report gives to each entry point. */
export function namesByEntry(report: string): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>();
  for (const [heading, lines] of Object.entries(sectionsOf(report))) {
    for (const [, subpath = ""] of heading.matchAll(/`([^`]+)`/g)) {
      const found = names.get(subpath) ?? new Set();
      lines.flatMap(namesOf).forEach((name) => found.add(name));
      names.set(subpath, found);
    }
  }
  return names;
}

function namesOf(line: string): readonly string[] {
  const [, path = "", members] = /^validators of .*: ([\w$.]*)\{ (.*) \}$/.exec(line) ?? [];
  if (members !== undefined) return members.split(", ").map((member) => `${path}${member}`);
  const [, name] = /^(?:(?:abstract )?class|interface|type|const|function) ([\p{L}\w$.]+)/u.exec(line) ?? [];
  return name === undefined ? [] : [name];
}

/** The flagship package as it is committed. */
export function flagshipFiles(): readonly FormattedFile[] {
  const root = packagePath("generated");
  const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => `src/${path.replaceAll("\\", "/")}`);
  return ["package.json", ...sources.sort()].map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}
