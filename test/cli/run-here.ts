import { realpathSync } from "node:fs";
import { Readable } from "node:stream";
import pc from "picocolors";
import { main } from "../../generator/commands/main.ts";
import { wantsColor } from "../../generator/commands/wants-color.ts";
import { fakeTerminal } from "./fake-terminal.ts";
import type { Result, RunOptions } from "./support.ts";

/** Runs the commands in this process as `cli.ts` would in one of its own. What asks the system itself sees this one's environment. */
export async function runHere(
  args: readonly string[],
  { cwd = process.cwd(), input = "", env = {} }: RunOptions,
): Promise<Result> {
  const colors = pc.createColors(wantsColor(args, env, undefined));
  const { terminal, stdout, stderr } = fakeTerminal({
    cwd: realpathSync.native(cwd),
    stdin: Readable.from([Buffer.from(input)]),
    colors: { stdout: colors, stderr: colors },
  });
  const code = await main(args, terminal);
  return { code, stdout: stdout(), stderr: stderr() };
}
