/*
 * The generated guards against a judge of another make: metadata → JSON Schema → ajv, written from the standard and the
 * contract alone (`test/judge/`). Both have to accept and to refuse the same payloads, and to name the same places.
 */
import { expect, test } from "vitest";
import { randomOf, shuffled } from "../determinism/random.ts";
import { caseCourts, freshPackages, goldenPackages } from "../judge/cases.ts";
import { compareMutated, compareRight, emptyTally, type Tally } from "../judge/compare.ts";
import type { Court, Subject } from "../judge/court.ts";
import { documentCourt } from "../judge/documents.ts";
import { graphCourt, otherBodies } from "../judge/graph.ts";
import { randomDocument } from "../judge/random-csdl.ts";
import { expectKnown, isLong, longTimeout, report, runsOf, seed } from "./campaign.ts";

/** Schemas take most of the time of a short run: what a bot meets every day has to be enough for it. */
const usual = ["call", "commsNotifications", "participant"].map((name) => `microsoft.graph.${name}`);

test("the flagship package", { timeout: longTimeout }, async () => {
  const others = isLong ? await otherBodies() : [];
  const whole = await graphCourt(others);
  const takes: Takes = ({ kind, name, presence }) =>
    kind === "type" && usual.includes(name) && (presence === "received" || presence === "create");
  const court = isLong ? whole : narrowed(whole, takes);
  const tally = judge([court], runsOf({ short: 1_000, long: 1_000_000 }));
  conclude(`flagship (${others.length === 0 ? "without" : "and"} other documented bodies)`, tally);
});

test("the small documents, one fact each", { timeout: longTimeout }, async () => {
  const whole = await caseCourts(isLong ? await freshPackages() : goldenPackages());
  const random = randomOf(seed);
  const courts = isLong
    ? whole
    : whole.map((court) => narrowed(court, among(shuffled(court.subjects, random).slice(0, 4))));
  const tally = judge(courts, runsOf({ short: 1_500, long: 1_000_000 }));
  conclude("cases", tally);
});

test.runIf(isLong)("documents made at random", { timeout: longTimeout }, async () => {
  const documents = runsOf({ short: 0, long: 200 });
  const tally = emptyTally();
  for (let index = 0; index < documents; index += 1) {
    const random = randomOf(seed + index);
    const court = await documentCourt(randomDocument(random), `document ${seed + index}`);
    judge([court], 2_000, tally);
  }
  conclude(`documents (${documents})`, tally);
});

type Takes = (subject: Subject) => boolean;

function among(subjects: readonly Subject[]): Takes {
  return (subject) => subjects.includes(subject);
}

/** A part of what a court can judge. */
function narrowed(court: Court, takes: Takes): Court {
  const subjects = court.subjects.filter(takes);
  return { ...court, subjects, bodies: court.bodies.filter(({ name }) => subjects.some((one) => one.name === name)) };
}

/** Values made right and values made wrong, shared out evenly among the courts. */
function judge(courts: readonly Court[], judgements: number, tally: Tally = emptyTally()): Tally {
  const random = randomOf(seed);
  const start = tally.judged;
  for (const [index, court] of courts.entries()) {
    compareRight(court, random, isLong ? 20 : 1, tally);
    const enough = start + (judgements * (index + 1)) / courts.length;
    for (let round = 0; tally.judged < enough && round < judgements; round += 1) compareMutated(court, random, tally);
  }
  return tally;
}

function conclude(part: string, { judged, accepted, placed, found }: Tally): void {
  report(`judge, ${part}`, { judged, accepted, placed, disagreements: found.size });
  // The payload that shows a disagreement helps whoever looks for its cause; what is known goes by its name alone.
  for (const [failure, payload] of found) process.stderr.write(`${failure}\n  ${payload}\n`);
  expectKnown("judge", [...found.keys()]);
  // Where nearly all were accepted, or nearly none, agreement would say little.
  expect(accepted / judged).toBeGreaterThan(0.1);
  expect(accepted / judged).toBeLessThan(0.9);
}
