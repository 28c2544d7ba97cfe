import type { Options } from "yargs";
import { isCheckout } from "../package-root.ts";

/** Which presences a type can be validated in. */
export const presences = ["received", "create", "update", "declared"] as const;

/** How `diff` can show a comparison, beside `--json`. */
export const diffFormats = ["text", "markdown", "github"] as const;

/** Which changes end `diff` with exit code 1. */
export const failOnChoices = ["breaking", "any", "none"] as const;

/** The steps of a version that `release` can be asked for. */
const releaseSteps = ["major", "minor", "patch"] as const;

/** What every command takes. */
export const commonOptions = {
  color: { type: "boolean", describe: "Colour the output even where it is no terminal" },
  "no-color": { type: "boolean", describe: "Never colour the output" },
  debug: { type: "boolean", describe: "Show stack traces of errors" },
} as const satisfies Record<string, Options>;

/** Where the configuration comes from. */
const configOptions = {
  config: {
    type: "string",
    requiresArg: true,
    describe: `Config file${isCheckout() ? " [default: spec/graph/config.json of this checkout]" : ""}`,
  },
  only: { type: "string", array: true, requiresArg: true, describe: "Output of the config to take; repeatable" },
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

export const diffOptions = {
  config: configOptions.config,
  only: configOptions.only,
  root: configOptions.root,
  all: configOptions.all,
  "no-overlay": configOptions["no-overlay"],
  format: {
    choices: diffFormats,
    requiresArg: true,
    describe: "For a terminal, a pull request's body, or annotations [default: text]",
  },
  json: { type: "boolean", describe: "Print JSON" },
  "fail-on": {
    choices: failOnChoices,
    requiresArg: true,
    describe: "Which changes end with exit code 1 [default: breaking]",
  },
} as const satisfies Record<string, Options>;

export const generateOptions = {
  ...configOptions,
  out: { type: "string", requiresArg: true, describe: "Folder of the generated package" },
  check: { type: "boolean", describe: "Write nothing: print what differs, exit with 1 if anything does" },
} as const satisfies Record<string, Options>;

export const inspectOptions = {
  ...configOptions,
  payloads: {
    type: "string",
    array: true,
    requiresArg: true,
    describe: "Folder of JSON bodies: list what is in them and declared nowhere; repeatable",
  },
  pick: {
    type: "string",
    array: true,
    requiresArg: true,
    describe: 'With --payloads: print an overlay that declares this finding, or "all"; repeatable',
  },
  json: { type: "boolean", describe: "Print JSON" },
} as const satisfies Record<string, Options>;

export const refreshOptions = {
  config: configOptions.config,
  only: configOptions.only,
  metadata: {
    ...configOptions.metadata,
    describe: 'The full document: a file or a URL [default: "source" of the config]',
  },
  api: { type: "string", requiresArg: true, describe: "Another version of the API than the config's source: beta" },
  timeout: { type: "string", requiresArg: true, describe: "Seconds for a download in all [default: 60]" },
  retries: { type: "string", requiresArg: true, describe: "How often to try a download again [default: 4]" },
  "max-size": {
    type: "string",
    requiresArg: true,
    describe: "Megabytes that a document may have, 256 at most [default: 256]",
  },
} as const satisfies Record<string, Options>;

export const releaseOptions = {
  config: configOptions.config,
  only: configOptions.only,
  step: {
    choices: releaseSteps,
    requiresArg: true,
    describe: "Raise at least this part of the version: for changes that the metadata does not tell",
  },
  "dry-run": { type: "boolean", describe: "Write nothing: print the version and the entry of the changelog" },
  json: { type: "boolean", describe: "Print JSON" },
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
