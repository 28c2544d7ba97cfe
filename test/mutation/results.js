import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { format } from "prettier";
import { areas, leastScore } from "./areas.js";

const survivorsFile = new URL("survivors.json", import.meta.url);
const resultsFile = new URL("RESULTS.md", import.meta.url);
/** What the last run of each area counted; other areas may have been run elsewhere. */
const figuresFile = new URL("figures.json", import.meta.url);

/** Where Stryker leaves what it found in an area. */
export function reportFile(area) {
  return `reports/mutation/${area}.json`;
}

/** Writes the figures of the areas that have been run; what is wrong with them, one line each. */
export async function writeResults() {
  const run = Object.keys(areas).filter((area) => existsSync(reportFile(area)));
  const outcomes = run.map((area) => outcomeOf(area));
  const reasons = JSON.parse(readFileSync(survivorsFile, "utf8"));
  const known = new Set(reasons.flatMap(({ mutants }) => mutants.map(keyOf)));
  const alive = outcomes.flatMap(({ survivors }) => survivors);
  const figures = figuresWith(outcomes);
  writeFileSync(figuresFile, `${JSON.stringify(figures, null, 2)}\n`);
  writeFileSync(resultsFile, await format(page(figures, reasons), { parser: "markdown", printWidth: 120 }));
  return [
    ...Object.entries(figures)
      .filter(([, counts]) => scoreOf(counts) < leastScore)
      .map(([area, counts]) => `${area}: the score is ${percent(counts)}, and has to be ${leastScore} %`),
    ...alive
      .filter((mutant) => !known.has(keyOf(mutant)))
      .map(
        (mutant) => `${mutant.file}:${mutant.line}: ${mutant.code} → ${mutant.replacement} survives, without a reason`,
      ),
    ...stale(reasons, alive, run).map(
      (mutant) => `${mutant.file}: ${mutant.code} → ${mutant.replacement} survives no more`,
    ),
  ];
}

/** What is said to survive in files of areas that were run, and does not. */
function stale(reasons, alive, run) {
  const keys = new Set(alive.map(keyOf));
  const files = new Set(run.flatMap((area) => Object.keys(JSON.parse(readFileSync(reportFile(area), "utf8")).files)));
  return reasons
    .flatMap(({ mutants }) => mutants)
    .filter((mutant) => files.has(mutant.file) && !keys.has(keyOf(mutant)));
}

function outcomeOf(area) {
  const { files } = JSON.parse(readFileSync(reportFile(area), "utf8"));
  const mutants = Object.entries(files).flatMap(([file, { source, mutants: own }]) =>
    own.map((mutant) => ({ ...mutant, file, line: mutant.location.start.line, ...textsAt(source, mutant.location) })),
  );
  const count = (...statuses) => mutants.filter(({ status }) => statuses.includes(status)).length;
  const counts = {
    killed: count("Killed"),
    stopped: count("Timeout"),
    survived: count("Survived"),
    unreached: count("NoCoverage"),
    ignored: count("Ignored"),
  };
  const survivors = mutants.filter(({ status }) => status === "Survived" || status === "NoCoverage");
  return { area, counts, survivors };
}

/** The counts of all areas, in the order of `areas.js`: new ones where there are, else those of an earlier run. */
function figuresWith(outcomes) {
  const earlier = JSON.parse(readFileSync(figuresFile, "utf8"));
  const all = { ...earlier, ...Object.fromEntries(outcomes.map(({ area, counts }) => [area, counts])) };
  return Object.fromEntries(Object.keys(areas).flatMap((area) => (area in all ? [[area, all[area]]] : [])));
}

function scoreOf({ killed, stopped, survived, unreached }) {
  const caught = killed + stopped;
  return (100 * caught) / (caught + survived + unreached);
}

function percent(counts) {
  return `${scoreOf(counts).toFixed(1)} %`;
}

/** What a mutant replaces, and the line where that begins; each as one line. */
function textsAt(source, { start, end }) {
  const lines = source.split("\n").slice(start.line - 1, end.line);
  const [first] = lines;
  lines[lines.length - 1] = lines.at(-1).slice(0, end.column - 1);
  lines[0] = lines[0].slice(start.column - 1);
  return { where: first.trim(), code: lines.join(" ").replace(/\s+/g, " ") };
}

/** Mutants are known by what they replace with what, in which line; the numbers of lines change. */
function keyOf({ file, where, code, replacement }) {
  return JSON.stringify([file, where, code, replacement]);
}

function page(figures, reasons) {
  const rows = Object.entries(figures).map(([area, counts]) => {
    const { killed, stopped, survived, unreached, ignored } = counts;
    return `| ${[area, killed, stopped, survived, unreached, ignored, percent(counts)].join(" | ")} |`;
  });
  const accepted = reasons.map(({ reason, mutants }) => `- ${mutants.length}: ${reason}`);
  return `# Mutation testing

Written by \`npm run mutation\`. Each area has to reach ${leastScore} %. \`areas.js\` says what is mutated and which tests have
to notice.

| area | killed | stopped | survived | not reached | static, ignored | score |
| --- | --: | --: | --: | --: | --: | --: |
${rows.join("\n")}

Stopped are mutants that no longer end. The survivors stand in \`survivors.json\`, for these reasons:

${accepted.join("\n")}
`;
}
