// What the peers take for text of a primitive type: the rules of the contract as one regular expression each, the days of
// the months included, because a pattern is what each of them has room for.

const year = "-?(?:0\\d{3}|[1-9]\\d{3,})";
/** The last four digits decide, and 29 February follows. */
const leapDay = "(?=-?\\d*(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)";
const inMonth = [
  "(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8])",
  "(?:0[13-9]|1[0-2])-(?:29|30)",
  "(?:0[13578]|1[02])-31",
].join("|");
const day = `(?:${year}-(?:${inMonth})|${leapDay}${year}-02-29)`;
const clock = "(?:(?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d{1,12})?)?|23:59:60(?:\\.\\d{1,12})?)";
const offset = "(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)";

/** By keyword of the second judge, without facets. */
export const textPatterns: Readonly<Record<string, string>> = {
  edmGuid: "^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$",
  edmDate: `^${day}$`,
  edmTimeOfDay: `^${clock}$`,
  edmDateTimeOffset: `^${day}T${clock}${offset}$`,
};

/** Members of a flags enumeration, each once at most, with commas between them. */
export function flagsPattern(members: readonly string[]): string {
  const one = `(?:${members.join("|")})`;
  return `^(?!(?:.*,)?([^,]+),(?:.*,)?\\1(?:,|$))${one}(?:,${one})*$`;
}
