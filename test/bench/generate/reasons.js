// Why a target of the generator is missed, by the beginning of its name.

const busy =
  "The machine decides: in an hour when its memory is slow (`JSON.parse` takes twice its time, too) everything takes up to " +
  "twice as long, the code before the last changes no less. In a quiet one it was 4.7 s for all of Graph, and 0.8 s.";

const reasons = [
  ["all of Graph, cold", busy],
  ["flagship slice, cold", busy],
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
