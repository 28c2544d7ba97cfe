import fc from "fast-check";
import { changeCodes, type Change, type ChangeCode } from "../../generator/diff/types.ts";

const snippets = [
  ...[
    "`",
    "``",
    "```",
    "|",
    "\\|",
    "\\\\|",
    "\\",
    "\\`",
    "<b>",
    "</details>",
    "<!--",
    "-->",
    "@me",
    "@org/team",
    "#123",
  ],
  ...["a/b#1", "GH-1", "https://x.test/?a=b", "www.x.test", "a@b.test", "[x](y)", "![x](y)", "*a*", "__a__", "~~a~~"],
  ...[
    "\n",
    "\r\n",
    "\r",
    "\n\n# h\n",
    "\n- ",
    "\n| a | b |\n",
    "    ",
    "\t",
    " ",
    "---",
    "&lt;",
    "&#124;",
    ":smile:",
    "$a$",
  ],
  ...[
    "::error::x",
    "\n::error file=a::x",
    "##[error]x",
    "::stop-commands::x",
    "%0A",
    "%25",
    "%",
    ",",
    ":",
    "=",
    "*/",
    "//",
  ],
  ...["\u001b[31m", "\u202e", "\u2066", "\u0000", "\u0085", "\u2028", "\u00a0", "\ud83d", "\ude00", "\u{1f600}", "é"],
  ...["name", "ns.Type", "Collection(Edm.String)", "of", "the", "1", "x".repeat(300)],
];

/** Text that nobody would like to print. */
export const hostile = fc.oneof(
  fc.array(fc.constantFrom(...snippets), { maxLength: 8 }).map((parts) => parts.join("")),
  fc.array(fc.constantFrom(..."`|\\ <>@#*_:"), { maxLength: 12 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary", maxLength: 30 }),
);

const plain = (Object.keys(changeCodes) as ChangeCode[]).filter((code) => !code.endsWith("-renamed"));

/** A change whose texts are hostile: of one reason for a code, of one verdict, so that nothing is sorted. */
export const hostileChange: fc.Arbitrary<Change> = fc.record({
  code: fc.constantFrom(...plain),
  path: hostile,
  before: fc.option(hostile, { nil: undefined }),
  after: fc.option(hostile, { nil: undefined }),
  presences: fc.constant(undefined),
  verdict: fc.constant("breaking" as const),
  reason: hostile,
  at: fc.constant(undefined),
});
