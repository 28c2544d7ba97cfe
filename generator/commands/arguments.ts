import yargs, { type Argv, type InferredOptionTypes } from "yargs";
import { toolPackage } from "../package-root.ts";
import {
  commonOptions,
  diffOptions,
  generateOptions,
  inspectOptions,
  refreshOptions,
  releaseOptions,
  validateOptions,
} from "./options.ts";
import { descriptions, examples, exitCodes, ndjson } from "./texts.ts";
import { checkRaw, usageError } from "./usage.ts";

export type DiffFlags = InferredOptionTypes<typeof diffOptions> & {
  readonly base: string;
  readonly head?: string | undefined;
};
export type GenerateFlags = InferredOptionTypes<typeof generateOptions>;
export type InspectFlags = InferredOptionTypes<typeof inspectOptions> & { readonly type?: string | undefined };
export type RefreshFlags = InferredOptionTypes<typeof refreshOptions>;
export type ReleaseFlags = InferredOptionTypes<typeof releaseOptions> & { readonly base?: string | undefined };
export type ValidateFlags = InferredOptionTypes<typeof validateOptions> & { readonly file?: string | undefined };

/** What each command does with its flags; the result is the exit code. */
export interface Handlers {
  readonly diff: (flags: DiffFlags) => Promise<number>;
  readonly generate: (flags: GenerateFlags) => Promise<number>;
  readonly inspect: (flags: InspectFlags) => Promise<number>;
  readonly refresh: (flags: RefreshFlags) => Promise<number>;
  readonly release: (flags: ReleaseFlags) => Promise<number>;
  readonly validate: (flags: ValidateFlags) => Promise<number>;
}

/** The help or version text that was asked for, or the command to run. */
export type Parsed =
  { readonly kind: "text"; readonly text: string } | { readonly kind: "run"; readonly run: () => Promise<number> };

/** Parses the arguments; nothing runs yet, so that no error of a command passes through the parser. */
export async function parseArguments(args: readonly string[], columns: number, handlers: Handlers): Promise<Parsed> {
  // What a shell asks while somebody types is no command yet.
  if (args[0] !== "--get-yargs-completions") checkRaw(args);
  const parsed: { text: string; run: (() => Promise<number>) | undefined } = { text: "", run: undefined };
  const parser = addCommands(settings(args, columns), args, handlers, (run) => {
    parsed.run = run;
  });
  await parser.parseAsync([...args], {}, (_error: unknown, _argv: unknown, text: string) => {
    parsed.text = text;
  });
  if (parsed.run !== undefined) return { kind: "run", run: parsed.run };
  return { kind: "text", text: `${parsed.text}\n` };
}

function settings(args: readonly string[], columns: number): Argv {
  return yargs()
    .scriptName("odata-bindgen")
    .usage("$0 [command] [options]\n\nTurns OData v4 metadata into TypeScript that a program can trust at run time.")
    .version(toolPackage().version)
    .alias("help", "h")
    .detectLocale(false)
    .exitProcess(false)
    .strict()
    .parserConfiguration({
      "boolean-negation": false,
      "camel-case-expansion": false,
      "dot-notation": false,
      "greedy-arrays": false,
      "parse-numbers": false,
      "parse-positional-numbers": false,
    })
    .wrap(Math.min(80, columns))
    .fail((message: string | null, error: Error | undefined) => {
      throw usageError(message ?? error?.message ?? "unusable arguments", args);
    });
}

function addCommands(
  parser: Argv,
  args: readonly string[],
  handlers: Handlers,
  choose: (run: () => Promise<number>) => void,
): Argv {
  return parser
    .command(
      "completion",
      descriptions.completion,
      (command) => command.options(commonOptions).epilogue(epilogue("completion")),
      () => {
        parser.showCompletionScript();
      },
    )
    .command(
      "diff <base> [head]",
      descriptions.diff,
      (command) =>
        command
          .positional("base", {
            type: "string",
            demandOption: true,
            describe: "What users have: FILE, URL or git:REVISION",
          })
          .positional("head", { type: "string", describe: "What they get [default: what the config says now]" })
          .options({ ...diffOptions, ...commonOptions })
          .epilogue(epilogue("diff")),
      (flags) =>
        choose(() => handlers.diff({ ...flags, base: named(flags.base, args), head: named(flags.head, args) })),
    )
    .command(
      ["generate", "$0"],
      descriptions.generate,
      (command) => command.options({ ...generateOptions, ...commonOptions }).epilogue(epilogue("generate")),
      (flags) => choose(() => handlers.generate(flags)),
    )
    .command(
      "inspect [type]",
      descriptions.inspect,
      (command) =>
        command
          .positional("type", { type: "string", describe: "Show the path by which this type or operation is in" })
          .options({ ...inspectOptions, ...commonOptions })
          .epilogue(epilogue("inspect")),
      (flags) => choose(() => handlers.inspect({ ...flags, type: named(flags.type, args) })),
    )
    .command(
      "refresh",
      descriptions.refresh,
      (command) => command.options({ ...refreshOptions, ...commonOptions }).epilogue(epilogue("refresh")),
      (flags) => choose(() => handlers.refresh(flags)),
    )
    .command(
      "release [base]",
      descriptions.release,
      (command) =>
        command
          .positional("base", {
            type: "string",
            describe: "What users have: git:REVISION, FILE or URL [default: the tag of the version]",
          })
          .options({ ...releaseOptions, ...commonOptions })
          .epilogue(epilogue("release")),
      (flags) => choose(() => handlers.release({ ...flags, base: named(flags.base, args) })),
    )
    .command(
      "validate [file]",
      descriptions.validate,
      (command) =>
        command
          .positional("file", { type: "string", describe: "File with the payload; - is standard input" })
          .options({ ...validateOptions, ...commonOptions })
          .epilogue(`${epilogue("validate")}\n\n${ndjson}`),
      (flags) => choose(() => handlers.validate({ ...flags, file: named(flags.file, args) })),
    );
}

/** What was named: the parser takes a positional "-" for an empty flag name, and hands over "". */
function named<T extends string | undefined>(value: T, args: readonly string[]): T | "-" {
  return value === "" && args.includes("-") ? "-" : value;
}

function epilogue(command: keyof typeof examples): string {
  const lines = examples[command].map(([line, meaning]) => `  odata-bindgen ${line}\n      ${meaning}`);
  return ["Examples:", ...lines, "", exitCodes].join("\n");
}
