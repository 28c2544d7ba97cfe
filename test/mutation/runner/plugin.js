import { readdirSync } from "node:fs";
import { register } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { INSTRUMENTER_CONSTANTS } from "@stryker-mutator/api/core";
import { declareClassPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from "@stryker-mutator/api/test-runner";
import { areas } from "../areas.js";

// Runs tests in the process that Stryker keeps for a worker. To start a test runner for every mutant takes a hundred
// times as long as the tests that reach it.

class InProcessRunner {
  #collect;
  #loads = 0;

  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun() {
    await this.#load();
    const { tests, ...result } = await this.#run(this.#collect.collected, false);
    return { ...result, tests, mutantCoverage: stryker().mutantCoverage };
  }

  async mutantRun({ activeMutant, mutantActivation, reloadEnvironment, testFilter, hitLimit }) {
    stryker().activeMutant = undefined;
    if (reloadEnvironment) this.#collect = undefined;
    if (mutantActivation === "runtime") await this.#load();
    Object.assign(stryker(), {
      activeMutant: activeMutant.id,
      hitCount: hitLimit === undefined ? undefined : 0,
      hitLimit,
    });
    const failure = await this.#load().then(() => undefined, messageOf);
    if (failure !== undefined) return toMutantRunResult(complete([failed("load", failure)]));
    const wanted = testFilter && new Set(testFilter);
    const result = await this.#run(
      this.#collect.collected.filter(({ id }) => wanted?.has(id) ?? true),
      true,
    );
    const { hitCount } = stryker();
    return toMutantRunResult(determineHitLimitReached(hitCount, hitLimit) ?? result);
  }

  async dispose() {
    for (const end of this.#collect?.endings ?? []) await end();
  }

  /** Imports all tests of the area, afresh where they were not loaded or are to be loaded again. */
  async #load() {
    if (this.#collect !== undefined) return;
    if (this.#loads === 0) register("./loader.js", import.meta.url);
    this.#loads += 1;
    const query = `?${this.#loads}`;
    const collect = await import(`./collect.js${query}`);
    for (const file of areas[process.env["MUTATION_AREA"]].tests.flatMap(testsIn)) {
      await collect.within(file, () => import(pathToFileURL(resolve(file)).href + query));
    }
    this.#collect = collect;
  }

  /** Runs tests one after the other, up to the first that fails where that is enough. */
  async #run(tests, bail) {
    const results = [];
    for (const test of tests) {
      stryker().currentTestId = test.id;
      const start = performance.now();
      const failure = await runOne(test);
      const result = failure === undefined ? passed(test.id) : failed(test.id, failure);
      results.push({ ...result, timeSpentMs: performance.now() - start });
      if (failure !== undefined && bail) break;
    }
    stryker().currentTestId = undefined;
    return complete(results);
  }
}

/** A file, or the files of tests in a folder. */
function testsIn(path) {
  if (!path.endsWith("/")) return [path];
  const files = readdirSync(path).filter((file) => file.endsWith(".test.ts"));
  return files.sort().map((file) => path + file);
}

/** What instrumented code and its runner tell each other. */
function stryker() {
  return (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});
}

/** What a test fails with; undefined where it passes. */
async function runOne({ before, body, after }) {
  try {
    for (const hook of before) await hook();
    await body();
    return undefined;
  } catch (error) {
    return messageOf(error);
  } finally {
    for (const hook of after) await hook();
  }
}

function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}

function complete(tests) {
  return { status: DryRunStatus.Complete, tests };
}

function passed(id) {
  return { id, name: id, status: TestStatus.Success, timeSpentMs: 0 };
}

function failed(id, failureMessage) {
  return { id, name: id, status: TestStatus.Failed, timeSpentMs: 0, failureMessage };
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, "in-process", InProcessRunner)];
