import { CONTROL_NAMES, isAdvertised } from "./is-control.js";
import { isMembers, type Members } from "./own.js";
import { isFull } from "./collector.js";
import { copyWith } from "./copy.js";
import { excerpt } from "./excerpt.js";
import { resolve, resolveUsual, type Retag } from "./resolve.js";
import type { Keys } from "./notes.js";
import { add, addFailure, addMemberFailure, isTooDeep, type Run } from "./run.js";
import type { ObjectShape, ResourceShape } from "./shape.js";
import { type Entry, readMembers, type Table } from "./table.js";
import { takeNoted } from "./take-notes.js";
import { walkDynamic } from "./walk-dynamic.js";
import { walkEntry } from "./walk-value.js";

/** Judges an object of the type that its discriminator and its place say, returns it in canonical form. */
export function walkObject(run: Run, entry: Entry, shape: ObjectShape | ResourceShape, value: unknown): unknown {
  if (!isMembers(value)) {
    const expected = shape.kind === "resource" ? "an object or an array of objects" : "an object";
    addFailure(run, "expected-object", expected, value);
    return value;
  }
  if (isTooDeep(run, value)) return value;
  const usual = resolveUsual(run, entry, shape, value);
  if (usual !== undefined) return walkMembers(run, usual, value);
  const type = resolve(run, entry, shape, value);
  return type === undefined ? value : walkMembers(run, type.table, value, type.retag);
}

/** Judges the members of an object whose type is known, returns the object in canonical form. */
export function walkMembers(run: Run, table: Table, value: Members, retag?: Retag): unknown {
  // What the emitted guards see has to be right, hidden and inherited members of instances included.
  const members = readMembers(table, value);
  // A guard has not been where the discriminator is not canonical, or has taken what is there for another type.
  const { notes } = run;
  if (retag !== undefined) run.notes = undefined;
  const noted = run.notes === undefined ? undefined : takeNoted(run.notes, value);
  run.depth += 1;
  const changes = noted === undefined ? walkAll(run, table, members, retag) : walkNoted(run, table, members, noted);
  if (table.required.length > 0) run.demands?.addMissing(run, table.required, members);
  run.depth -= 1;
  run.notes = notes;
  return changes === undefined && retag === undefined ? value : copyWith(value, changes ?? new Map(), retag?.tag);
}

/** What members have become, by name; nearly always all are canonical. */
type Changes = Map<string, unknown> | undefined;

function walkAll(run: Run, table: Table, members: Members, retag: Retag | undefined): Changes {
  let changes: Changes;
  for (const name in members) {
    if (isFull(run)) break;
    if (name === retag?.at) addNonCanonical(run, name, retag.tag, members[name]);
    else changes = walkName(run, table, members, name, changes);
  }
  return changes;
}

/** By index: iterating costs more than what is done. */
function walkNoted(run: Run, table: Table, members: Members, noted: Keys): Changes {
  let changes: Changes;
  for (let index = 0; index < noted.length && !isFull(run); index += 1) {
    changes = walkName(run, table, members, String(noted[index]), changes);
  }
  return changes;
}

function walkName(run: Run, table: Table, members: Members, name: string, changes: Changes): Changes {
  const member = members[name];
  if (member === undefined) return changes;
  const canonical = walkKey(run, table, name, member);
  return Object.is(canonical, member) ? changes : (changes ?? new Map<string, unknown>()).set(name, canonical);
}

function addNonCanonical(run: Run, key: string, tag: string, value: unknown): void {
  const expected = `"@odata.type": ${excerpt(tag)}`;
  const message = `The canonical form is ${expected}.`;
  add(run, { code: "non-canonical-type", severity: "warning", step: key, expected, message, value });
}

/** Judges one member that is there, returns it in canonical form. */
export function walkKey(run: Run, table: Table, name: string, member: unknown): unknown {
  const entry = table.entries.get(name);
  if (entry !== undefined) return walkMember(run, entry, member);
  if (!name.includes("@")) return walkUndeclared(run, table, name, member);
  // Annotations are not looked into, except for the three that have a type; the discriminator is judged before.
  if (CONTROL_NAMES.includes(name)) walkControl(run, name, member);
  return member;
}

function walkControl(run: Run, name: string, value: unknown): void {
  if (typeof value === "string") return;
  addMemberFailure(run, name, value === null ? "null-not-allowed" : "wrong-type", "a string", value);
}

function walkMember(run: Run, entry: Entry, value: unknown): unknown {
  const { name } = entry;
  if (!entry.rules.sent) {
    run.demands?.addUnsent(run, name, value);
    return value;
  }
  run.path.push(name);
  const canonical = walkEntry(run, entry, value);
  run.path.pop();
  return canonical;
}

function walkUndeclared(run: Run, table: Table, name: string, value: unknown): unknown {
  const isClosed = table.open === undefined && !table.anyTag;
  if ((isClosed || run.strict) && !isAdvertised(name)) {
    const severity = isClosed && run.strict ? "error" : "warning";
    const message = "The type does not declare this member.";
    add(run, { code: "undeclared-property", severity, step: name, message, value });
  }
  const { open, presence } = table;
  if (open === undefined) return value;
  run.path.push(name);
  const canonical = walkDynamic(run, { open, presence }, value);
  run.path.pop();
  return canonical;
}
