import { expect, test } from "vitest";
import { MAX_DEPTH } from "../../templates/runtime/guard.ts";
import { isNoted } from "../../templates/runtime/notes.ts";
import { toPointer } from "../../templates/runtime/issue.ts";
import { settings } from "../../templates/runtime/options.ts";
import { report } from "../../templates/runtime/report.ts";
import { startRun, type Run } from "../../templates/runtime/run.ts";
import type { ObjectShape, Presence } from "../../templates/runtime/shape.ts";
import { rootOf } from "../../templates/runtime/table.ts";
import { startNotes } from "../../templates/runtime/take-notes.ts";
import { walkStraight } from "../../templates/runtime/walk-straight.ts";
import { answer, call, changed, identity, notification, termsOf, wire } from "./model.ts";

type Path = readonly (string | number)[];

/** What a guard notes of a fault at a path: the place itself, then what it stands in up to the root. */
function notesOf(value: unknown, path: Path) {
  const notes = startNotes();
  const around = path.map((_, at) => partOf(value, path.slice(0, at)));
  for (let at = path.length - 1; at >= 0; at -= 1) isNoted(notes, around[at] as object, path[at] ?? "");
  return notes;
}

function partOf(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((part, key) => (part as { readonly [key: string]: unknown })[key], value);
}

function go(shape: ObjectShape, value: unknown, path: Path, presence: Presence = "received") {
  const notes = notesOf(value, path);
  const run = startRun(termsOf(presence), settings(undefined), notes);
  const isTold = notes.last !== undefined && walkStraight(run, rootOf(shape, presence), value, notes.last);
  return { isTold, said: said(run), run };
}

function said({ issues }: Pick<Run, "issues">): string[] {
  return issues.map(({ code, path }) => `${code} ${toPointer(path)}`);
}

const tagged = (type: string, rest: object): object => ({ "@odata.type": `#demo.${type}`, ...rest });

test.each<[string, ObjectShape, unknown, Path, string]>([
  ["a member", call, { color: 5 }, ["color"], "unknown-enum-member /color"],
  ["null", call, { color: null }, ["color"], "null-not-allowed /color"],
  ["no array", call, { modalities: "audio" }, ["modalities"], "expected-array /modalities"],
  [
    "a member further down",
    call,
    { source: { user: { id: 5 } } },
    ["source", "user", "id"],
    "wrong-type /source/user/id",
  ],
  ["an item", call, { tags: ["a", 5] }, ["tags", 1], "wrong-type /tags/1"],
  ["an item that is null", call, { modalities: [null] }, ["modalities", 0], "null-not-allowed /modalities/0"],
  [
    "an item's member",
    call,
    { participants: [{ isMuted: 1 }] },
    ["participants", 0, "isMuted"],
    "wrong-type /participants/0/isMuted",
  ],
  [
    "an item that is no object",
    call,
    { participants: [{}, 5] },
    ["participants", 1],
    "expected-object /participants/1",
  ],
  [
    "another type by its tag",
    call,
    { media: tagged("appMedia", { blob: 5 }) },
    ["media", "blob"],
    "wrong-type /media/blob",
  ],
  ["a tag that fits nothing", call, { media: tagged("call", {}) }, ["media"], "unexpected-type /media/@odata.type"],
  ["no tag where there has to be one", call, { media: {} }, ["media"], "missing-discriminator /media"],
  [
    "one resource",
    notification,
    { resourceData: tagged("call", { retries: "5" }) },
    ["resourceData", "retries"],
    "wrong-type /resourceData/retries",
  ],
  [
    "an item of several",
    notification,
    { resourceData: [tagged("call", { id: 5 })] },
    ["resourceData", 0, "id"],
    "wrong-type /resourceData/0/id",
  ],
  [
    "an item that is none of them",
    notification,
    { resourceData: [[]] },
    ["resourceData", 0],
    "expected-object /resourceData/0",
  ],
  [
    "a null among them",
    notification,
    { resourceData: [null] },
    ["resourceData", 0],
    "null-not-allowed /resourceData/0",
  ],
  ["a parameter", answer, { callbackUri: 5, modalities: [] }, ["callbackUri"], "wrong-type /callbackUri"],
  ["an annotation", call, { "@odata.etag": 5 }, ["@odata.etag"], "wrong-type /@odata.etag"],
  ["what a closed type does not declare", call, { x: 5 }, ["x"], "undeclared-property /x"],
  ["a dynamic member", identity, { more: tagged("call", { id: 5 }) }, ["more"], "wrong-type /more/id"],
  ["data instead of a tag", changed, tagged("call", { id: 5 }), ["id"], "wrong-type /id"],
  ["data instead of a tag that is absent", changed, { id: 5 }, ["id"], "wrong-type /id"],
])("it goes to %s", (_title, shape, value, path, want) => {
  const { isTold, said: issues, run } = go(shape, value, path, shape === answer ? "create" : "received");
  expect([isTold, issues]).toEqual([true, [want]]);
  // A full walk says the same.
  const whole = report(shape, termsOf(shape === answer ? "create" : "received"), value, settings(undefined));
  expect(whole.issues).toEqual(run.issues);
});

test("presence changes on the way down", () => {
  expect(go(call, { source: { user: { id: 5 } } }, ["source", "user", "id"], "update").isTold).toBe(true);
  const media = tagged("serviceMedia", { preFetch: [{ resourceId: null }] });
  expect(go(call, { media }, ["media", "preFetch", 0, "resourceId"], "update")).toMatchObject({
    isTold: true,
    said: ["null-not-allowed /media/preFetch/0/resourceId"],
  });
});

test.each<[string, ObjectShape, unknown, Path, Presence]>([
  ["a value becomes another", call, { state: "later" }, ["state"], "received"],
  ["an item does", call, { modalities: ["later"] }, ["modalities", 0], "received"],
  [
    "a tag is not canonical on the way",
    call,
    { media: { "@odata.type": "demo.appMedia", blob: 5 } },
    ["media", "blob"],
    "received",
  ],
  ["a tag has the short form", call, { media: { "@type": "#demo.appMedia", blob: 5 } }, ["media", "blob"], "received"],
  ["a dynamic member is on the way", identity, { more: tagged("call", { id: 5 }) }, ["more", "id"], "received"],
  ["there is nothing under the name", call, { x: undefined }, ["x"], "received"],
  ["there is a hole", call, { tags: new Array<string>(2) }, ["tags", 0], "received"],
  ["an item is noted of an object", call, { tags: { 0: 5 } }, ["tags", 0], "received"],
  ["a name is noted of an array", call, { tags: ["a"] }, ["tags", "length"], "received"],
  ["the place is of another type than objects", call, { id: { x: 5 } }, ["id", "x"], "received"],
])("it leaves to a full walk that %s", (_title, shape, value, path, presence) => {
  expect(go(shape, value, path, presence).isTold).toBe(false);
});

test("what is noted of another object is no way", () => {
  const value = { parent: { id: 5 } };
  const before = { within: { id: 5 }, key: "id", before: undefined };
  const run = startRun({ presence: "received", wire }, settings(undefined));
  expect(walkStraight(run, rootOf(call, "received"), value, { within: value, key: "parent", before })).toBe(false);
});

test("an object that holds itself is no way, from wherever a guard has noted it", () => {
  const value: { parent?: unknown; color: unknown } = { color: 5 };
  value.parent = value;
  const noted = notesOf(value, ["color"]);
  isNoted(noted, value, "parent");
  const run = startRun({ presence: "received", wire }, settings(undefined), noted);
  expect(noted.last !== undefined && walkStraight(run, rootOf(call, "received"), value, noted.last)).toBe(false);
});

test("what is no number is one fault as any other", () => {
  expect(go(call, { retries: NaN }, ["retries"]).isTold).toBe(true);
  expect(go(call, { tags: [NaN] }, ["tags", 0]).isTold).toBe(true);
});

test("the limit of depth counts from the root", () => {
  const value = { parent: { parent: { extra: { a: {} } } } };
  const asked = settings({ depth: MAX_DEPTH - 4 });
  const terms = { presence: "received", wire } as const;
  const found = report(call, terms, value, asked, notesOf(value, ["parent", "parent", "extra"]));
  expect(said({ issues: [...found.issues] })).toEqual(["too-deep /parent/parent/extra/a"]);
  expect(found.issues).toEqual(report(call, terms, value, asked).issues);
});

test("two faults are two ways", () => {
  const value = { color: 5, retries: "5" };
  const notes = notesOf(value, ["color"]);
  isNoted(notes, value, "retries");
  const run = startRun({ presence: "received", wire }, settings(undefined), notes);
  expect(notes.last !== undefined && walkStraight(run, rootOf(call, "received"), value, notes.last)).toBe(false);
  const found = report(call, { presence: "received", wire }, value, settings(undefined), notes);
  expect(said({ issues: [...found.issues] })).toEqual(["unknown-enum-member /color", "wrong-type /retries"]);
});

test("two items of an array are two ways, each to its own place", () => {
  const value = { tags: ["a", "b", 5, "c", 6] };
  const notes = notesOf(value, ["tags", 2]);
  isNoted(notes, value.tags, 4);
  const found = report(call, { presence: "received", wire }, value, settings(undefined), notes);
  expect(said({ issues: [...found.issues] })).toEqual(["wrong-type /tags/2", "wrong-type /tags/4"]);
});

// `id` is wrong too, and three required members are missing, of which the notes say nothing.
test.each([
  ["there is no room for issues", { maxIssues: 0 }, {}, 0],
  ["notes are incomplete because there were too many", {}, { room: 0 }, 5],
  ["something is missing", {}, { incomplete: true }, 4],
])("nobody goes straight where %s", (_title, options, change, want) => {
  const value = { color: 5, id: 5 };
  const notes = Object.assign(notesOf(value, ["color"]), change);
  const { issues, failed } = report(call, termsOf("declared"), value, settings(options), notes);
  expect([failed, issues.length]).toEqual([true, want]);
});
