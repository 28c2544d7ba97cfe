import { BindgenError } from "../errors.ts";
import { didYouMean, suggest } from "../suggest.ts";
import {
  commonOptions,
  diffOptions,
  generateOptions,
  inspectOptions,
  refreshOptions,
  releaseOptions,
  validateOptions,
} from "./options.ts";

const perCommand = new Map<string, object>([
  ["completion", {}],
  ["diff", diffOptions],
  ["generate", generateOptions],
  ["inspect", inspectOptions],
  ["refresh", refreshOptions],
  ["release", releaseOptions],
  ["validate", validateOptions],
]);
const commands = [...perCommand.keys()];
const options: ReadonlyMap<string, { readonly type?: string; readonly array?: boolean }> = new Map(
  [commonOptions, ...perCommand.values()].flatMap((table) => Object.entries(table)),
);

/** A usage error, with what to do about it; where that is not to be said in a line, the help is pointed to. */
export function usage(message: string, hint = "see odata-bindgen --help"): BindgenError {
  return new BindgenError("usage", { message, hint });
}

/** Points to the help that has the flags of the command; without one, those of the default command are meant. */
function helpFor(args: readonly string[]): string {
  return `see odata-bindgen ${commandOf(args)} --help`;
}

function commandOf(args: readonly string[]): string {
  return args.find((arg) => commands.includes(arg)) ?? "generate";
}

/** Refuses what the parser would let pass: a flag with a value that is none, a single-valued option given twice, `--`. */
export function checkRaw(args: readonly string[]): void {
  const seen = new Set<string>();
  const help = helpFor(args);
  for (const [index, arg] of args.entries()) {
    // The parser would leave out all that follows, a --check among it.
    if (arg === "--") throw usage("-- has no meaning here", "a file whose name begins with a dash is given as ./-name");
    const text = /^(--help|--version|-h)=(.*)$/s.exec(arg);
    if (text !== null) throw usage(`${String(text[1])} takes no value, found "${String(text[2])}"`);
    const [, name, value] = /^--([^=]+)(?:=(.*))?$/s.exec(arg) ?? [];
    const option = name === undefined ? undefined : options.get(name);
    if (name === undefined || option === undefined) continue;
    if (option.type === "boolean" && value !== undefined)
      throw usage(`--${name} takes no value, found "${value}"`, help);
    // An empty path would mean the current folder; it is what an unset variable of a shell leaves.
    const next = option.type === "boolean" ? undefined : args[index + 1];
    if (value === "" || (value === undefined && next === "")) throw usage(`--${name} needs a value`, help);
    if (value === undefined && next !== undefined && /^-./.test(next) && !options.has(next.slice(2))) {
      throw usage(`--${name} needs a value`, `a value that begins with a dash is given as --${name}=${next}`);
    }
    if (seen.has(name) && option.array !== true) throw usage(`--${name} is given twice`, help);
    seen.add(name);
  }
}

/** The parser's complaint in one line, with the nearest name that would have been right. */
export function usageError(complaint: string, args: readonly string[]): BindgenError {
  const unknown = /^Unknown (?:argument|command)s?: (.*?)(?:, .*)?$/s.exec(complaint)?.[1];
  if (unknown !== undefined) return unknownName(unknown, args);
  const lacking = /^Not enough arguments following: (.*)$/s.exec(complaint)?.[1];
  if (lacking !== undefined) return usage(`--${lacking} needs a value`, helpFor(args));
  const invalid = /Argument: (.*?), Given: (.*), Choices: (.*)$/s.exec(complaint);
  if (invalid !== null) {
    const [, flag, given, choices] = invalid.map(String);
    return usage(`--${flag ?? ""}: ${given ?? ""} is none of ${choices ?? ""}`, helpFor(args));
  }
  if (/^Not enough non-option arguments: got 0/.test(complaint) && args.includes("diff")) {
    const hint = "give an earlier document: a file, a URL, or git:REVISION; see odata-bindgen diff --help";
    return usage("diff has nothing to compare with", hint);
  }
  return usage(complaint.replace(/\s+/g, " "), helpFor(args));
}

function unknownName(name: string, args: readonly string[]): BindgenError {
  const command = commandOf(args);
  const flag = args.find((arg) => /^--?/.test(arg) && arg.replace(/^--?/, "").split("=")[0] === name);
  if (flag !== undefined) {
    const known = [...Object.keys(commonOptions), ...Object.keys(perCommand.get(command) ?? {}), "help", "version"];
    return usage(`${command} does not know ${flag.replace(/=.*/s, "")}`, hintFor(flagLike(name, known), command));
  }
  if (args[0] === name) return usage(`there is no command "${name}"`, hintFor(suggest(name, commands), ""));
  return usage(`"${name}" is one argument too many`, hintFor(undefined, command));
}

function flagLike(name: string, known: readonly string[]): string | undefined {
  const near = suggest(name, known);
  return near === undefined ? undefined : `--${near}`;
}

function hintFor(near: string | undefined, command: string): string {
  const help = `see odata-bindgen ${command === "" ? "" : `${command} `}--help`;
  return [didYouMean(near) ?? [], help].flat().join(" ");
}
