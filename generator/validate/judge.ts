import { isRecord } from "../json.ts";
import { pointerStep } from "../json-pointer.ts";
import { didYouMeanAny } from "../suggest.ts";
import type { LoadedPackage, Validate } from "./load-package.ts";

/** One payload and what it is to be. */
export interface Case {
  readonly type: string;
  /** Undefined: received, or create for an operation. */
  readonly presence: string | undefined;
  readonly collection: boolean;
  readonly strict: boolean;
  readonly json: unknown;
}

/** An issue as the command prints it. */
export interface PrintedIssue {
  /** A JSON pointer (RFC 6901). */
  readonly path: string;
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly message: string;
}

/** Why a case cannot be judged. */
export interface Refusal {
  readonly code: "malformed-json" | "unknown-type" | "unknown-presence" | "bad-case";
  readonly message: string;
  /** What would help, where that is more than the message says. */
  readonly hint?: string | undefined;
}

export type Verdict =
  | { readonly kind: "judged"; readonly ok: boolean; readonly issues: readonly PrintedIssue[] }
  | { readonly kind: "refused"; readonly error: Refusal };

/** Lets the package judge one case. */
export function judge(loaded: LoadedPackage, { json, strict, ...target }: Case): Verdict {
  const found = findValidator(loaded, target);
  return "code" in found ? { kind: "refused", error: found } : run(found.validate, json, strict);
}

/** The validator of a type in a presence, or why there is none. */
export function findValidator(
  { types, collectionOf }: LoadedPackage,
  { type, presence, collection }: Pick<Case, "type" | "presence" | "collection">,
): { readonly validate: Validate } | Refusal {
  const validators = types.get(type);
  if (validators === undefined) return unknownType(type, [...types.keys()]);
  const validate = validators.get(presence ?? (validators.has("received") ? "received" : "create"));
  if (validate === undefined) {
    const allowed = [...validators.keys()].join(", ");
    const message = `"${type}" has no presence "${presence ?? "create"}"; it has: ${allowed}`;
    return { code: "unknown-presence", message };
  }
  if (!collection) return { validate };
  if (isOperation(type))
    return { code: "bad-case", message: `"${type}" is an operation, and there are no collections of its parameters` };
  return { validate: collectionOf(validate) };
}

function isOperation(key: string): boolean {
  return key.startsWith("action:") || key.startsWith("function:");
}

function unknownType(type: string, known: readonly string[]): Refusal {
  const near = didYouMeanAny(type, known);
  const guess = near === undefined ? "" : `; ${near}`;
  const hint =
    `to include a type, add it to "roots" in the config, or give --root ${type}, and generate again; ` +
    "enumerations and type definitions have no validator of their own";
  return { code: "unknown-type", message: `the package has no type "${type}"${guess}`, hint };
}

function run(validate: Validate, json: unknown, strict: boolean): Verdict {
  const result = validate(json, { strict });
  if (!isRecord(result) || typeof result["ok"] !== "boolean") throw new TypeError("the validator returned no result");
  const issues: unknown = result["ok"] ? result["warnings"] : result["issues"];
  if (!Array.isArray(issues)) throw new TypeError("the validator returned no issues");
  return { kind: "judged", ok: result["ok"], issues: issues.map(toPrinted) };
}

function toPrinted(issue: unknown): PrintedIssue {
  const { path, code, severity, message } = isRecord(issue) ? issue : {};
  if (!Array.isArray(path) || typeof code !== "string" || typeof message !== "string") {
    throw new TypeError("the validator returned an issue that is none");
  }
  return { path: toPointer(path), code, severity: severity === "warning" ? "warning" : "error", message };
}

function toPointer(path: readonly unknown[]): string {
  return path.map((key) => pointerStep(String(key))).join("");
}
