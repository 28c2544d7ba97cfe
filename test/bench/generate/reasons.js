// Why a target of the generator is missed, by the beginning of its name.

const reasons = [
  [
    "10 copies of Graph",
    "Time and files grow as the text does; a collector that looks through ten times the memory takes twice the share of " +
      "the time. One copy takes so little that its own start and the disk decide on which side of twelve the ratio is.",
  ],
];

/** Takes the name of a target, returns why it is missed where it is. */
export function reasonOf(target) {
  return reasons.find(([start]) => target.startsWith(start))?.[1];
}
