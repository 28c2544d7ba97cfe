import { expect, test } from "vitest";
import { wantsColor } from "../../generator/commands/wants-color.ts";

const cases: [args: string[], env: Record<string, string>, isTerminal: boolean | undefined, wanted: boolean][] = [
  [[], {}, true, true],
  [[], {}, false, false],
  [[], {}, undefined, false],
  [[], { CI: "true" }, undefined, false],
  [[], { CI: "true", TERM: "xterm" }, undefined, false],
  [[], { CI: "true", FORCE_COLOR: "1" }, undefined, true],
  [["--color"], { CI: "true" }, undefined, true],
  [[], { TERM: "xterm" }, true, true],
  [[], { TERM: "dumb" }, true, false],
  [[], { TERM: "dumb", FORCE_COLOR: "1" }, true, true],
  [[], { NO_COLOR: "1" }, true, false],
  [[], { NO_COLOR: "" }, true, true],
  [[], { FORCE_COLOR: "" }, true, false],
  [[], { FORCE_COLOR: "0" }, true, false],
  [[], { FORCE_COLOR: "false" }, true, false],
  [[], { FORCE_COLOR: "3" }, false, true],
  [["--no-color"], { FORCE_COLOR: "1" }, true, false],
  [["--color", "--no-color"], {}, true, false],
  [["--color"], { NO_COLOR: "1", TERM: "dumb" }, false, true],
];
test.each(cases)("%j with %j, terminal: %s: %s", (args, env, isTerminal, wanted) => {
  expect(wantsColor(args, env, isTerminal)).toBe(wanted);
});
