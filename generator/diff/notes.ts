import type { Place } from "../errors.ts";
import type { Docs } from "../model/types.ts";
import { deprecationText } from "./texts.ts";
import type { Change, ChangeCode } from "./types.ts";
import { judgements, type Judgement } from "./verdicts.ts";

/** What a change is about, beside its code and verdict. */
export interface Subject {
  readonly path: string;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  readonly presences?: Change["presences"];
  readonly at: Place | undefined;
}

/** One change. */
export function note(code: ChangeCode, subject: Subject, { verdict, reason }: Judgement): Change {
  const { path, before, after, presences, at } = subject;
  return { code, path, before, after, presences, verdict, reason, at };
}

/** What differs in the doc comment of one thing. */
export function compareDocs(before: Docs, after: Docs, { path, at }: Pick<Subject, "path" | "at">): Change[] {
  const changes: Change[] = [];
  if (before.description !== after.description) {
    const subject = { path, before: before.description, after: after.description, at };
    changes.push(note("docs-changed", subject, judgements.description));
  }
  const earlier = before.deprecated && deprecationText(before.deprecated);
  const later = after.deprecated && deprecationText(after.deprecated);
  if (earlier === later) return changes;
  const subject = { path, before: earlier, after: later, at };
  if (earlier === undefined) changes.push(note("deprecated", subject, judgements.deprecated));
  else if (later === undefined) changes.push(note("deprecation-removed", subject, judgements.deprecationDocs));
  else changes.push(note("deprecation-changed", subject, judgements.deprecationDocs));
  return changes;
}
