import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isRecord } from "../../generator/json.ts";
import { packagePath } from "../../generator/package-root.ts";
import { compareCodeUnits } from "../../generator/sort.ts";
import { type Issue, toPointer } from "../../generated/src/runtime/issue.ts";
import type { Validation, Validator } from "../../generated/src/runtime/validate.ts";
import { registry } from "../../generated/src/registry.ts";

/** Where the documented bodies of one page stand, and beside each its golden. */
export const examplesFolder = packagePath("spec", "examples", "create-call");

/** How the golden of a body is called: what the validator warns of. */
export const warningsSuffix = ".warnings.json";

export interface Example {
  readonly name: string;
  readonly type: string;
  readonly presence: string;
  readonly body: unknown;
}

/** An issue as goldens and tables hold it. */
export interface Finding {
  readonly pointer: string;
  readonly code: string;
}

/** What the registry has for a type in one presence. */
export interface Access {
  readonly is: (value: unknown) => boolean;
  readonly validate: Validator<unknown>;
}

/** The bodies, by the names of their files. */
export function readExamples(folder = examplesFolder): Example[] {
  return exampleNames(readdirSync(folder)).map((name) => readExample(name, folder));
}

/** The names of the bodies among the files of a folder, sorted. */
export function exampleNames(files: readonly string[]): string[] {
  const bodies = files.filter((file) => file.endsWith(".json") && !file.endsWith(warningsSuffix));
  return bodies.map((file) => file.slice(0, -".json".length)).sort(compareCodeUnits);
}

function readExample(name: string, folder: string): Example {
  const content: unknown = JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8"));
  const { type, presence, body } = isRecord(content) ? content : {};
  if (typeof type !== "string" || typeof presence !== "string") throw new TypeError(`${name}: no type or presence`);
  return { name, type, presence, body };
}

/** The registry's entry for a type and presence; undefined where the package has none. */
export function accessTo(type: string, presence: string): Access | undefined {
  const entries = new Map<string, object>(Object.entries(registry));
  const accesses = new Map<string, Access>(Object.entries(entries.get(type) ?? {}));
  return accesses.get(presence);
}

/** The issues of a verdict: the errors, or the warnings of what is valid. */
export function findingsOf(verdict: Validation<unknown>): Finding[] {
  return (verdict.ok ? verdict.warnings : verdict.issues).map(toFinding);
}

/** An issue as goldens and tables hold it. */
export function toFinding({ path, code }: Issue): Finding {
  return { pointer: toPointer(path), code };
}
