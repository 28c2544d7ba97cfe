import { plural } from "../count.ts";
import { append } from "../group.ts";
import type { Reason, Slice } from "../slice/types.ts";

/** The ways in, each from the root to the thing itself; of one that is longer than anybody reads, both ends. */
export function pathsInto(slice: Slice): (name: string) => readonly string[] {
  const stepTo = (name: string): Step | undefined => {
    const reason = slice.types.get(name)?.reason ?? slice.operations.get(name);
    return reason && stepOf(name, reason);
  };
  const startOf = starts(stepTo);
  return (name) => {
    const { start, length } = startOf(name);
    if (length <= 2 * shown) return stepsBefore(name, length, stepTo);
    return [...start, `… ${plural(length - 2 * shown, "more step")} …`, ...stepsBefore(name, shown, stepTo)];
  };
}

/** Steps of a long path that are told at each of its ends. */
const shown = 100;

interface Step {
  readonly texts: readonly string[];
  /** What the step leads on from; a root has none. */
  readonly from: string | undefined;
}

function stepOf(name: string, reason: Reason): Step {
  if (reason.kind === "root") return { texts: [`root ${reason.asked}`, name], from: undefined };
  return { texts: [`${stepWords(reason)} ${name}`], from: reason.from };
}

interface Start {
  /** The first steps, as many as are told. */
  readonly start: readonly string[];
  /** How many steps there are in all. */
  readonly length: number;
}

/** Each way's start is that of the one that it leads on from, and is made once. */
function starts(stepTo: (name: string) => Step | undefined): (name: string) => Start {
  const known = new Map<string, Start>();
  return (name) => {
    const open: [name: string, step: Step][] = [];
    let found: Start = { start: [], length: 0 };
    for (let current: string | undefined = name; current !== undefined; current = open.at(-1)?.[1].from) {
      const [before, step] = [known.get(current), stepTo(current)];
      if (before !== undefined) found = before;
      if (before !== undefined || step === undefined) break;
      open.push([current, step]);
    }
    for (const [current, { texts }] of open.reverse()) {
      const start = found.length < shown ? [...found.start, ...texts].slice(0, shown) : found.start;
      found = { start, length: found.length + texts.length };
      known.set(current, found);
    }
    return found;
  };
}

/** The last steps on the way to something, the last of all included. */
function stepsBefore(name: string, count: number, stepTo: (name: string) => Step | undefined): readonly string[] {
  const texts: string[] = [];
  let step = stepTo(name);
  while (step !== undefined && texts.length < count) {
    append(texts, step.texts.toReversed());
    step = step.from === undefined ? undefined : stepTo(step.from);
  }
  return texts.slice(0, count).reverse();
}

function stepWords(reason: Exclude<Reason, { kind: "root" }>): string {
  switch (reason.kind) {
    case "member":
      return `member ${reason.member ?? ""}:`;
    case "union":
      return `listed for ${reason.member ?? ""}:`;
    case "parameter":
      return reason.member === undefined ? "bound to:" : `parameter ${reason.member}:`;
    case "base":
      return "base type:";
    case "derived":
      return "derived type:";
    case "return":
      return "returns:";
    case "bound":
      return "bound operation:";
  }
}
