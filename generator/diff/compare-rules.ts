import type { Presence, Rules, SurfaceMember } from "../plan/surface/types.ts";
import { isRequired, writes, type MemberPair } from "./member-pair.ts";
import { note } from "./notes.ts";
import type { Change, ChangeCode } from "./types.ts";
import { judgements, type Judgement } from "./verdicts.ts";

/** What differs in the rules that a member has in each presence: whether it is sent, required, may be null. */
export function compareRules(pair: MemberPair): Change[] {
  const { before, after } = pair;
  const aspects = before.collection === after.collection ? [required, nullable, nullItems] : [required];
  return [...compareSending(pair), ...aspects.flatMap((aspect) => compareAspect(pair, aspect))];
}

/** Something that holds or does not, where a member is sent at all. */
interface Aspect {
  readonly holds: (rules: Rules) => boolean;
  /** How messages put it that it does not hold, and that it does. */
  readonly words: readonly [without: string, withIt: string];
  readonly gained: Turn;
  readonly lost: Turn;
}

/** A code, and the judgement by the presences in which it shows. */
interface Turn {
  readonly code: ChangeCode;
  readonly judge: (presences: readonly Presence[], pair: MemberPair) => Judgement;
}

const required: Aspect = {
  holds: (rules) => rules.required,
  words: ["optional", "required"],
  gained: {
    code: "became-required",
    judge: (presences) => (presences.some(writes) ? judgements.required : judgements.present),
  },
  lost: {
    code: "became-optional",
    judge: (presences, { before }) =>
      isUntyped(before) || presences.every(writes) ? judgements.optional : judgements.absent,
  },
};

const nullWords: Aspect["words"] = ["not null", "may be null"];

/** The type of an untyped member has null and absence already; only validators tell. */
function isUntyped({ value }: SurfaceMember): boolean {
  return value.kind === "untyped";
}

function judgeNull(presences: readonly Presence[], { before }: MemberPair): Judgement {
  return isUntyped(before) || presences.every(writes) ? judgements.nullAccepted : judgements.nullIntroduced;
}

function judgeNoNull(presences: readonly Presence[]): Judgement {
  return presences.some(writes) ? judgements.nullRefused : judgements.nullGone;
}

const nullable: Aspect = {
  holds: (rules) => rules.nullable,
  words: nullWords,
  gained: { code: "became-nullable", judge: judgeNull },
  lost: { code: "became-non-nullable", judge: judgeNoNull },
};

const nullItems: Aspect = {
  holds: (rules) => rules.nullableItems,
  words: nullWords,
  gained: { code: "items-became-nullable", judge: judgeNull },
  lost: { code: "items-became-non-nullable", judge: judgeNoNull },
};

function compareAspect(pair: MemberPair, { holds, words: [without, withIt], gained, lost }: Aspect): Change[] {
  const { path, after } = pair;
  const turn = ({ code, judge }: Turn, before: string, now: string, presences: Presence[]): Change[] => {
    if (presences.length === 0) return [];
    const subject = { path, before, after: now, presences: shown(presences, pair), at: after.at };
    return [note(code, subject, judge(presences, pair))];
  };
  const now = presencesWhere(pair, (one, other) => one.sent && other.sent && !holds(one) && holds(other));
  const then = presencesWhere(pair, (one, other) => one.sent && other.sent && holds(one) && !holds(other));
  return [...turn(gained, without, withIt, now), ...turn(lost, withIt, without, then)];
}

/** Presences that are all that the member has go without saying. */
function shown(presences: readonly Presence[], { before }: MemberPair): readonly Presence[] | undefined {
  return presences.length === before.rules.size ? undefined : presences;
}

/** Presences in which something is so of both states. */
function presencesWhere({ before, after }: MemberPair, test: (before: Rules, after: Rules) => boolean): Presence[] {
  return [...before.rules].flatMap(([presence, rules]) => {
    const later = after.rules.get(presence);
    return later !== undefined && test(rules, later) ? [presence] : [];
  });
}

function compareSending(pair: MemberPair): Change[] {
  const { before, after, path } = pair;
  const subject = { path, before: access(before), after: access(after), at: after.at };
  const lost = presencesWhere(pair, (earlier, later) => earlier.sent && !later.sent);
  const won = presencesWhere(pair, (earlier, later) => !earlier.sent && later.sent);
  const changes: Change[] = [];
  if (lost.length > 0)
    changes.push(note("became-read-only", { ...subject, presences: shown(lost, pair) }, judgements.readOnly));
  if (won.length > 0) {
    const judgement = won.includes("create") && isRequired(after) ? judgements.writableRequired : judgements.writable;
    changes.push(note("became-writable", { ...subject, presences: shown(won, pair) }, judgement));
  }
  return changes;
}

function access({ rules }: SurfaceMember): string {
  const sent = [...rules].flatMap(([presence, rule]) => (writes(presence) && rule.sent ? [presence] : []));
  return sent.length === 0 ? "read only" : `sent in ${sent.join(" and ")}`;
}
