import { divide, shortened } from "../change-path.ts";
import { plural, thousands } from "../count.ts";
import type { Change, Comparison, Verdict } from "../diff/types.ts";
import { excerpt, excerptBoth } from "../excerpt.ts";
import { code, prose } from "../markdown.ts";
import { phraseOf, type Phrase } from "./phrases.ts";

/** What stands in one line of the entry: changes of one kind, in one type or operation, or of several such things. */
interface Line {
  readonly phrase: Phrase;
  /** What the changes have in common beside that: presences, or what a deprecation says. */
  readonly remark: string;
  /** The type or operation that the items are in; undefined where they are such things themselves. */
  readonly owner: string | undefined;
  readonly items: string[];
}

/** A reader gets an overview; the whole list is what `diff` prints. */
const most = { lines: 60, items: 20 };
const longest = { name: 200, value: 120, deprecation: 300 };

/**
 * What a version changes for the users of a package, as the section of a changelog: what breaks and for whom, what is
 * compatible, and how many doc comments differ. Takes what `diff` found; the same gives the same text, without a date.
 */
export function changelogEntry({ changes }: Comparison, version: string): string {
  const of = (verdict: Verdict): readonly Change[] => changes.filter((change) => change.verdict === verdict);
  const breaking = [
    ...list("#### For readers and writers", of("breaking")),
    ...list("#### For readers", of("breaking-readers")),
    ...list("#### For writers", of("breaking-writers")),
  ];
  const docs = of("docs").length;
  const blocks = [
    ...(breaking.length === 0 ? [] : ["### Breaking", ...breaking]),
    ...list("### Added and compatible", of("compatible")),
    ...(docs === 0 ? [] : ["### Documentation", `- ${plural(docs, "doc comment")} changed.`]),
  ];
  if (blocks.length === 0) blocks.push("Types, members and operations are as before.");
  return [`## ${version}`, ...blocks].map((block) => `${block}\n`).join("\n");
}

/** A heading and a line for each kind of change; nothing where there is no change. */
function list(heading: string, changes: readonly Change[]): string[] {
  if (changes.length === 0) return [];
  const lines = linesOf(changes);
  const left = lines.slice(most.lines).reduce((sum, { items }) => sum + items.length, 0);
  const texts = lines.slice(0, most.lines).map((line) => print(line, changes[0]?.verdict));
  if (left > 0) texts.push(`And ${thousands(left)} more ${left === 1 ? "change" : "changes"}.`);
  return [heading, texts.map((text) => `- ${text}`).join("\n")];
}

/** Types and operations as a whole first, then what is in them, in the order of the changes. */
function linesOf(changes: readonly Change[]): Line[] {
  const lines = new Map<string, Line>();
  for (const change of changes) {
    const { owner, rest } = divide(change.path);
    const phrase = phraseOf(change);
    const whole = rest === "" || rest === result;
    const remark = remarkOf(change);
    const key = JSON.stringify([phrase.one, remark, whole ? "" : owner]);
    const known = lines.get(key);
    const line = known ?? { phrase, remark, owner: whole ? undefined : owner, items: [] };
    if (known === undefined) lines.set(key, line);
    line.items.push(itemOf(change, phrase));
  }
  const all = [...lines.values()];
  return [...all.filter(({ owner }) => owner === undefined), ...all.filter(({ owner }) => owner !== undefined)];
}

/** What comes back from an operation, in paths. */
const result = "$ReturnType";

function remarkOf({ code: change, presences, after }: Change): string {
  if (change === "deprecated") {
    return after === undefined || after === "deprecated" ? "" : ` (${prose(excerpt(after, longest.deprecation))})`;
  }
  // Four are all.
  return presences === undefined || presences.length === 4 ? "" : ` (${presences.join(", ")})`;
}

function itemOf({ code: change, path, before, after }: Change, { values }: Phrase): string {
  const { owner, rest } = divide(path);
  const named = code(excerpt(rest === "" || rest === result ? owner : rest, longest.name));
  const name = rest === result ? `the result of ${named}` : named;
  if (values === undefined) return name;
  if (values === "rename") return `${name} → ${code(excerpt(after ?? "", longest.name))}`;
  // A key of the configuration is in no namespace.
  const told = (value = "none"): string => (change === "option-changed" ? value : shortened(value, owner));
  return `${name} (${details(values, told(before), told(after), told(after ?? before))})`;
}

/** What stands in brackets. */
function details(kind: "shift" | "names" | "type", before: string, after: string, only: string): string {
  switch (kind) {
    case "shift":
      return excerptBoth(before, after, longest.value).map(code).join(" → ");
    case "type":
      return code(excerpt(only, longest.value));
    case "names":
      return some(only.split(", ").map((each) => code(excerpt(each, longest.name))));
  }
}

function print({ phrase, remark, owner, items }: Line, verdict: Verdict | undefined): string {
  const head = items.length === 1 ? phrase.one : (phrase.many ?? phrase.one);
  const place = owner === undefined ? "" : ` in ${code(excerpt(owner, longest.name))}`;
  const why = phrase.why === undefined || verdict === "compatible" ? "" : ` ${phrase.why}`;
  return `${head}${remark}${place}: ${some(items)}.${why}`;
}

/** The first of a list, and how many more there are. */
function some(items: readonly string[]): string {
  const left = items.length - most.items;
  const shown = items.slice(0, most.items).join(", ");
  return left > 0 ? `${shown} and ${thousands(left)} more` : shown;
}
