import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import ts from "typescript";
import { packagePath } from "../../generator/package-root.ts";
import { diagnose, fileOf, programOf } from "./program.ts";

const received = packagePath("generated", "src", "graph", "types", "received.ts");
const values = packagePath("generated", "src", "graph", "types", "values.ts");
const exhaustive = packagePath("test", "types", "exhaustive.test-d.ts");

const variant = `{ "@odata.type": "#microsoft.graph.ofNextYear" }`;

/** Each union, where it is declared, what is added to it, and the one function that must notice. */
const rows = [
  ["MediaConfig", received, variant, "ofMediaConfig"],
  ["MeetingInfo", received, variant, "ofMeetingInfo"],
  ["Identity", received, variant, "ofIdentity"],
  ["CommsOperation", received, variant, "ofOperation"],
  ["CommsNotificationResource", received, variant, "ofResource"],
  ["ChangeType", values, `"ofNextYear"`, "ofChangeType"],
] as const;

/** The text of a module with one more member in one of its unions. */
function withMember(path: string, union: string, member: string): string {
  const text = readFileSync(path, "utf8");
  const head = new RegExp(`^export type ${union} =\\s*`, "m");
  if (!head.test(text)) throw new Error(`${path} declares no union ${union}.`);
  return text.replace(head, (found) => `${found} | ${member} | `).replace(/\| {2}?\|/g, "|");
}

/** The functions in which the compiler finds that something is left over, by name. */
function complaints(program: ts.Program): string[] {
  const file = fileOf(program, exhaustive);
  return diagnose(program, exhaustive).map(({ line, code }) => {
    const holder = file.statements.find((each) => {
      const from = file.getLineAndCharacterOfPosition(each.getStart()).line + 1;
      return from <= line && line <= file.getLineAndCharacterOfPosition(each.end).line + 1;
    });
    return `${code} in ${holder !== undefined && ts.isFunctionDeclaration(holder) ? (holder.name?.text ?? "?") : "?"}`;
  });
}

describe("a switch stops being exhaustive when its union grows", () => {
  it("compiles as things are", () => {
    expect(complaints(programOf([exhaustive]))).toEqual([]);
  }, 60_000);

  it.each(rows)(
    "%s",
    (union, module, member, holder) => {
      const program = programOf([exhaustive], new Map([[module, withMember(module, union, member)]]));
      expect(complaints(program)).toEqual([`TS1360 in ${holder}`]);
    },
    60_000,
  );
});
