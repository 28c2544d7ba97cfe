// Why a target of the types is missed, by a part of its name.

const floor =
  "In all: half to four fifths of what a compiler takes on theirs is its own start and library, as the program that " +
  "imports nothing shows. So nobody reaches a third of the whole; what the import adds is told apart.";

const lists =
  "What one import adds: an index leads to the files of all four presences, and the compiler reads and checks each of " +
  "them. Half of the bytes are the declarations of validators: five functions for each type and presence.";

const index =
  "The index of all of Graph leads to 3,822 types with all their functions. The completion itself takes a tenth " +
  "of that, as the first one shows; the rest is a table of all names that the index exports, which the compiler makes " +
  "anew after each edit to find one of them. Who needs types alone imports `/types`.";

const reasons = [
  ["all of Graph: completion", index],
  ["in all", floor],
  ["over an empty program", lists],
];

/** Takes the name of a target, returns why it is missed where it is. */
export function reasonOf(target) {
  return reasons.find(([part]) => target.includes(part))?.[1];
}
