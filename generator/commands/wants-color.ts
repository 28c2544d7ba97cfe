/** The flags decide, then NO_COLOR, then FORCE_COLOR, then whether a person is looking. */
export function wantsColor(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): boolean {
  if (args.includes("--no-color")) return false;
  if (args.includes("--color")) return true;
  if (env["NO_COLOR"]) return false;
  const force = env["FORCE_COLOR"];
  return force === undefined ? isTerminal && env["TERM"] !== "dumb" : !["", "0", "false"].includes(force);
}
