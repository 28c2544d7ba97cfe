import { isAnyDateTimeOffset, isAnyDuration, isAnyTimeOfDay, isDate } from "../../templates/runtime/date-time.ts";
import { isGuid } from "../../templates/runtime/strings.ts";

/** The types whose values are strings of a form of their own, as the validators judge them. */
const forms: readonly (readonly [type: string, isOfForm: (text: string) => boolean])[] = [
  ["Edm.Guid", isGuid],
  ["Edm.DateTimeOffset", isAnyDateTimeOffset],
  ["Edm.Date", isDate],
  ["Edm.TimeOfDay", isAnyTimeOfDay],
  ["Edm.Duration", isAnyDuration],
];

/** The type whose form a string has; Edm.String for one without a form. */
export function formOf(text: string): string {
  return forms.find(([, isOfForm]) => isOfForm(text))?.[0] ?? "Edm.String";
}

/** Whether a string may be a value of a type, as far as the type has a form. */
export function hasForm(text: string, type: string): boolean {
  return forms.find(([name]) => name === type)?.[1](text) ?? true;
}

/** What strings were seen in a declared member. */
export interface SeenForm {
  readonly type: string;
  /** The one form of all strings; Edm.String where they differ. */
  readonly form: string;
}

/**
 * What a string of each form is in this service: many keep GUIDs and dates in plain strings. The declared members
 * vote, each with what was seen in it. Without a majority for Edm.String the form's own type stands.
 */
export function habits(seen: Iterable<SeenForm>): Map<string, string> {
  const votes = new Map<string, number>();
  for (const { type, form } of seen) {
    if (type === "Edm.String") votes.set(form, (votes.get(form) ?? 0) + 1);
    else if (type === form) votes.set(form, (votes.get(form) ?? 0) - 1);
  }
  return new Map(forms.map(([type]) => [type, (votes.get(type) ?? 0) > 0 ? "Edm.String" : type]));
}
