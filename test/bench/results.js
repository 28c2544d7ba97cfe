// RESULTS.md: what the benchmarks found, made of the JSON that each of them leaves beside it.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { format } from "prettier";

const parts = ["validators", "generate", "types"];

const head = `# Benchmarks

Made of \`${parts.join(".json`, `")}.json\`, which the benchmarks write beside this file. Figures hold for the machine that each part
names, and ratios within one run.`;

/** Takes the results of a part, returns its Markdown. */
export async function partOf(name, results) {
  const { sectionOf } = await import(`./${name}/report.js`);
  return sectionOf(results);
}

/** Keeps the results of a part, and writes the page again. */
export async function writeResults(name, results) {
  await write(`${name}.json`, JSON.stringify(results), "json");
  const texts = [head];
  for (const part of parts) {
    const path = pathOf(`${part}.json`);
    if (existsSync(path)) texts.push(await partOf(part, JSON.parse(readFileSync(path, "utf8"))));
  }
  await write("RESULTS.md", texts.join("\n\n"), "markdown");
}

async function write(name, text, parser) {
  writeFileSync(pathOf(name), await format(text, { parser, printWidth: 120 }));
}

function pathOf(name) {
  return fileURLToPath(new URL(name, import.meta.url));
}
