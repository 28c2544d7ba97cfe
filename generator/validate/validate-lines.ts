import { printableJson } from "../excerpt.ts";
import { judge, type Refusal, type Verdict } from "./judge.ts";
import type { LoadedPackage } from "./load-package.ts";
import { splitLines } from "./lines.ts";
import { readCase, type CaseDefaults } from "./read-case.ts";

const refusalCodes: { readonly [K in Refusal["code"]]: number } = {
  "malformed-json": 3,
  "unknown-type": 2,
  "unknown-presence": 2,
  "bad-case": 2,
};

/**
 * Judges one case a line and emits one result a line, each as soon as it is known. Blank lines are skipped. The result
 * is the highest exit code of all lines. Stops where `emit` says that nobody reads any more.
 */
export async function validateLines(
  loaded: LoadedPackage,
  input: AsyncIterable<unknown>,
  defaults: CaseDefaults,
  emit: (line: string) => Promise<boolean>,
): Promise<number> {
  let highest = 0;
  for await (const line of splitLines(input)) {
    const read = await readCase(line, defaults);
    if (read === undefined) continue;
    const verdict: Verdict = read.ok ? judge(loaded, read.case) : { kind: "refused", error: read.error };
    highest = Math.max(highest, exitCodeOf(verdict));
    if (!(await emit(`${toLine(verdict)}\n`))) break;
  }
  return highest;
}

function exitCodeOf(verdict: Verdict): number {
  if (verdict.kind === "refused") return refusalCodes[verdict.error.code];
  return verdict.ok ? 0 : 1;
}

function toLine(verdict: Verdict): string {
  if (verdict.kind === "judged") return printableJson({ ok: verdict.ok, issues: verdict.issues });
  const { code, message, hint } = verdict.error;
  return printableJson({ ok: false, error: { code, message: hint === undefined ? message : `${message}; ${hint}` } });
}
