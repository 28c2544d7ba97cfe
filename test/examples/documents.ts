import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isRecord } from "../../generator/json.ts";
import { packagePath } from "../../generator/package-root.ts";
import { compareCodeUnits } from "../../generator/sort.ts";
import { validateCollection } from "../../generated/src/runtime/collection.ts";
import type { Validation } from "../../generated/src/runtime/validate.ts";
import { accessTo, type Finding, toFinding } from "../golden/examples.ts";

/** Bodies that pages of the documentation show; they are not part of the project and may be absent. */
export const documentsFolder = packagePath("..", "shared", "examples");

/** The expected verdicts, by the id of the body. */
export const verdictsFile = packagePath("test", "examples", "verdicts.json");

export interface Document {
  readonly id: string;
  /** A request is judged as what is created, anything else as what is received. */
  readonly role: string;
  /** A qualified name, or the key of an operation. */
  readonly type: string;
  readonly collection: boolean;
  readonly json: unknown;
}

/** A finding, and for errors why the page is wrong and the validator right, in words. */
export interface ExplainedFinding extends Finding {
  readonly reason: string;
}

/** Valid, not valid, or not to be judged because the package has no such type. */
export type ExpectedVerdict =
  | { readonly verdict: "ok"; readonly warnings?: readonly Finding[] }
  | {
      readonly verdict: "invalid";
      readonly errors: readonly ExplainedFinding[];
      readonly warnings?: readonly Finding[];
    }
  | { readonly verdict: "outside"; readonly reason: string };

export function haveDocuments(): boolean {
  return existsSync(documentsFolder);
}

export function readDocuments(): Document[] {
  const files = readdirSync(documentsFolder).filter((file) => file.endsWith(".json"));
  return files.sort(compareCodeUnits).map((file) => readDocument(join(documentsFolder, file)));
}

function readDocument(file: string): Document {
  const content: unknown = JSON.parse(readFileSync(file, "utf8"));
  const { id, role, docType: type, collection, json } = isRecord(content) ? content : {};
  if (typeof id !== "string" || typeof role !== "string" || typeof type !== "string") throw new TypeError(file);
  return { id, role, type, collection: collection === true, json };
}

export function readVerdicts(): ReadonlyMap<string, ExpectedVerdict> {
  const table = JSON.parse(readFileSync(verdictsFile, "utf8")) as Record<string, ExpectedVerdict>;
  return new Map(Object.entries(table));
}

/** What the generated validators say to a body; undefined where the package has no such type. */
export function judgeDocument({ type, role, collection, json }: Document): Validation<unknown> | undefined {
  const presence = role === "request" || /^(action|function):/.test(type) ? "create" : "received";
  const validate = accessTo(type, presence)?.validate;
  if (validate === undefined) return undefined;
  return collection ? validateCollection(validate)(json) : validate(json);
}

/** A verdict in the form of the table; warnings beside errors are told apart by their severity. */
export function toVerdict(verdict: Validation<unknown> | undefined): ExpectedVerdict {
  if (verdict === undefined) return { verdict: "outside", reason: "" };
  const issues = verdict.ok ? verdict.warnings : verdict.issues;
  const found = (severity: string): Finding[] => issues.filter((issue) => issue.severity === severity).map(toFinding);
  const warnings = found("warning");
  const rest = warnings.length > 0 ? { warnings } : {};
  if (verdict.ok) return { verdict: "ok", ...rest };
  return { verdict: "invalid", errors: found("error").map((error) => ({ ...error, reason: "" })), ...rest };
}
