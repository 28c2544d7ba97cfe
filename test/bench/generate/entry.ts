// The stages of `generate`, as the command runs them, each with its time.
import { configureOne } from "../../../generator/commands/configure.ts";
import type { Config } from "../../../generator/config/types.ts";
import { parseAll } from "../../../generator/csdl/parse-csdl.ts";
import { buildModel } from "../../../generator/model/build-model.ts";
import { formatFiles } from "../../../generator/output/format.ts";
import { lockFolders } from "../../../generator/output/lock.ts";
import { planChanges } from "../../../generator/output/plan-changes.ts";
import type { FormattedFile, Host } from "../../../generator/output/types.ts";
import { writeAll } from "../../../generator/output/write-changes.ts";
import { packagePath, toolPackage } from "../../../generator/package-root.ts";
import { planLazily } from "../../../generator/plan/plan-package.ts";
import type { LazyPlan } from "../../../generator/plan/types.ts";
import { renderPackage } from "../../../generator/render/render-package.ts";
import type { RenderedFile } from "../../../generator/render/types.ts";
import { plainReport } from "../../../generator/report/plain-report.ts";
import { sliceModel } from "../../../generator/slice/slice-model.ts";
import type { Slice } from "../../../generator/slice/types.ts";
import { readSource } from "../../../generator/source/read-source.ts";
import { keptOf } from "../../../generator/spec/kept.ts";
import { canonicalSlice, sourceHash } from "../../../generator/spec/spec-files.ts";

/** Milliseconds by stage, in their order. */
type Times = Record<string, number>;

/** Nobody else is at the folder, and nobody interrupts. */
const host: Host = { pid: process.pid, isRunning: () => false, onInterrupt: () => () => false };

/** Takes the flags of `generate`; writes the package of a config, and returns how long each stage took. */
export async function timedStages(flags: {
  readonly config: string;
  readonly metadata?: string;
  readonly out: string;
}): Promise<Times> {
  const times: Times = {};
  const config = await configureOne(flags, packagePath());
  const { slice, hash } = await toSlice(config, times);
  const files = await toFiles(slice, { config, hash }, times);
  await timed(times, "write", async () => {
    const changes = await planChanges(config.out, files, { target: "package" });
    const locks = await lockFolders([config.out], { host });
    await writeAll([{ folder: config.out, changes, target: "package" }], locks);
    await locks.release();
  });
  return times;
}

async function toSlice(config: Config, times: Times): Promise<{ readonly slice: Slice; readonly hash: string }> {
  const sources = await timed(times, "read", () =>
    Promise.all([config.metadata, ...config.overlay].map((file) => readSource(file))),
  );
  const { documents, errors } = await timed(times, "parse", () => parseAll(sources));
  const [metadata, overlay] = [documents.slice(0, 1), documents.slice(1)];
  const model = await timed(times, "model", () => buildModel({ metadata, overlay, docs: config.docs, errors }));
  return timed(times, "slice", () => {
    const slice = sliceModel(model, config);
    return { slice, hash: sourceHash(canonicalSlice(metadata, keptOf(slice), config.docs), overlay) };
  });
}

async function toFiles(
  slice: Slice,
  { config, hash }: { readonly config: Config; readonly hash: string },
  times: Times,
): Promise<FormattedFile[]> {
  const plan = await timed(times, "plan", () => planLazily(slice, config, hash));
  const rendered = await timed(times, "render", () => rendering(plan, config, times));
  const formatted = await timed(times, "format", () => formatFiles(rendered));
  if (!config.apiReport) return formatted;
  const report = await timed(times, "report", () => plainReport(formatted));
  if (report === undefined) throw new Error("the report is not what the command would make of it in this way");
  return [...formatted, { path: "api.md", text: report }];
}

/** A file is planned when it is printed, so the time of the one is taken out of that of the other. */
function rendering(plan: LazyPlan, config: Config, times: Times): RenderedFile[] {
  const origin = config.source ?? "OData metadata";
  const options = { templates: packagePath("templates"), origin, version: toolPackage().version };
  let planning = 0;
  const files = renderPackage({ ...plan, modules: watched(plan.modules, (spent) => (planning += spent)) }, options);
  times["plan"] = (times["plan"] ?? 0) + planning;
  times["render"] = -planning;
  return files;
}

/** The items of a list that makes them when they are asked for; tells how long that took. */
function* watched<Item>(list: Iterable<Item>, tell: (spent: number) => void): Generator<Item> {
  const iterator = list[Symbol.iterator]();
  for (;;) {
    const start = performance.now();
    const next = iterator.next();
    tell(performance.now() - start);
    if (next.done === true) return;
    yield next.value;
  }
}

async function timed<Result>(times: Times, stage: string, work: () => Result | Promise<Result>): Promise<Result> {
  const start = performance.now();
  const result = await work();
  times[stage] = (times[stage] ?? 0) + performance.now() - start;
  return result;
}
