import fc from "fast-check";
import { expect, test } from "vitest";
import { report as tell, reportWarnings } from "../../generator/commands/report.ts";
import { summary } from "../../generator/commands/summary.ts";
import { BindgenError } from "../../generator/errors.ts";
import { excerpt, inert, printable, printableJson, wrap } from "../../generator/excerpt.ts";
import { cell, code, link, plain, prose } from "../../generator/markdown.ts";
import { checkPaths } from "../../generator/output/paths.ts";
import { planNamespaces, type NamespacePlan } from "../../generator/plan/namespaces.ts";
import { fakeTerminal } from "../cli/fake-terminal.ts";
import { longTimeout, report, runsOf, seed } from "./campaign.ts";
import { hostileText } from "./injection/hostile.ts";
import { tagsOf } from "./injection/markdown.ts";
import { unseenIn } from "./injection/unseen.ts";

const long = { timeout: longTimeout };

const segments = (
  "con CON nul NUL aux prn com1 COM9 lpt1 LPT0 conin clock src runtime index package node_modules dist types a A b ss ß " +
  "SS İ i ı I ſ s S \u212a k K é e\u0301 É Σ ς σ ﬁ fi ª µ μ _ __ _1 a1 a_1 a__1 aB ab a_b dynamicMembers withDynamic " +
  `toPointer Edm default eval 名 ᲊ \u3164 \u200b_ a\u200b a\u202e ${"a".repeat(128)} ${"\u{10400}".repeat(120)}`
).split(" ");

const name = fc.array(fc.constantFrom(...segments), { minLength: 1, maxLength: 4 }).map((parts) => parts.join("."));

test("paths for any namespaces can be written side by side everywhere, or both sides are named", long, () => {
  const runs = runsOf({ short: 200, long: 100_000 });
  const sets = fc.uniqueArray(name, { minLength: 1, maxLength: 5 });
  let refused = 0;
  const check = (namespaces: readonly string[], main: boolean): void => {
    try {
      const config = { modules: new Map<string, string>(), mainNamespace: main ? namespaces[0] : undefined };
      const things = namespaces.map((namespace) => ({ namespace, at: { file: "m.xml" } }));
      checkFolders([...planNamespaces(things, config).values()]);
    } catch (error) {
      if (!(error instanceof BindgenError) || error.kind !== "unsupported") throw error;
      if (!namespaces.some((one) => error.message.includes(` ${one} `))) throw error;
      refused += 1;
    }
  };
  fc.assert(fc.property(sets, fc.boolean(), check), { seed, numRuns: runs });
  report("injection, paths", { count: runs, refused });
  expect(refused).toBeGreaterThan(0);
  expect(refused).toBeLessThan(runs / 2);
});

function checkFolders(plans: readonly NamespacePlan[]): void {
  checkPaths([
    ...plans.map(({ folder }) => `src/${folder}/types/received.ts`),
    ...["index", "types", "wire", "tags", "dynamic-members", "runtime/edm"].map((path) => `src/${path}.ts`),
  ]);
  const exports = plans.flatMap(({ exportName }) => exportName ?? []);
  expect(new Set(exports).size).toBe(exports.length);
  for (const form of [upper, lower, composed]) {
    expect(new Set(plans.map(({ folder }) => form(folder))).size).toBe(plans.length);
  }
  for (const { folder } of plans) {
    expect(Buffer.byteLength(folder)).toBeLessThan(256);
    expect(folder).toMatch(
      /^(?!(?:con|prn|aux|nul|com\d|lpt\d|node_modules|dist)$)[\p{L}\p{Nd}]+(?:-[\p{L}\p{Nd}]+)*$/u,
    );
    expect(unseenIn("folder", folder)).toEqual([]);
  }
}

/** How file systems compare names. */
const upper = (text: string): string => text.toUpperCase();
const lower = (text: string): string => text.toLowerCase();
const composed = (text: string): string => text.normalize("NFKC").toLowerCase();

test("no text steers a terminal, or whoever runs a workflow", long, async () => {
  const runs = runsOf({ short: 150, long: 100_000 });
  const texts = fc.sample(fc.oneof(hostileText, commands), { seed, numRuns: runs });
  for (const text of texts) {
    for (const line of (await printed(text)).split("\n")) {
      if (command.test(line) || steering.test(line)) throw new Error(JSON.stringify({ seed, text, line }));
    }
    const json = printableJson({ [text]: text }, 2);
    expect(JSON.parse(json)).toEqual({ [text]: text });
    if (/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(json)) throw new Error(JSON.stringify({ seed, text, json }));
    const diff = inert(`+${text}`);
    if (/^\s*::|##\w*\[/m.test(diff)) throw new Error(JSON.stringify({ seed, text, diff }));
  }
  report("injection, terminals", { count: runs });
});

/** What the command line makes of a text in every place that it has for one. */
async function printed(text: string): Promise<string> {
  const { terminal, stderr } = fakeTerminal();
  const place = { file: text, line: 1, column: 1 };
  await tell(new BindgenError("input", { place, message: text, hint: text }), terminal, false);
  await tell(new BindgenError("internal", { place, message: text, hint: text }), terminal, false);
  await tell(new TypeError(text), terminal, true);
  await reportWarnings([{ message: text, place, hint: text }], terminal);
  return [stderr(), summary(text, []), printable(text), ...wrap(printable(text), 40), excerpt(text, 30)].join("\n");
}

test("no text becomes more than text in Markdown", long, () => {
  const runs = runsOf({ short: 150, long: 100_000 });
  for (const text of fc.sample(hostileText, { seed, numRuns: runs })) {
    const table = `| a |\n| --- |\n| ${cell(text)} |\n| ${link(`https://${text}`)} |\n`;
    const document = [`x ${plain(text)}`, plain(text), code(text), `x ${prose(text)}`, table].join("\n\n");
    const strange = tagsOf(document, /^https:\/\/\S*pwned_/).filter((tag) => !usual.test(tag));
    if (strange.length > 0) throw new Error(JSON.stringify({ seed, text, strange }));
  }
  report("injection, Markdown", { count: runs });
});

const usual = /^<\/?(?:p|table|thead|tbody|tr|th|td)>$/;

/** What a runner takes for a command. */
const command = /^\s*::|##\w*\[/;

/** Controls, and what turns the direction of writing. */
const steering = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

const commands = fc
  .array(
    fc.constantFrom(
      "::error::x",
      "\n",
      "\r",
      "##[error]",
      "##vso[x]",
      " ",
      "#",
      "\u2028",
      "\u0085::x",
      "a",
      "::",
      "\x1b[",
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(""));
