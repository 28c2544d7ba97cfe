import { printable } from "../excerpt.ts";
import { largest } from "../source/largest.ts";
import type { ReadOptions } from "../source/read-source.ts";
import type { RefreshFlags } from "./arguments.ts";
import type { Progress } from "./progress.ts";
import { usage } from "./usage.ts";

const megabyte = 1024 * 1024;
const help = "see odata-bindgen refresh --help";

/**
 * What the flags say of a download.
 * @throws BindgenError `usage` where a value is no number, or none that makes sense
 */
function bounds(flags: RefreshFlags): ReadOptions {
  const seconds = number(flags.timeout, "timeout", /^\d+(\.\d+)?$/);
  const megabytes = number(flags["max-size"], "max-size", /^\d+(\.\d+)?$/);
  if (megabytes !== undefined && megabytes * megabyte > largest) {
    throw usage(`--max-size takes at most ${largest / megabyte} megabytes, found "${megabytes}"`, help);
  }
  return {
    timeoutMs: seconds === undefined ? undefined : Math.ceil(seconds * 1000),
    maxBytes: megabytes === undefined ? undefined : Math.ceil(megabytes * megabyte),
    retries: number(flags.retries, "retries", /^\d+$/),
  };
}

function number(text: string | undefined, flag: string, pattern: RegExp): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (pattern.test(text) && (value > 0 || flag === "retries") && value < 1e6) return value;
  const kind = flag === "retries" ? "a whole number" : "a number above 0 and";
  throw usage(`--${flag} takes ${kind} below a million, found "${text}"`, help);
}

/** Tells a person how far a download is: the numbers first, because the end of a long line is cut off. */
function listeners(location: string, step: Progress["step"]): ReadOptions {
  let shownAt = -Infinity;
  return {
    onProgress: ({ received, total }) => {
      // Parts arrive faster than anybody reads.
      if (performance.now() - shownAt < 100) return;
      shownAt = performance.now();
      const all = total === undefined ? "" : ` of ${inMegabytes(total)}`;
      step(`Downloading ${inMegabytes(received)}${all} from ${location}`);
    },
    onRetry: ({ attempt, waitMs, reason }) => {
      // The reason has words of the server's.
      step(`${printable(reason)}: attempt ${attempt + 1} in ${Math.ceil(waitMs / 1000)} s`);
    },
  };
}

function inMegabytes(bytes: number): string {
  return `${(bytes / megabyte).toFixed(1)} MB`;
}

export const downloadOptions = { bounds, listeners } as const;
