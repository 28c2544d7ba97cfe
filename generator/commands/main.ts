import { parseArguments, type Handlers } from "./arguments.ts";
import { report } from "./report.ts";
import { write, type Terminal } from "./terminal.ts";

/** Does what the arguments ask for; the result is the exit code. Throws nothing: what goes wrong is told. */
export async function main(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const parsed = await parseArguments(args, terminal.columns, handlersFor(terminal));
    if (parsed.kind === "run") return await parsed.run();
    await write(terminal.stdout, parsed.text);
    return 0;
  } catch (error) {
    return report(error, terminal, args.includes("--debug"));
  }
}

/** Loaded when they run: the libraries behind them take longer than the help. */
function handlersFor(terminal: Terminal): Handlers {
  return {
    diff: async (flags) => (await import("./diff.ts")).diff(flags, terminal),
    generate: async (flags) => (await import("./generate.ts")).generate(flags, terminal),
    inspect: async (flags) => (await import("./inspect.ts")).inspect(flags, terminal),
    refresh: async (flags) => (await import("./refresh.ts")).refresh(flags, terminal),
    release: async (flags) => (await import("./release.ts")).release(flags, terminal),
    validate: async (flags) => (await import("./validate.ts")).validate(flags, terminal),
  };
}
