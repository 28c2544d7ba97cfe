import { describe, expect, it, onTestFinished, vi } from "vitest";
import { inWords, retryAfterMs } from "../../generator/source/pace.ts";

describe("Retry-After", () => {
  const date = "Sun, 01 Mar 2026 12:00:00 GMT";

  it.each([
    ["5", 5000],
    [" 5 ", 5000],
    ["0", 0],
    ["99999999999", 99_999_999_999_000],
    ["Sun, 01 Mar 2026 12:00:30 GMT", 30_000],
    ["Sunday, 01-Mar-26 12:00:30 GMT", 30_000],
    ["Sun Mar  1 12:00:30 2026", 30_000],
    ["Sun, 01 Mar 2026 11:00:00 GMT", 0],
    ["", undefined],
    ["-5", undefined],
    ["1.5", undefined],
    ["5s", undefined],
    ["tomorrow", undefined],
    ["Sun, 41 Mar 2026 12:00:30 GMT", undefined],
  ])("%j: %s ms", (value, want) => {
    expect(retryAfterMs(new Headers({ "retry-after": value, date }))).toBe(want);
  });

  it("is in UTC where a date does not say so", () => {
    vi.stubEnv("TZ", "America/New_York");
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(retryAfterMs(new Headers({ "retry-after": "Sun Mar  1 12:00:30 2026", date }))).toBe(30_000);
  });

  it("is counted by the clock of this machine where the server does not tell the time", () => {
    const later = new Date(Date.now() + 30_000).toUTCString();
    const ms = retryAfterMs(new Headers({ "retry-after": later }));
    expect(ms).toBeGreaterThan(20_000);
    expect(ms).toBeLessThanOrEqual(30_000);
  });

  it("is undefined where it is missing", () => {
    expect(retryAfterMs(new Headers())).toBeUndefined();
  });
});

it.each([
  [1, "1 ms"],
  [99.5, "100 ms"],
  [999, "999 ms"],
  [1000, "1 second"],
  [1001, "2 seconds"],
  [120_000, "120 seconds"],
  [120_001, "3 minutes"],
  [7_200_000, "120 minutes"],
  [7_200_001, "3 hours"],
  [1e15, "more than a month"],
])("%s ms are %s", (ms, want) => {
  expect(inWords(ms)).toBe(want);
});
