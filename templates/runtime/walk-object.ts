import { CONTROL_NAMES } from "./is-control.js";
import { isMembers, type Members, membersOf } from "./own.js";
import { isFull } from "./collector.js";
import { copyWith } from "./copy.js";
import { excerpt } from "./excerpt.js";
import { type Resolved, resolve } from "./resolve.js";
import type { Keys } from "./notes.js";
import { add, isTooDeep, type Run } from "./run.js";
import type { ObjectShape, ResourceShape } from "./shape.js";
import { type Entry, loadEntry, type Table, tableOf } from "./table.js";
import { takeNoted } from "./take-notes.js";
import { walkDynamic } from "./walk-dynamic.js";
import { walkCollection, walkNullable } from "./walk-value.js";

/** Judges an object of the type that its discriminator and its place say, returns it in canonical form. */
export function walkObject(run: Run, shape: ObjectShape | ResourceShape, value: unknown): unknown {
  if (!isMembers(value)) {
    const expected = shape.kind === "resource" ? "an object or an array of objects" : "an object";
    add(run, { code: "expected-object", expected, value });
    return value;
  }
  if (isTooDeep(run, value)) return value;
  const type = resolve(run, shape, value);
  return type === undefined ? value : walkMembers(run, type, value);
}

/** Judges the members of an object whose type is known, returns the object in canonical form. */
export function walkMembers(run: Run, { shape, retag }: Resolved, value: Members): unknown {
  const visit: Visit = { run, table: tableOf(shape, run.presence), retag, changes: undefined };
  // What the emitted guards see has to be right, hidden and inherited members of instances included.
  const members = membersOf(value);
  // A guard has not been where the discriminator is not canonical, or has taken what is there for another type.
  const { notes } = run;
  if (retag !== undefined) run.notes = undefined;
  const noted = run.notes === undefined ? undefined : takeNoted(run.notes, value);
  run.depth += 1;
  if (noted === undefined) walkAll(visit, members);
  else walkNoted(visit, members, noted);
  for (const { name } of missing(run, visit.table, members)) {
    add(run, { code: "missing-required", step: name, expected: "a value", message: `"${name}" is required.` });
  }
  run.depth -= 1;
  run.notes = notes;
  const { changes } = visit;
  return changes === undefined && retag === undefined ? value : copyWith(value, changes ?? new Map(), retag?.tag);
}

/** An object on the way; most are canonical, so that there is nothing to keep. */
interface Visit {
  readonly run: Run;
  readonly table: Table;
  readonly retag: Resolved["retag"];
  changes: Map<string, unknown> | undefined;
}

function walkAll(visit: Visit, members: Members): void {
  for (const name in members) {
    if (isFull(visit.run)) return;
    walkName(visit, name, members[name]);
  }
}

/** By index: iterating costs more than what is done. */
function walkNoted(visit: Visit, members: Members, noted: Keys): void {
  for (let index = 0; index < noted.length && !isFull(visit.run); index += 1) {
    const name = String(noted[index]);
    walkName(visit, name, members[name]);
  }
}

function walkName(visit: Visit, name: string, member: unknown): void {
  const { run, table, retag } = visit;
  if (name === retag?.at) return addNonCanonical(run, name, retag.tag, member);
  if (member === undefined) return;
  const canonical = walkKey(run, table, name, member);
  if (!Object.is(canonical, member)) (visit.changes ??= new Map<string, unknown>()).set(name, canonical);
}

function addNonCanonical(run: Run, key: string, tag: string, value: unknown): void {
  const expected = `"@odata.type": ${excerpt(tag)}`;
  const message = `The canonical form is ${expected}.`;
  add(run, { code: "non-canonical-type", severity: "warning", step: key, expected, message, value });
}

/** Judges one member that is there, returns it in canonical form. */
function walkKey(run: Run, table: Table, name: string, member: unknown): unknown {
  const entry = table.entries.get(name);
  if (entry !== undefined) return walkMember(run, entry, member);
  if (!name.includes("@")) return walkUndeclared(run, table, name, member);
  // Annotations are not looked into, except for the three that have a type.
  if (CONTROL_NAMES.includes(name)) walkControl(run, name, member);
  return member;
}

function walkControl(run: Run, name: string, value: unknown): void {
  if (typeof value === "string") return;
  add(run, { code: value === null ? "null-not-allowed" : "wrong-type", step: name, expected: "a string", value });
}

function walkMember(run: Run, entry: Entry, value: unknown): unknown {
  const { name, shape } = entry;
  const { sent, collection, inside, nullable, nullableItems } = entry.rules;
  if (!sent) {
    const message = `"${name}" is not part of what is sent; the service ignores or refuses it.`;
    add(run, { code: "read-only", severity: "warning", step: name, message, value });
    return value;
  }
  const outside = run.presence;
  run.presence = inside;
  run.path.push(name);
  const canonical = collection
    ? walkCollection(run, shape, value, nullableItems)
    : walkNullable(run, shape, value, nullable);
  run.path.pop();
  run.presence = outside;
  return canonical;
}

function walkUndeclared(run: Run, table: Table, name: string, value: unknown): unknown {
  const isClosed = table.open === undefined && !table.anyTag;
  if (isClosed || run.strict) {
    const severity = isClosed && run.strict ? "error" : "warning";
    const message = "The type does not declare this member.";
    add(run, { code: "undeclared-property", severity, step: name, message, value });
  }
  if (table.open === undefined) return value;
  run.path.push(name);
  const canonical = walkDynamic(run, table.open, value);
  run.path.pop();
  return canonical;
}

const none: readonly Entry[] = [];

function missing(run: Run, table: Table, value: Members): readonly Entry[] {
  if (table.required.length === 0 || isFull(run)) return none;
  return table.required.filter((entry) => loadEntry(value, entry) === undefined);
}
