import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test } from "vitest";
import { unfinishedFolders } from "../../generator/output/recover.ts";
import { packagePath } from "../../generator/package-root.ts";
import { randomOf, shuffled } from "../determinism/random.ts";
import { put, tree, visible, type Files } from "../output/support.ts";
import { expectKnown, isLong, longTimeout, report, runsOf, seed } from "./campaign.ts";

const root = mkdtempSync(join(tmpdir(), "kill-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function service(order: string, types = ""): string {
  return `<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="Shop" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<ComplexType Name="Order">${order}<Property Name="state" Type="Shop.State" /></ComplexType>
<EnumType Name="State"><Member Name="open" /><Member Name="paid" /></EnumType>${types}
</Schema></edmx:DataServices></edmx:Edmx>
`;
}

const old = service('<Property Name="number" Type="Edm.Int32" />');
const next = service(
  '<Property Name="note" Type="Shop.Note" />',
  '<ComplexType Name="Note"><Property Name="text" Type="Edm.String" /></ComplexType>',
);
const config = {
  metadata: "shop.xml",
  source: "https://shop.test/$metadata",
  out: "../generated",
  roots: ["Shop.Order"],
  package: { name: "shop", version: "0.1.0" },
};

/** A command that changes a project. */
interface Job {
  readonly name: string;
  readonly args: readonly string[];
  /** What is changed in the project, before or after its package is generated. */
  readonly edits: Files;
  readonly generated: "before" | "after";
  /** Filled in by a run that nobody disturbs: the project before and after, the calls and the milliseconds it took. */
  readonly found: { before: Files; after: Files; calls: number; time: number };
}

const base = { "spec/config.json": JSON.stringify(config), "spec/shop.xml": old, "old.xml": old, "next.xml": next };
const generate = ["generate"];

const nothing = { before: {}, after: {}, calls: 0, time: 0 };
const edits = { "spec/shop.xml": next };

const jobs: readonly Job[] = [
  { name: "generate", args: generate, edits, generated: "before", found: { ...nothing } },
  {
    name: "refresh",
    args: ["refresh", "--metadata", "next.xml"],
    edits: {},
    generated: "before",
    found: { ...nothing },
  },
  { name: "release", args: ["release", "old.xml"], edits, generated: "after", found: { ...nothing } },
];

interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stderr: string;
}

interface RunOptions {
  readonly env?: Readonly<Record<string, string>> | undefined;
  readonly kill?: { readonly signal: "SIGKILL" | "SIGINT" | "SIGTERM"; readonly delay: number } | undefined;
}

/** Runs the built command line in a project, and perhaps ends it. */
async function tool(folder: string, args: readonly string[], { env = {}, kill }: RunOptions = {}): Promise<Ended> {
  const child = spawn(process.execPath, [packagePath("dist", "cli.js"), ...args, "--config", "spec/config.json"], {
    cwd: folder,
    env: { PATH: process.env["PATH"], ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const timer = kill && setTimeout(() => child.kill(kill.signal), kill.delay);
  const ended = await new Promise<Ended>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code, signal, stderr }));
  });
  clearTimeout(timer);
  return ended;
}

const preload = `--import=${pathToFileURL(packagePath("test", "campaigns", "kill-at.js")).href}`;
let copies = 0;

/** A new project as a job finds it. */
function projectFor({ name }: Job): string {
  copies += 1;
  const folder = join(root, `${name}-${copies}`);
  cpSync(join(root, name), folder, { recursive: true });
  return folder;
}

/** Makes the project that a job finds. */
async function prepare({ name, edits, generated }: Job): Promise<void> {
  const folder = join(root, name);
  for (const [path, text] of Object.entries({ ...base, ...(generated === "after" ? edits : {}) })) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  expect(await tool(folder, generate)).toMatchObject({ code: 0 });
  for (const [path, text] of Object.entries(edits)) writeFileSync(join(folder, path), text);
}

/** Runs a job in peace. */
async function measure(one: Job): Promise<void> {
  await prepare(one);
  const folder = projectFor(one);
  one.found.before = await tree(folder);
  const log = join(root, `${one.name}.log`);
  const started = performance.now();
  expect(await tool(folder, one.args, { env: { NODE_OPTIONS: preload, KILL_LOG: log } })).toMatchObject({ code: 0 });
  one.found.time = performance.now() - started;
  one.found.calls = Number(readFileSync(log, "utf8"));
  one.found.after = await tree(folder);
  expect(one.found.calls).toBeGreaterThan(20);
  expect(visible(one.found.after)).not.toBe(visible(one.found.before));
}

function differences(left: Files, right: Files): string[] {
  const paths = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...paths].filter((path) => left[path] !== right[path]);
}

const figures = { killed: 0, old: 0, new: 0, mixed: 0 };

/** What is wrong after a kill, and after the run that follows. */
async function wrongAfter(one: Job, options: RunOptions): Promise<string[]> {
  const { before, after } = one.found;
  const folder = projectFor(one);
  const ended = await tool(folder, one.args, options);
  const found = await tree(folder);
  const [state, wrong] = [visible(found), [] as string[]];
  // Before anything listens to signals nothing is written, and the system ends the process.
  const isEarly = ended.signal === options.kill?.signal && differences(found, before).length === 0;
  if (ended.signal === "SIGKILL" || isEarly) figures.killed += 1;
  else if (options.kill?.signal !== "SIGKILL" && ![0, 130, 143].includes(ended.code ?? -1)) {
    wrong.push(`ended with ${ended.code} ${ended.signal} ${ended.stderr}`);
  }
  const kind = state === visible(before) ? "old" : state === visible(after) ? "new" : "mixed";
  figures[kind] += 1;
  // Between the first and the last rename it is both; then the journal says so to whoever looks.
  if (kind === "mixed" && !(await isUnfinished(folder))) wrong.push("a mix");
  const again = await tool(folder, generate);
  if (again.code !== 0) wrong.push(`the next run ends with ${again.code}: ${again.stderr}`);
  const left = await tree(folder);
  // Where it was old, and nothing was decided, the run that follows has nothing of a refresh or a release to do.
  const wanted = kind === "old" && one.args !== generate ? [before, after] : [after];
  const differing = wanted.map((files) => differences(left, files));
  if (differing.every((paths) => paths.length > 0)) wrong.push(`after the next run: ${differing.join("; or: ")}`);
  if (wrong.length === 0) rmSync(folder, { recursive: true });
  return wrong;
}

/** Whether a journal says that a project is neither old nor new. */
async function isUnfinished(folder: string): Promise<boolean> {
  const named = ["config.json", "shop.xml", "shop.source.json", "SOURCE.md"];
  const owned = [
    { folder: join(folder, "generated"), package: true, named: [] },
    { folder: join(folder, "spec"), package: false, named },
  ];
  return (await unfinishedFolders(owned)).length > 0;
}

// Every run of the tool takes seconds, so that the tests have one that is killed, and the one that follows.
test.runIf(!isLong)(
  "a run that is killed leaves nothing behind that the next does not finish",
  { timeout: 180_000 },
  async () => {
    const folder = join(root, "short");
    await put(folder, base);
    const [before, call] = [visible(base), 100 + Math.floor(randomOf(seed)() * 200)];
    const ended = await tool(folder, generate, { env: { KILL_AT: String(call), NODE_OPTIONS: preload } });
    expect(ended.signal, `call ${call}`).toBe("SIGKILL");
    const [state, unfinished] = [visible(await tree(folder)), await isUnfinished(folder)];
    expect(await tool(folder, generate)).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(unfinished ? /finished what/ : /^$/) as string,
    });
    const after = await tree(folder);
    expect(Object.keys(after).filter((path) => path.includes(".odata-bindgen"))).toEqual([]);
    if (!unfinished) expect([before, visible(after)]).toContain(state);
  },
);

test.runIf(isLong)(
  "a run that is killed leaves the old project or the new one to the next",
  { timeout: longTimeout },
  async () => {
    const random = randomOf(seed);
    for (const one of jobs) await measure(one);
    const every = jobs.flatMap((one) =>
      [...Array(one.found.calls).keys()].flatMap((call) =>
        ["before", "during"].map((when) => ({ one, env: { KILL_AT: String(call + 1), KILL_WHEN: when } })),
      ),
    );
    const found: string[] = [];
    const byCall = shuffled(every, random).slice(0, runsOf({ short: 0, long: 200 }));
    for (const { one, env } of byCall) {
      const wrong = await wrongAfter(one, { env: { ...env, NODE_OPTIONS: preload } });
      found.push(...wrong.map((text) => `${one.name}, ${env.KILL_WHEN} call ${env.KILL_AT}: ${text}`));
    }
    const signals = ["SIGKILL", "SIGKILL", "SIGKILL", "SIGINT", "SIGTERM"] as const;
    for (let run = 0; run < runsOf({ short: 0, long: 120 }); run += 1) {
      const one = shuffled(jobs, random)[0];
      const signal = signals[Math.floor(random() * signals.length)];
      if (one === undefined || signal === undefined) continue;
      const delay = random() * one.found.time;
      const wrong = await wrongAfter(one, { kill: { signal, delay } });
      found.push(...wrong.map((text) => `${one.name}, ${signal} after ${Math.round(delay)} ms: ${text}`));
    }
    const calls = jobs.map(({ name, found: { calls: count } }) => `${name} ${count}`).join(", ");
    report("kill", { "calls that write": `(${calls})`, "at a call": byCall.length, ...figures, found: found.length });
    expectKnown("kill", found);
  },
);
