import fc from "fast-check";
import { randomOf, shuffled } from "../../determinism/random.ts";
import { inputOf, type Input } from "./documents.ts";
import { trickyName } from "./hostile.ts";

/** Names that are easily taken for each other, or for what is made of them. */
const related = (
  "user User users userMembers UserMembers UserTagged userCreate AUser aUser BUser isUser a a1 a_1 b Registry registry " +
  "RegistryEntry wire find Edm Issue ODataControl Validation read add received schema UserSchema userParameters"
).split(" ");

/** An input with names that are hard to use: one for each thing, but some things of two namespaces have the same. */
export function namedInput(from: number): Input {
  const random = randomOf(from);
  const drawn = fc.sample(trickyName, { seed: from, numRuns: 80 });
  const names = random() < 0.5 ? [...new Set(drawn)] : shuffled(related, random);
  const given = new Map<string, string>();
  const same = random() < 0.5;
  const name = (plain: string): string => {
    if (plain === "crate" && same) return name("ship");
    const parts = plain.split(".").map((part) => names.pop() ?? `last_${part}`);
    const known = given.get(plain) ?? parts.join(".");
    given.set(plain, known);
    return known;
  };
  return inputOf({ text: () => "text", name });
}
