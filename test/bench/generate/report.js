// The results of the generator as Markdown.
import { conditionsText, part, table, targetTable } from "../markdown.js";
import { reasonOf } from "./reasons.js";
import { targetsOf } from "./targets.js";

/** Takes the results of a run, returns its part of RESULTS.md. */
export function sectionOf(results) {
  const { inputs, copies, types, peers } = results;
  return part("The generator", head(results), [
    ["Targets of the generator", targetTable(targetsOf(results), reasonOf)],
    ["Whole processes", processTable(inputs, copies)],
    ["Stages of a cold process, milliseconds", stageTable(inputs)],
    ["The compiler on what was written", typeTable(types)],
    ["Others on the same metadata", peers.length === 0 ? "" : peerTable(peers)],
  ]);
}

function head(results) {
  return `${conditionsText(results, "bench:generate")}

Cold is a process with an empty output folder and nothing remembered; the second run finds that nothing changed. Times
are medians of processes from start to end, memory is the most resident memory of any of them. The flagship slice is
\`spec/graph/\` with its overlay and the API report, all of Graph is \`spec/whole-graph/config.json\` on a downloaded document.`;
}

const seconds = (figure) => (figure < 10 ? figure.toFixed(2) : figure.toFixed(1));
const megabytes = (figure) => figure.toFixed(0);

function processTable(inputs, copies) {
  const rows = inputs.flatMap(({ name, rounds, cold, unchanged }) => [
    [`${name}, cold`, seconds(cold.seconds), megabytes(cold.megabytes), String(rounds)],
    [`${name}, unchanged`, seconds(unchanged.seconds), megabytes(unchanged.megabytes), String(rounds)],
  ]);
  if (copies !== undefined) rows.push(copiesRow(copies));
  return table(["", "seconds", "MB", "processes"], rows);
}

function copiesRow({ count, bytes, failure, ...taken }) {
  const name = `${count} copies of Graph (${(bytes / 1e6).toFixed(0)} MB), cold`;
  return failure === undefined
    ? [name, seconds(taken.seconds), megabytes(taken.megabytes), "1"]
    : [name, failure, "", "1"];
}

function stageTable(inputs) {
  const names = [...new Set(inputs.flatMap(({ stages }) => stages.map(({ name }) => name)))];
  const cell = (stages, wanted) => stages.find(({ name }) => name === wanted)?.milliseconds.toFixed(0) ?? "";
  const rows = names.map((name) => [name, ...inputs.map(({ stages }) => cell(stages, name))]);
  const sum = ({ stages }) => stages.reduce((all, { milliseconds }) => all + milliseconds, 0);
  const order = ["load", "read", "parse", "model", "slice", "plan", "render", "format", "report", "write"];
  rows.sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  return table(
    ["stage", ...inputs.map(({ name }) => name)],
    [...rows, ["sum", ...inputs.map((one) => sum(one).toFixed(0))]],
  );
}

function typeTable(types) {
  const rows = types.map(({ input, compiler, failure, errors, ...taken }) =>
    failure === undefined
      ? [`${input}, ${compiler}`, seconds(taken.seconds), megabytes(taken.megabytes), String(errors)]
      : [`${input}, ${compiler}`, failure, "", ""],
  );
  return table(["", "seconds", "MB", "errors"], rows);
}

function peerTable(peers) {
  const rows = peers.flatMap(({ name: input, rows: own }) =>
    own.map(({ name, failure, ...taken }) => [
      `${input}, ${name}`,
      seconds(taken.seconds),
      failure === undefined ? megabytes(taken.megabytes) : "",
      failure ?? "done",
    ]),
  );
  return table(["", "seconds", "MB", "outcome"], rows);
}
