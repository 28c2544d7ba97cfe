import { setTimeout as delay } from "node:timers/promises";

/** How time passes for a download, and how long it waits for what. */
export interface Pace {
  /** A clock in milliseconds that never goes back. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<unknown>;
  /** From 0 up to 1, so that many who failed together do not come back together. */
  readonly random: () => number;
  /** The longest wait before the second attempt; it doubles with each attempt. */
  readonly baseMs: number;
  /** How long a body may be silent before its connection counts as lost. */
  readonly silenceMs: number;
}

export const realPace: Pace = {
  now: () => performance.now(),
  sleep: (ms) => delay(ms),
  random: () => Math.random(),
  baseMs: 1000,
  silenceMs: 20_000,
};

const longestMs = 30_000;

/** How long to wait after a failed attempt, counted from 1: between half and the whole of a wait that doubles. */
export function backoffMs(attempt: number, { baseMs, random }: Pace): number {
  const whole = Math.min(baseMs * 2 ** (attempt - 1), longestMs);
  return Math.round((whole * (1 + random())) / 2);
}

/** How long a server asks to wait: a number of seconds, or a date (RFC 9110 10.2.3); undefined where it does not ask. */
export function retryAfterMs(headers: Headers): number | undefined {
  const value = headers.get("retry-after")?.trim() ?? "";
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const date = parseHttpDate(value);
  // By the server's own clock, which need not agree with that of this machine.
  return date === undefined ? undefined : Math.max(0, date - (parseHttpDate(headers.get("date") ?? "") ?? Date.now()));
}

/** All three forms of a date that a recipient must take (RFC 9110 5.6.7); asctime does not say that it is UTC. */
function parseHttpDate(text: string): number | undefined {
  if (!/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? /.test(text)) return undefined;
  const time = Date.parse(text.endsWith(" GMT") ? text : `${text} GMT`);
  return Number.isNaN(time) ? undefined : time;
}

/** A length of time for people: `300 ms`, `90 seconds`, `5 minutes`, `3 hours`. Never less than it is. */
export function inWords(ms: number): string {
  if (ms < 1000) return `${Math.ceil(ms)} ms`;
  const [size, unit] = ms <= 120_000 ? [1000, "second"] : ms <= 7_200_000 ? [60_000, "minute"] : [3_600_000, "hour"];
  const count = Math.ceil(ms / size);
  return count > 1000 ? "more than a month" : `${count} ${unit}${count === 1 ? "" : "s"}`;
}
