import { toPointer, type Issue } from "../../generated/src/runtime/issue.ts";
import type { Access } from "../golden/examples.ts";

/**
 * What validator and guard have to say, in the words of the tables: `ok`, or the issues with their places below
 * `member`. Where the two disagree, or what is right is not handed back as it came, it says that.
 */
export function verdictOf({ is, validate }: Access, value: unknown, member: string): string {
  const holds = is(value);
  const verdict = validate(value);
  const issues = verdict.ok ? verdict.warnings : verdict.issues;
  if (holds !== (verdict.ok && verdict.value === value)) return "guard and validator disagree";
  if (holds && issues.length > 0) return "a canonical value with warnings";
  if (verdict.ok && !is(verdict.value)) return "a value that is not canonical";
  return issues.length === 0 ? "ok" : issues.map((issue) => described(issue, member)).join(", ");
}

function described({ code, severity, path }: Issue, member: string): string {
  const pointer = toPointer(path);
  const place = pointer.startsWith(member) ? pointer.slice(member.length) : `outside ${pointer}`;
  return `${severity === "warning" ? "warning " : ""}${code}${place === "" ? "" : ` at ${place}`}`;
}
