import { describe, expect, test } from "vitest";
import { formatFiles } from "../../generator/output/format.ts";
import { hasEntry, withEntry } from "../../generator/release/with-entry.ts";

const entry = "## 0.2.0\n\n- New.\n";

describe("where the entry goes", () => {
  test.each<[why: string, before: string | undefined, after: string]>([
    ["no changelog", undefined, `# Changelog\n\n${entry}`],
    ["an empty one", " \n", `# Changelog\n\n${entry}`],
    ["a title only", "# Changes\n", `# Changes\n\n${entry}`],
    ["a title without a line end", "# Changes", `# Changes\n\n${entry}`],
    ["above the last version", "# C\n\nText.\n\n## 0.1.0\n\n- A.\n", `# C\n\nText.\n\n${entry}\n## 0.1.0\n\n- A.\n`],
    ["at the top of what has no title", "## 0.1.0\n", `${entry}\n## 0.1.0\n`],
    [
      "below what is not released",
      "## [Unreleased]\n\n- B.\n\n## [0.1.0]\n",
      `## [Unreleased]\n\n- B.\n\n${entry}\n## [0.1.0]\n`,
    ],
    ["below the only section, which is not released", "## Unreleased\n\n- B.\n", `## Unreleased\n\n- B.\n\n${entry}`],
    [
      "above versions of another level",
      "# Log\n\n### v0.1.1\n\n## v0.1.0\n",
      `# Log\n\n${entry}\n### v0.1.1\n\n## v0.1.0\n`,
    ],
    ["above a release with a name", "# Log\n\n## Autumn\n", `# Log\n\n${entry}\n## Autumn\n`],
    ["no blank line above", "Text.\n## 0.1.0\n", `Text.\n\n${entry}\n## 0.1.0\n`],
    [
      "code is no heading",
      "~~~~\n## 0.1.0\n~~~\n~~~~\n\n## 0.0.9\n",
      `~~~~\n## 0.1.0\n~~~\n~~~~\n\n${entry}\n## 0.0.9\n`,
    ],
    ["a comment is none", "<!--\n## 0.1.0\n-->\n\n## 0.0.9\n", `<!--\n## 0.1.0\n-->\n\n${entry}\n## 0.0.9\n`],
    ["a comment in a line ends there", "<!-- x -->\n\n## 0.0.9\n", `<!-- x -->\n\n${entry}\n## 0.0.9\n`],
    ["line ends stay", "# C\r\n\r\n## 0.1.0\r\n", "# C\r\n\r\n## 0.2.0\r\n\r\n- New.\r\n\r\n## 0.1.0\r\n"],
  ])("%s", (_, before, after) => {
    expect(withEntry(before, entry)).toBe(after);
  });

  test("what was formatted still is", async () => {
    for (const before of [undefined, "# C\n\nText.\n\n## Unreleased\n\n- B.\n\n## 0.1.0\n\n- A.\n"]) {
      const text = withEntry(before, entry);
      expect(await formatFiles([{ path: "CHANGELOG.md", text }])).toEqual([{ path: "CHANGELOG.md", text }]);
    }
  });
});

describe("whether a version is there", () => {
  test.each<[changelog: string, there: boolean]>([
    ["## 0.2.0\n", true],
    ["## [0.2.0] - 2026-01-31\n", true],
    ["# v0.2.0 (2026-01-31)", true],
    ["### [0.2.0](https://x.test/)\r\n", true],
    ["## 0.2.0 ##\n", true],
    ["## 0.2.0-rc.1\n", false],
    ["## 0.2.01\n", false],
    ["## 10.2.0\n", false],
    ["Since 0.2.0\n", false],
    ["```\n## 0.2.0\n```\n", false],
    ["", false],
  ])("%j: %s", (changelog, there) => {
    expect(hasEntry(changelog, "0.2.0")).toBe(there);
  });
});
