// Child of the benchmark: prints the milliseconds of each stage of one cold run. Takes the bundle, and flags as JSON.
import { pathToFileURL } from "node:url";

const [bundle, flags] = process.argv.slice(2);
const start = performance.now();
const { timedStages } = await import(pathToFileURL(bundle).href);
const load = performance.now() - start;
console.log(JSON.stringify({ load, ...(await timedStages(JSON.parse(flags))) }));
