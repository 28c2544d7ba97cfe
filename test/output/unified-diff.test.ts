import { inert } from "../../generator/excerpt.ts";
import { execFileSync } from "node:child_process";
import { mkdtempSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { FileChange } from "../../generator/output/types.ts";
import { unifiedDiff } from "../../generator/output/unified-diff.ts";

const long = (word: string): string => Array.from({ length: 3000 }, (_, index) => `${word} ${index}\n`).join("");

const changes: FileChange[] = [
  { kind: "added", path: "src/new.ts", after: "one\ntwo\n" },
  { kind: "changed", path: "src/old.ts", before: "a\nb\nc\n", after: "a\nB\nc" },
  { kind: "removed", path: "src/gone.ts", before: "gone\n" },
  { kind: "unchanged", path: "src/same.ts" },
];

test("names files relative to the folder, /dev/null for what is not there", () => {
  expect(unifiedDiff(changes, "out/")).toBe(`--- /dev/null
+++ b/out/src/new.ts
@@ -0,0 +1,2 @@
+one
+two
--- a/out/src/old.ts
+++ b/out/src/old.ts
@@ -1,3 +1,3 @@
 a
-b
-c
+B
+c
\\ No newline at end of file
--- a/out/src/gone.ts
+++ /dev/null
@@ -1,1 +0,0 @@
-gone
`);
});

test("a tab ends a name with a blank, which `patch` would cut off there", () => {
  const all: FileChange = { kind: "changed", path: "a.ts", before: long("x"), after: long("y") };
  expect(unifiedDiff(changes.slice(0, 2), "my out/").match(/^(?:---|\+\+\+) .*$/gm)).toEqual([
    "--- /dev/null",
    "+++ b/my out/src/new.ts\t",
    "--- a/my out/src/old.ts\t",
    "+++ b/my out/src/old.ts\t",
  ]);
  expect(unifiedDiff([all], "my out/")).toMatch(/^--- a\/my out\/a\.ts\t\n\+\+\+ b\/my out\/a\.ts\t\n@@/);
});

test("is a patch that git applies, also where everything differs", () => {
  const folder = mkdtempSync(join(tmpdir(), "diff-"));
  try {
    const all: FileChange[] = [
      ...changes,
      { kind: "changed", path: "src/all.ts", before: long("x"), after: `${long("y")}end` },
      { kind: "changed", path: "src/emptied.ts", before: long("x"), after: "" },
      { kind: "changed", path: "src/filled.ts", before: "", after: long("x") },
    ];
    mkdirSync(join(folder, "src"));
    for (const change of all) if ("before" in change) writeFileSync(join(folder, change.path), change.before);
    execFileSync("git", ["apply", "-"], { cwd: folder, input: unifiedDiff(all) });
    for (const change of all)
      if ("after" in change) expect(readFileSync(join(folder, change.path), "utf8")).toBe(change.after);
    expect(readdirSync(join(folder, "src")).sort()).toEqual(["all.ts", "emptied.ts", "filled.ts", "new.ts", "old.ts"]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("what a diff shows steers no terminal, and stays as it is otherwise", () => {
  const line = "+\tna\u00efve \u{1F600} \u8239\r\n";
  expect(inert(line)).toBe(line);
  expect(inert("-a\u001b[2J\u009b1m\u202eb\n")).toBe("-a\\u001b[2J\\u009b1m\\u202eb\n");
});
