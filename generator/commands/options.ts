import type { Options } from "yargs";

/** Which presences a type can be validated in. */
export const presences = ["received", "create", "update", "declared"] as const;

/** What every command takes. */
export const commonOptions = {
  color: { type: "boolean", describe: "Colour the output even where it is no terminal" },
  "no-color": { type: "boolean", describe: "Never colour the output" },
  debug: { type: "boolean", describe: "Show stack traces of errors" },
} as const satisfies Record<string, Options>;

/** Where the configuration comes from. */
const configOptions = {
  config: { type: "string", requiresArg: true, describe: "Config file [default: spec/graph/config.json]" },
  metadata: { type: "string", requiresArg: true, describe: "CSDL XML document: a file or a URL" },
  root: {
    type: "string",
    array: true,
    requiresArg: true,
    describe: "Type, operation, entity set or singleton to start from; repeatable",
  },
  all: { type: "boolean", describe: "Keep the whole model" },
  "no-overlay": { type: "boolean", describe: "Leave the overlay out" },
  "ieee754-compatible": { type: "boolean", describe: "Int64 and Decimal are strings" },
} as const satisfies Record<string, Options>;

export const generateOptions = {
  ...configOptions,
  out: { type: "string", requiresArg: true, describe: "Folder of the generated package" },
  check: { type: "boolean", describe: "Write nothing: print what differs, exit with 1 if anything does" },
} as const satisfies Record<string, Options>;

export const inspectOptions = {
  ...configOptions,
  json: { type: "boolean", describe: "Print JSON" },
} as const satisfies Record<string, Options>;

export const refreshOptions = {
  config: configOptions.config,
  metadata: {
    ...configOptions.metadata,
    describe: 'The full document: a file or a URL [default: "source" of the config]',
  },
} as const satisfies Record<string, Options>;

export const validateOptions = {
  type: { type: "string", requiresArg: true, describe: "Qualified name of a type, or key of an operation" },
  presence: {
    choices: presences,
    requiresArg: true,
    describe: "Which rules hold [default: received; create for operations]",
  },
  collection: { type: "boolean", describe: 'The body is { "value": [...] } of that type' },
  strict: { type: "boolean", describe: "Undeclared members are errors" },
  package: { type: "string", requiresArg: true, describe: "Generated package [default: the project's generated/]" },
  ndjson: { type: "boolean", describe: "One case a line in, one result a line out" },
  json: { type: "boolean", describe: "Print JSON" },
} as const satisfies Record<string, Options>;
