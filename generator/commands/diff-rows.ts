import { divide, shortened } from "../change-path.ts";
import type { Change, ChangeCode } from "../diff/types.ts";

/** One change as a line of a list shows it. */
export interface Row {
  readonly change: Change;
  /** What the line is about: the whole path, or what follows the heading; of a renamed thing `old → new`. */
  readonly name: string;
  /** What the name does not say already. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Changes that follow each other and have something in common. */
export interface Run {
  /** Of one type or operation, which is the heading; or single ones of several, with their code as the heading. */
  readonly by: "owner" | "code";
  readonly heading: string;
  readonly rows: readonly Row[];
}

/** Divides changes into runs; their order stays. */
export function runs(changes: readonly Change[]): readonly Run[] {
  const found: (Run & { readonly rows: Row[] })[] = [];
  for (const { owner, own } of byOwner(changes)) {
    const [first] = own;
    const last = found.at(-1);
    if (own.length > 1) found.push({ by: "owner", heading: owner, rows: own.map((change) => rowOf(change, true)) });
    else if (last?.by === "code" && isAlike(last.rows[0]?.change, first)) last.rows.push(rowOf(first));
    else found.push({ by: "code", heading: first.code, rows: [rowOf(first)] });
  }
  return found;
}

interface Owned {
  readonly owner: string;
  readonly own: [Change, ...Change[]];
}

function byOwner(changes: readonly Change[]): readonly Owned[] {
  const found: Owned[] = [];
  for (const change of changes) {
    const { owner } = divide(change.path);
    const last = found.at(-1);
    if (last?.owner === owner) last.own.push(change);
    else found.push({ owner, own: [change] });
  }
  return found;
}

function isAlike(a: Change | undefined, b: Change): boolean {
  return a?.code === b.code && a.reason === b.reason;
}

/** A change beside its whole path, or, below the heading of its type, what follows it. */
export function rowOf(change: Change, headed = false): Row {
  const { code, path, before, after } = change;
  const { owner, rest } = divide(path);
  const name = headed ? rest : path;
  if (code.endsWith("-renamed")) {
    return { change, name: `${name === "" ? owner : name} → ${after ?? "?"}`, before: undefined, after: undefined };
  }
  const alone = before === undefined || after === undefined;
  const told = (value: string | undefined): string | undefined => {
    if (value === undefined || quotes.has(code)) return value;
    return alone && (value === rest || path.startsWith(`${value}:`)) ? undefined : shortened(value, owner);
  };
  return { change, name, before: told(before), after: told(after) };
}

/** Changes whose values are no types. */
const quotes: ReadonlySet<ChangeCode> = new Set([
  "docs-changed",
  "deprecated",
  "deprecation-changed",
  "deprecation-removed",
  "name-changed",
  "option-changed",
]);
