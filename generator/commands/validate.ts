import { plural } from "../count.ts";
import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import type { Readable } from "node:stream";
import { isUrl } from "../config/defaults.ts";
import { BindgenError } from "../errors.ts";
import { printable, printableJson } from "../excerpt.ts";
import { decodeUtf8, parseJson } from "../json.ts";
import { isCheckout, packagePath } from "../package-root.ts";
import { tooLarge } from "../source/failures.ts";
import { largest } from "../source/largest.ts";
import { reason } from "../system-error.ts";
import { findValidator, judge, type PrintedIssue } from "../validate/judge.ts";
import { loadPackage, type LoadedPackage } from "../validate/load-package.ts";
import type { CaseDefaults } from "../validate/read-case.ts";
import { validateLines } from "../validate/validate-lines.ts";
import type { ValidateFlags } from "./arguments.ts";
import { align, write, type Colors, type Terminal } from "./terminal.ts";
import { usage } from "./usage.ts";

/** `validate`: judges one payload, or with `--ndjson` one a line. */
export async function validate(flags: ValidateFlags, terminal: Terminal): Promise<number> {
  const { type, presence, collection = false, strict = false } = flags;
  if (flags.ndjson !== true && type === undefined) throw usage("--type is needed", "see odata-bindgen validate --help");
  if (flags.file === undefined && terminal.stdinIsTty)
    throw usage("no file to validate", "give a file, or - for standard input");
  if (flags.file !== undefined && isUrl(flags.file))
    throw usage("validate reads files", "download it, or hand it over: curl … | odata-bindgen validate --type … -");
  const standard = isCheckout() ? packagePath("generated") : resolve(terminal.cwd, "generated");
  const loaded = await loadPackage(flags.package === undefined ? standard : resolve(terminal.cwd, flags.package));
  const target = { type: type ?? "", presence, collection, strict };
  // A wrong flag is told before the payload is opened.
  const asked = flags.ndjson === true ? undefined : findValidator(loaded, target);
  if (asked !== undefined && "code" in asked) throw usage(asked.message, asked.hint);
  const input = open(flags.file, terminal);
  if (flags.ndjson === true) return explained(input, () => lines(loaded, input, { ...target, type }, terminal));
  return single(loaded, input, target, flags.json === true, terminal);
}

interface Input {
  readonly name: string;
  readonly stream: Readable;
}

function open(file: string | undefined, { cwd, stdin }: Terminal): Input {
  if (file === undefined || file === "-") return { name: "standard input", stream: stdin };
  return { name: resolve(cwd, file), stream: createReadStream(resolve(cwd, file)) };
}

async function lines(
  loaded: LoadedPackage,
  input: Input,
  defaults: CaseDefaults,
  { stdout }: Terminal,
): Promise<number> {
  return validateLines(loaded, input.stream, defaults, (line) => write(stdout, line));
}

async function single(
  loaded: LoadedPackage,
  input: Input,
  target: CaseDefaults & { readonly type: string },
  json: boolean,
  { stdout, colors }: Terminal,
): Promise<number> {
  const verdict = judge(loaded, { ...target, json: await readJson(input) });
  if (verdict.kind === "refused") throw usage(verdict.error.message, verdict.error.hint);
  const { ok, issues } = verdict;
  await write(stdout, json ? `${printableJson({ ok, issues })}\n` : describe(ok, issues, colors.stdout));
  return ok ? 0 : 1;
}

async function readJson(input: Input): Promise<unknown> {
  const chunks: Buffer[] = [];
  let total = 0;
  await explained(input, async () => {
    for await (const chunk of input.stream) {
      if (!(chunk instanceof Buffer)) continue;
      chunks.push(chunk);
      total += chunk.length;
      if (total > largest) throw tooLarge(input.name, largest, "--ndjson takes more, one case a line");
    }
  });
  const text = decodeUtf8(Buffer.concat(chunks));
  if (text === undefined)
    throw new BindgenError("input", { place: { file: input.name }, message: "this is not UTF-8 text" });
  return parseJson(text, input.name);
}

async function explained<T>({ name, stream }: Input, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (stream.errored === null || error instanceof BindgenError) throw error;
    throw new BindgenError(
      "input",
      { place: { file: name }, message: `cannot read it: ${reason(error)}` },
      { cause: error },
    );
  }
}

function describe(ok: boolean, issues: readonly PrintedIssue[], { red, yellow, green }: Colors): string {
  const rows = issues.map(({ path, code, severity, message }) => {
    const color = severity === "error" ? red : yellow;
    return [path === "" ? '""' : printable(path), code, color(severity), printable(message)];
  });
  const errors = issues.filter((issue) => issue.severity === "error").length;
  const warnings = issues.length - errors;
  const counts = [errors > 0 ? plural(errors, "error") : [], warnings > 0 ? plural(warnings, "warning") : []].flat();
  return `${align(rows)}${[ok ? green("valid") : red("invalid"), ...counts].join(", ")}\n`;
}
