/** What the help says of each command. */
export const descriptions = {
  completion: "Print a script with which bash or zsh completes commands and options",
  diff: "Say what changed for users of the package, and what breaks",
  generate: "Write the TypeScript package (the default command)",
  inspect: "Show what is in the package, and why",
  refresh: "Download $metadata, slice it into the spec folder, generate, report what changed",
  release: "Set the next version of the package and write its changelog",
  validate: "Check a JSON payload with a generated package",
} as const;

type Examples = readonly (readonly [line: string, meaning: string])[];

const completion: Examples = [
  ["completion >> ~/.bashrc", "bash completes from the next session on"],
  ["completion >> ~/.zshrc", "zsh does"],
];

const diff: Examples = [
  ["diff git:HEAD", "what the working tree changes"],
  ["diff git:v1.2.0 git:main --format markdown", "for the body of a pull request"],
  ["diff old.xml new.xml --all --json", "two documents of any service, for a program"],
];

const generate: Examples = [
  ["generate", "in a checkout: what spec/graph/config.json describes"],
  ["generate --check", "compare only, as CI does"],
  ["generate --only beta", "one of the outputs that the config names"],
  ["generate --metadata shop.xml --root Orders --out shop", "any other service, without a config"],
];

const inspect: Examples = [
  ["inspect", "counts, and what the overlay adds"],
  ["inspect microsoft.graph.call", "the path by which the type got in"],
  ["inspect --metadata shop.xml --all --json", "everything, for a program"],
  ["inspect --payloads bodies", "what is in bodies and declared nowhere"],
  ["inspect --payloads bodies --pick all > overlay.csdl.xml", "an overlay that declares it"],
];

const refresh: Examples = [
  ["refresh", "download from the config's source"],
  ["refresh --api beta --timeout 300", "another version, over a slow line"],
  ["refresh --metadata metadata.xml", "take a document that is at hand"],
];

const release: Examples = [
  ["release", "what follows from the changes since the tag of the version"],
  ["release git:HEAD~3 --dry-run", "since another revision; only look"],
  ["release --step minor", "for instance after a change of the templates"],
];

const validate: Examples = [
  ["validate --type microsoft.graph.call call.json", "one payload"],
  ["validate --type microsoft.graph.call --presence create -", "a request's body, from standard input"],
  ["validate --ndjson cases.ndjson", "many payloads, one a line"],
];

/** Command lines that the help shows, and what each does. */
export const examples = { completion, diff, generate, inspect, refresh, release, validate } as const;

/** What `--ndjson` reads and writes. */
export const ndjson = `With --ndjson, a line in is {"type","presence"?,"collection"?,"strict"?,"json"};
--type, --presence, --collection and --strict hold for lines that omit them. A
line out is {"ok","issues":[{"path","code","severity","message"}]}, or
{"ok":false,"error":{"code","message"}} where a line cannot be judged. Blank
lines are skipped.`;

/** What the shell sees. */
export const exitCodes = `Exit codes:
   0  done, up to date, valid
   1  differs (generate --check), invalid (validate), breaking (diff)
   2  usage: flags, or a root or type that does not exist
   3  input: unreadable, not well-formed, not valid CSDL, malformed JSON
   4  valid CSDL that these options cannot emit; the message says what to do
  70  a bug in the tool, please report
 129  the terminal was closed (SIGHUP)
 130  interrupted (SIGINT)
 143  told to end (SIGTERM)
With --ndjson the exit code is the highest of the lines.`;
