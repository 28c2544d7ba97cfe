import { BindgenError } from "../errors.ts";
import { driftOf } from "../run.ts";
import type { InspectFlags } from "./arguments.ts";
import { configureOne } from "./configure.ts";
import { readPayloads } from "./payload-files.ts";
import { describeDrift, driftAsJson } from "./payload-report.ts";
import { withProgress } from "./progress.ts";
import { collectWarnings, reportWarnings } from "./report.ts";
import { write, type Terminal } from "./terminal.ts";
import { usage } from "./usage.ts";

/** Where nothing is known of any body, a script must not take that for good news. */
function nothingJudged(): BindgenError {
  const message = "no body was looked at, so that it is not known whether what they hold is declared";
  const hint = 'say what each is: { "type": "ns.Type", "json": … }; and see that the package has that type';
  return new BindgenError("input", { message, hint });
}

/** `inspect --payloads`: what bodies hold and the metadata does not declare, or an overlay that declares it. */
export async function inspectPayloads(
  flags: InspectFlags & { readonly payloads: readonly string[] },
  terminal: Terminal,
): Promise<number> {
  if (flags.type !== undefined) throw usage("a type and --payloads exclude each other", "leave one of them out");
  const { payloads, pick: picks = [] } = flags;
  // Nothing is written, so the folder need not be named.
  const config = await configureOne({ ...flags, out: "generated" }, terminal.cwd);
  const { warn, all: warnings } = collectWarnings();
  const { drift, fragment } = await withProgress(terminal, async (progress) => {
    progress("Reading the payloads");
    const { bodies, warnings: remarks } = await readPayloads(payloads, terminal.cwd);
    warn(remarks);
    return driftOf(config, { bodies, picks }, { overlay: flags["no-overlay"] !== true, progress, warn });
  });
  await reportWarnings(warnings(), terminal);
  const text = flags.json === true ? driftAsJson(drift, fragment) : (fragment ?? describeDrift(drift));
  await write(terminal.stdout, text);
  if (drift.bodies === 0 && drift.unrecognised.length > 0) throw nothingJudged();
  return 0;
}
