import { toPointer } from "../../generated/src/runtime/issue.ts";
import type { Random } from "../determinism/random.ts";
import { type Body, type Court, right, type Subject } from "./court.ts";
import { impossible } from "./instances.ts";
import type { Fault } from "./judge.ts";
import { pick } from "./leaves.ts";
import { mutate, type Mutated } from "./mutate.ts";

/** What came of the comparison. */
export interface Tally {
  judged: number;
  accepted: number;
  /** Refused values of which the places of the faults were compared, too. */
  placed: number;
  /** Classes of disagreement, each with the first payload that showed it. */
  readonly found: Map<string, string>;
}

export function emptyTally(): Tally {
  return { judged: 0, accepted: 0, placed: 0, found: new Map() };
}

/** Values made to be right: both judges have to accept each. */
export function compareRight(court: Court, random: Random, rounds: number, tally: Tally): void {
  for (const subject of court.subjects) {
    for (let round = 0; round < rounds; round += 1) {
      const value = right(court.service, random, subject);
      if (value === impossible) break;
      if (compare(court, subject, { value, changed: [] }, tally) === undefined) continue;
      note(tally, `${court.label}: a value made to be right is refused`, subject, value);
    }
  }
}

/** One payload, made wrong in a place or several, before the type that it was made for and before another. */
export function compareMutated(court: Court, random: Random, tally: Tally): void {
  const { subjects, bodies, service, pools } = court;
  const subject = pick(random, subjects);
  const body = bodies.length > 0 && random() < 0.4 ? pick(random, bodies) : undefined;
  const name = body?.name ?? subject.name;
  const kind = body === undefined ? subject.kind : "type";
  const value = body === undefined ? right(service, random, subject) : body.value;
  if (value === impossible) return;
  const own = subjects.filter((one) => one.name === name && one.kind === kind);
  const times = random() < 0.5 ? 1 : 1 + Math.floor(random() * 4);
  for (let variant = 0; variant < 4; variant += 1) {
    const mutated = mutate(random, pools, value, times);
    for (const one of own) compare(court, one, mutated, tally, times === 1 && wasRight(one, body, subject));
    compare(court, pick(random, subjects), mutated, tally);
  }
}

/** Whether a value was right before it was mutated; documented bodies are not always. */
function wasRight(one: Subject, body: Body | undefined, subject: Subject): boolean {
  return body === undefined && one === subject;
}

/** Asks both judges; returns the fault of which they agree. */
function compare(
  { label, judge }: Court,
  subject: Subject,
  { value, changed }: Mutated,
  tally: Tally,
  ...[isSingle = false]: readonly boolean[]
): Fault | undefined {
  const { id, entry } = subject;
  const fault = judge(id, value);
  const holds = entry.is(value);
  tally.judged += 1;
  if (holds) tally.accepted += 1;
  if (holds !== (fault === undefined)) {
    const class_ = holds
      ? `is accepts what the schema refuses by ${fault?.rule ?? ""}`
      : "is refuses what the schema accepts";
    note(tally, `${label}: ${class_}`, subject, value);
  } else if (fault !== undefined && (isSingle || tally.judged % 8 === 0)) {
    comparePlaces({ label, subject, value, fault }, isSingle ? changed : [], tally);
  }
  return fault;
}

interface Refused {
  readonly label: string;
  readonly subject: Subject;
  readonly value: unknown;
  readonly fault: Fault;
}

/** Where both refuse, they have to speak of the same place; after one mutation, of the place of the mutation. */
function comparePlaces({ label, subject, value, fault }: Refused, changed: readonly string[], tally: Tally): void {
  // All of them: a hundred, which is the default, may be missing members alone.
  const result = subject.entry.validate(value, { maxIssues: 1_000_000 });
  const issues = result.ok ? result.warnings : result.issues;
  const pointers = issues.map(({ path }) => toPointer(path).replace(/@type$/, "@odata.type"));
  tally.placed += 1;
  if (!pointers.some((pointer) => isRelated(pointer, fault.at.replace(/@type$/, "@odata.type")))) {
    note(tally, `${label}: validate does not name the place that the schema refuses by ${fault.rule}`, subject, value);
  }
  const [place] = changed;
  const errors = issues.filter(({ severity }) => severity === "error").map(({ path }) => toPointer(path));
  if (place !== undefined && !errors.every((pointer) => isRelated(pointer, place))) {
    note(tally, `${label}: validate names a place that was not touched`, subject, value);
  }
}

/** Whether two pointers are of one place, or one is of a place within the other. */
function isRelated(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`);
}

function note(tally: Tally, failure: string, { name, kind, presence }: Subject, value: unknown): void {
  if (tally.found.has(failure)) return;
  tally.found.set(failure, `${presence} ${kind} ${name}: ${show(value)}`);
}

/** As JSON, with what JSON.parse makes of numbers that are too large. */
function show(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part === Infinity ? "1e999" : part === -Infinity ? "-1e999" : part,
  );
}
