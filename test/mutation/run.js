import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Stryker } from "@stryker-mutator/core";
import { areas } from "./areas.js";
import { reportFile, writeResults } from "./results.js";

// Mutation testing (`npm run mutation -- [area…]`): hours where all areas run, so it is no part of `npm test`. `none` runs
// nothing, and writes the results of what was run before.
const asked = process.argv.slice(2);
const names = asked.length === 0 ? Object.keys(areas) : asked.filter((name) => name !== "none");

for (const name of names) {
  const { mutate, ignoreStatic = false } = areas[name];
  // For the processes that Stryker starts; the tests see the same wherever and whenever they run.
  Object.assign(process.env, { MUTATION_AREA: name, TZ: "UTC", NO_COLOR: "1", SEED: "1", FC_SEED: "1" });
  mkdirSync("reports/mutation", { recursive: true });
  await new Stryker({
    mutate,
    testRunner: "in-process",
    plugins: [fileURLToPath(new URL("runner/plugin.js", import.meta.url))],
    coverageAnalysis: "perTest",
    ignoreStatic,
    concurrency: Number(process.env["MUTATION_WORKERS"] ?? 1),
    jsonReporter: { fileName: reportFile(name) },
    reporters: ["json", "clear-text", "progress-append-only"],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportMutants: false },
    ignorePatterns: ["dist", "generated/dist", "reports", "coverage", "/metadata"],
    tempDirName: `.stryker-tmp/${name}`,
    disableTypeChecks: false,
    timeoutMS: 20_000,
    // Modules that were loaded again stay in memory.
    maxTestRunnerReuse: 200,
    allowConsoleColors: false,
  }).runMutationTest();
}

const faults = await writeResults();
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
