import { type Issue, ODataValidationError } from "../../../generated/src/runtime/issue.ts";
import type { Validation } from "../../../generated/src/runtime/validate.ts";
import type { Judge } from "./judges.ts";

const codes: ReadonlySet<string> = new Set([
  "wrong-type",
  "out-of-range",
  "bad-format",
  "unknown-enum-member",
  "null-not-allowed",
  "expected-array",
  "expected-object",
  "unexpected-type",
  "missing-discriminator",
  "missing-required",
  "non-canonical-type",
  "read-only",
  "undeclared-property",
  "too-deep",
]);
const unsafe = /[\p{C}\p{Zl}\p{Zp}]/u;

const limits: readonly number[] = [0, 1, 2, 7];

export type Verdict = "right" | "canonical" | "refused";

/**
 * Holds what is promised of a validator against one value; throws what is broken. What needs several validations more is
 * looked at in turn.
 */
export function hold(judge: Judge, value: unknown, turn: number): Verdict {
  const before = turn % 4 === 3 ? JSON.stringify(value) : undefined;
  const result = judge.validate(value);
  const is = judge.is(value);
  must(is === (result.ok && Object.is(result.value, value)), "is: validate hands back the value itself");
  holdIssues(value, result, 100);
  if (turn % 4 === 0) holdOthers(judge, value, result, is);
  if (turn % 4 === 1) holdOptions(judge, value, result, limits[(turn >> 2) % limits.length] ?? 0);
  if (turn % 16 === 2) must(JSON.stringify(result).length > 0, "the result can be written as JSON");
  if (result.ok && !is) holdCanonical(judge, value, result.value);
  must(before === undefined || JSON.stringify(value) === before, "the input stays as it is");
  return is ? "right" : result.ok ? "canonical" : "refused";
}

function holdIssues(value: unknown, result: Validation<unknown>, maxIssues: number): void {
  const issues = result.ok ? result.warnings : result.issues;
  must(issues.length <= maxIssues, "no more issues than asked for");
  const errors = issues.filter(({ severity }) => severity === "error").length;
  must(result.ok ? errors === 0 : errors > 0 || maxIssues === 0, "errors decide");
  for (const issue of issues) holdIssue(value, issue);
}

function holdIssue(value: unknown, issue: Issue): void {
  const { path, code, message, expected = "", received = "" } = issue;
  const severity: string = issue.severity;
  must(codes.has(code), `a known code: ${code}`);
  must(severity === "error" || severity === "warning", "a known severity");
  must(received.length <= 80 && message.length <= 1500, "short texts");
  must(!unsafe.test(message) && !unsafe.test(expected) && !unsafe.test(received), "texts that are safe to print");
  must("original" in issue === (code === "unknown-enum-member" && severity === "warning"), "what is replaced is kept");
  must(leads(value, issue), `a path that leads somewhere: ${code} ${path.join("/")}`);
}

/** The path leads through own members; its end may be what is missing, or the other spelling of a discriminator. */
function leads(value: unknown, { path, code, message }: Issue): boolean {
  let at = value;
  for (const [index, step] of path.entries()) {
    if (typeof at !== "object" || at === null) return false;
    if (Array.isArray(at) !== (typeof step === "number")) return false;
    if (Object.hasOwn(at, step)) {
      at = Object.getOwnPropertyDescriptor(at, step)?.value as unknown;
    } else {
      if (index + 1 < path.length) return false;
      const isShort = step === "@odata.type" && Object.hasOwn(at, "@type") && message.includes('"@type"');
      return code === "missing-required" || isShort;
    }
  }
  return true;
}

/** Assertion, parser and schema say what the validator says. */
function holdOthers(judge: Judge, value: unknown, result: Validation<unknown>, is: boolean): void {
  const asserted = thrown(() => judge.assert(value));
  must(is === (asserted === undefined), "assert throws where is is false");
  const parsed: { value?: unknown } = {};
  const refused = thrown(() => (parsed.value = judge.parse(value)));
  must(result.ok === (refused === undefined), "parse throws where validate is not ok");
  for (const error of [asserted, refused]) {
    if (error === undefined) continue;
    must(error instanceof ODataValidationError && !unsafe.test(error.message), "one error class, safe to print");
  }
  if (result.ok) must(is ? Object.is(parsed.value, value) : judge.is(parsed.value), "parse hands out what is proved");
  const standard = judge.schema["~standard"].validate(value);
  must((standard.issues === undefined) === result.ok, "the schema agrees");
  if (result.ok || standard.issues === undefined) return;
  const errors = result.issues.filter(({ severity }) => severity === "error");
  must(standard.issues.length === errors.length, "the schema's issues are the errors");
}

function thrown(run: () => unknown): unknown {
  try {
    run();
    return undefined;
  } catch (error) {
    return error;
  }
}

/** Strict adds issues and takes none away; a limit changes no verdict. */
function holdOptions(judge: Judge, value: unknown, result: Validation<unknown>, maxIssues: number): void {
  const strict = judge.validate(value, { strict: true, maxIssues: Infinity });
  const plain = judge.validate(value, { maxIssues: Infinity });
  must(result.ok || !strict.ok, "what is refused is refused under strict too");
  must(plain.ok === result.ok, "the limit changes no verdict");
  const rest = [...keys(strict)];
  const added = keys(plain).every((key) => rest.includes(key));
  must(added, "strict takes no issue away");
  const limited = judge.validate(value, { maxIssues });
  must(limited.ok === result.ok, "a small limit changes no verdict");
  holdIssues(value, limited, maxIssues);
}

/** A warning of what is undeclared may have become an error. */
function keys(result: Validation<unknown>): readonly string[] {
  return (result.ok ? result.warnings : result.issues).map(({ code, path }) => `${code} ${path.join("/")}`);
}

function holdCanonical(judge: Judge, value: unknown, canonical: unknown): void {
  must(judge.is(canonical), "is holds for the canonical value");
  const again = judge.validate(canonical);
  must(again.ok && Object.is(again.value, canonical), "the canonical value stays as it is");
  must(isCopy(value, canonical), "the canonical value has the members of the input and no others");
}

/** The same but for tags and enumerations; members by descriptor, so that none is looked up in a prototype. */
function isCopy(value: unknown, copy: unknown): boolean {
  if (Object.is(value, copy)) return true;
  if (typeof value === "string") return copy === "unknownFutureValue";
  if (typeof value !== "object" || typeof copy !== "object" || value === null || copy === null) return false;
  if (Object.getPrototypeOf(value) !== Object.getPrototypeOf(copy)) return false;
  const names = namesOf(copy);
  return namesOf(value).join() === names.join() && names.every((name) => isCopy(read(value, name), read(copy, name)));
}

function namesOf(object: object): readonly string[] {
  return Object.keys(object)
    .filter((name) => name !== "@type" && name !== "@odata.type" && read(object, name) !== undefined)
    .sort();
}

function read(object: object, name: string): unknown {
  return Reflect.getOwnPropertyDescriptor(object, name)?.value;
}

function must(holds: boolean, rule: string): void {
  if (!holds) throw new Error(`broken: ${rule}`);
}
