/**
 * The flags decide, then NO_COLOR, then FORCE_COLOR, then whether a person is looking. A stream that is no terminal has no
 * `isTTY` at all, and who is told `undefined` decides for itself: picocolors would colour what CI writes to files.
 */
export function wantsColor(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean | undefined,
): boolean {
  if (args.includes("--no-color")) return false;
  if (args.includes("--color")) return true;
  if (env["NO_COLOR"]) return false;
  const force = env["FORCE_COLOR"];
  return force === undefined ? isTerminal === true && env["TERM"] !== "dumb" : !["", "0", "false"].includes(force);
}
