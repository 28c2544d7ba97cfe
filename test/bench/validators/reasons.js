// Why a target is missed, by the beginning of its name: what is printed below the table for those that are.

const caches =
  "Not one step more for each participant: a larger roster does not fit the processor's caches, which shows in every " +
  "peer's figures, and in those of `JSON.parse`.";

const reasons = [
  [
    "`is` of JSON.parse",
    "A loop over all members with nothing in it takes 5 to 6 % already, and one has to be there for each object of an open " +
      "type (50 of the 74 types), because a dynamic member may hold a tagged object. Closed types have the same form: to " +
      "load their members by name took 5 % less, a tenth more of the bundle, and left `validate` to find out what is wrong.",
  ],
  [
    "`validate`, invalid: typia",
    "Bodies are small: the way down to the fault (a look-up of the type and of the member for each level) and the issue " +
      "(path as an array, escaped excerpt, what was expected, a message for people) take longer than the check. typia " +
      "hands back the path as text and the value as it is. In rosters it is behind, as a whole body is looked at by both.",
  ],
  [
    "`validate`, invalid: ajv",
    "As before; ajv makes one text for a place, with neither excerpt nor what was found. From rosters on, where checking " +
      "counts, it is behind.",
  ],
  [
    "bundle, `is`",
    "Dynamic members of open types may be of any type of the package, so that all of them, their tags twice, and the " +
      "code for tags in other spellings are part of every bundle with an open type; peers have none of it. Date, " +
      "duration, depth, hidden members and holes take another kilobyte.",
  ],
  [
    "bundle, `is` and `validate`",
    "As above; guards are code and shapes are data, so that names stand there twice. That is the price of `is` at this " +
      "speed: validators that interpret one description (zod, valibot) are smaller and ten times slower.",
  ],
  [
    "import",
    "Functions are compiled when they are first called; what is left is reading and parsing the bundle's text. In a quiet " +
      "hour of the same machine it was 2.5 ms.",
  ],
  ["`is`, time per participant", caches],
  ["`validate`, time per participant", caches],
  [
    "`is`, each body",
    "Bodies where nearly everything is a small object, or one of an open type: peers load three members by name, and have " +
      "no dynamic members to look for.",
  ],
];

/** Takes the name of a target, returns why it is missed where it is. */
export function reasonOf(target) {
  return reasons.find(([start]) => target.startsWith(start))?.[1];
}
