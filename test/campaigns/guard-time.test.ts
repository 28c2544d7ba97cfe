/*
 * Twice the document takes twice the time, whatever there is much of in it, and nothing is thrown but refusals. Limits
 * end what would not fit into memory.
 */
import { expect, test } from "vitest";
import { expectKnown, isLong, longTimeout, report } from "./campaign.ts";
import { flaw, read, readAsCsdl } from "./guard/our-reader.ts";
import { shapes } from "./guard/shapes.ts";

const size = isLong ? 4_000_000 : 2000;

/** Milliseconds of processor time, in this process, that an action takes; the lesser of two, because others work too. */
function cost(action: () => void): number {
  const costs = [0, 1].map(() => {
    const before = process.cpuUsage();
    action();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...costs);
}

function readTwice(name: string, make: (size: number) => string): string | undefined {
  try {
    const problems = readAsCsdl(Buffer.from(make(size)));
    const wrong = problems.map((problem) => flaw(problem, undefined)).find((found) => found !== undefined);
    if (wrong !== undefined || !isLong) return wrong && `${name}: ${wrong}`;
    const [one, two] = [size, 2 * size].map((characters) => {
      const bytes = Buffer.from(make(characters));
      return cost(() => readAsCsdl(bytes));
    });
    const growth = (two ?? 0) / Math.max(one ?? 0, 200);
    return growth > 3 ? `${name}: twice the size takes ${growth.toFixed(1)} times as long` : undefined;
  } catch (error) {
    return `${name}: thrown: ${error instanceof Error ? error.message : String(error)}`;
  }
}

test("reading takes linear time", { timeout: longTimeout }, () => {
  const found = [...shapes].map(([name, make]) => readTwice(name, make)).filter((one) => one !== undefined);
  report("guard-time", { shapes: shapes.size, characters: size });
  expectKnown("guard-time", found);
});

const limits: readonly (readonly [text: string, message: string])[] = [
  [`<a>${" ".repeat(16_000_001)}</a>`, "a text of more than 16000000 characters begins here"],
  [`<a>${"<b/>".repeat(isLong ? 1_000_000 : 0)}</a>`, "there are more than 1000000 elements"],
  [`<a>${'<b c="" d="" e=""/>'.repeat(isLong ? 666_667 : 0)}</a>`, "there are more than 2000000 attributes"],
];

test.each(isLong ? limits : limits.slice(0, 1))(
  "what is beyond a limit is refused",
  { timeout: longTimeout },
  (text, message) => {
    const reading = read(Buffer.from(text));
    expect(reading.accepted ? [] : reading.problems.map((problem) => problem.message)).toEqual([message]);
  },
);
