/*
 * No regular expression that sees what comes from outside takes more than linear time: a checker reads all of them, and
 * in a long run strings made to keep them busy are timed as well.
 */
import { isSafe } from "redos-detector";
import { expect, test } from "vitest";
import { expectKnown, isLong, longTimeout, report } from "./campaign.ts";
import { recorded, regexesIn, type Site } from "./regexes/collect.ts";
import { attackOn, survives } from "./regexes/pump.ts";

/** What is emitted, what stands in the run-time library, and the tool itself. */
const emitted = [...regexesIn("generated/src"), ...regexesIn("templates")];
const tool = isLong ? regexesIn("generator") : [];

const named = ({ file, regex }: Site): string => `${file}: ${String(regex)}`;

/** The checker knows no sticky ones, which are anchored where they are put. */
function ambiguous({ regex }: Site): boolean {
  if (regex === undefined) return false;
  const anchored = regex.sticky ? new RegExp(`^(?:${regex.source})`, regex.flags.replace("y", "")) : regex;
  return !isSafe(anchored, { maxScore: 10 }).safe;
}

/** Of a loop without end an engine remembers each turn; V8 throws after some millions. */
function hasEndlessLoop(source: string): boolean {
  const plain = source.replace(/\\./g, "a").replace(/\[[^\]]*\]/g, "a");
  return /[*+]|\{\d+,\}/.test(plain);
}

/** Those that are put together when modules load, and those that only a function makes. */
async function withMade(
  sites: readonly Site[],
): Promise<{ readonly all: readonly Site[]; readonly late: readonly string[] }> {
  const made = sites.filter(({ regex }) => regex === undefined);
  const early = made.filter(({ late }) => !late);
  const found = await recorded([...new Set(early.map(({ file }) => file))]);
  for (const [file, list] of found) {
    const want = early.filter((site) => site.file === file).length;
    expect({ file, recorded: list.length >= want }).toEqual({ file, recorded: true });
  }
  expect([...found.keys()].sort()).toEqual([...new Set(early.map(({ file }) => file))].sort());
  const built = [...found].flatMap(([file, list]) =>
    list.map((regex): Site => ({ file, line: 0, late: false, regex })),
  );
  return {
    all: [...sites, ...built],
    late: made.filter(({ late }) => late).map(({ file }) => `${file}: made in a function`),
  };
}

/** Modules load once, and so everything is collected once. */
const collected = isLong ? withMade([...emitted, ...tool]) : undefined;

function distinct(sites: readonly Site[]): readonly Site[] {
  return [...new Map(sites.map((site) => [String(site.regex), site])).values()];
}

test("what is emitted has none that a string could keep busy", () => {
  expect(emitted.length).toBeGreaterThan(20);
  expect(emitted.filter(({ regex }) => regex === undefined)).toEqual([]);
  expect(distinct(emitted).filter(ambiguous).map(named)).toEqual([]);
});

test("what is emitted has none that takes memory by the length of a text", () => {
  const endless = emitted.filter(({ regex }) => hasEndlessLoop(regex?.source ?? ""));
  expect(endless.map(named)).toEqual([]);
  expect(["a+", "[^a]*", "a{3,}", "(?:a|[)])+?"].filter(hasEndlessLoop)).toHaveLength(4);
  expect(["a{1,40}", "[+*]", "\\+", "a?"].filter(hasEndlessLoop)).toEqual([]);
});

test.runIf(isLong)("the tool has none, but for those that are listed", { timeout: longTimeout }, async () => {
  const { all, late } = await (collected ?? withMade(tool));
  const found = distinct(all).filter(ambiguous);
  report("regexes", { checked: distinct(all).length, ambiguous: found.length, late: late.length });
  expectKnown("regexes", [...found.map(named), ...late]);
});

test.runIf(isLong)("strings that keep some busy keep none of ours busy", { timeout: longTimeout }, async () => {
  const { all } = await (collected ?? withMade(tool));
  const attacks = new Map(distinct(all).map((site) => [site, site.regex && attackOn(site.regex)]));
  const slow = [...attacks].flatMap(([site, attack]) =>
    attack === undefined ? [] : [`slow: ${named(site)} ${JSON.stringify(attack)}`],
  );
  // What takes more than linear time would not come to its end with so much.
  const dead = [...attacks].flatMap(([site, attack]) =>
    attack !== undefined || site.regex === undefined || survives(site.regex) ? [] : [site],
  );
  report("regexes", { timed: distinct(all).length, slow: slow.length, overflowing: dead.length });
  expectKnown("regexes", [...slow, ...dead.map((site) => `overflows: ${named(site)}`)]);
});
