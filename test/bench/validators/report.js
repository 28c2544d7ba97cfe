// The results as Markdown: tables, and which cells meet their targets.
import { geometricMean } from "../figures.js";
import { conditionsText, part, table, targetTable } from "../markdown.js";
import { reasonOf } from "./reasons.js";
import { targetsOf } from "./targets.js";

const peersOf = (rows) => rows.map(({ name }) => name).filter((name) => name !== "ours" && name !== "JSON.parse");

/** Takes the results of a run, returns its part of RESULTS.md. */
export function sectionOf(results) {
  const { results: series, scaling, allocation, imports, sizes, types } = results;
  const of = (what, ...groups) => series.filter((one) => one.what === what && groups.includes(one.group));
  return part("Validators, side by side", head(results), [
    ["Targets of the validators", targetTable(targetsOf(results), reasonOf)],
    ["`is`, valid", ratios(of("is", "mixed", "roster"), true)],
    ["`is`, valid, body by body", ratios(of("is", "single"), true)],
    ["`is`, invalid", ratios(of("is", "invalid"), false)],
    ["`validate`, invalid", ratios(of("validate", "invalid"), false)],
    ["`validate`, invalid, all faults of a body in turn", ratios(of("validate", "invalid single"), false)],
    ["`validate`, valid", ratios(of("validate", "mixed", "roster"), true)],
    ["Received roster: nanoseconds per participant", scalingTable(scaling)],
    ["Bytes allocated per call", allocationTable(allocation)],
    [`Bundle for notifications (${types} object types), bytes after gzip`, sizeTable(sizes)],
    ["Import, milliseconds over an empty module", importTable(imports)],
  ]);
}

function head(results) {
  const { inputs, accepted, dynamic, seed } = results.equivalence;
  return `${conditionsText(results, "bench:validators")}

Before the first timing all validators gave the same verdict on ${inputs} inputs (seed ${seed}), ${accepted} of them
accepted. In ${dynamic} more the tagged object in a dynamic member of an open type is wrong, which only the emitted
validators look at. They also bound the depth, which no input exceeds. Where typebox and arktype would compare every case
of a union, which takes them minutes, an \`if\` and a predicate go by the tag; typebox reports on every twentieth input
only. Dates, and flags, are one pattern for all peers; the emitted validators have code for the days of a month.

Figures are the time of a peer divided by that of ours, the median of ratios within a round; above 1 ours is faster.
Rounds alternate between all of them in one process. Who takes twenty times as long as a sample should, is in three
rounds only.`;
}

/** Nanoseconds of ours, then how many times longer the others take. */
function ratios(series, parsing) {
  if (series.length === 0) return "";
  const names = peersOf(series[0].rows);
  const rows = series.map(({ payload, rows: cells }) => [payload, ...cellsOf(cells, names, parsing)]);
  if (series.length > 2) rows.push(["geometric mean", ...meansOf(series, names, parsing)]);
  return table(["payload", "ours, ns", ...names, ...(parsing ? ["of JSON.parse"] : [])], rows);
}

function cellsOf(cells, names, parsing) {
  const find = (wanted) => cells.find(({ name }) => name === wanted);
  const share = parsing ? [`${(100 / find("JSON.parse").ratio).toFixed(1)} %`] : [];
  return [find("ours").ns.toFixed(0), ...names.map((name) => times(find(name).ratio)), ...share];
}

function meansOf(series, names, parsing) {
  const mean = (wanted) => geometricMean(series.map(({ rows }) => rows.find(({ name }) => name === wanted).ratio));
  return [
    "",
    ...names.map((name) => times(mean(name))),
    ...(parsing ? [`${(100 / mean("JSON.parse")).toFixed(1)} %`] : []),
  ];
}

function times(ratio) {
  return ratio < 10 ? ratio.toFixed(2) : ratio.toFixed(0);
}

function scalingTable(scaling) {
  const names = [...new Set(scaling.flatMap(({ rows }) => rows.map(({ name }) => name)))];
  const rows = scaling.map(({ participants, what, rows: cells }) => [
    `\`${what}\`, ${participants.toLocaleString("en")}`,
    ...names
      .map((name) => cells.find((cell) => cell.name === name)?.ns ?? undefined)
      .map((ns) => per(ns, participants)),
  ]);
  return table(["participants", ...names], rows);
}

function per(ns, participants) {
  return ns === undefined ? "" : (ns / participants).toFixed(ns / participants < 100 ? 1 : 0);
}

function allocationTable(allocation) {
  const names = [...new Set(allocation.flatMap(({ rows }) => rows.map(({ name }) => name)))];
  const rows = allocation.map(({ payload, what, rows: cells }) => [
    `\`${what}\`, ${payload}`,
    ...names.map((name) => cells.find((cell) => cell.name === name)?.bytes.toFixed(0) ?? ""),
  ]);
  return table(["payload", ...names], rows);
}

function sizeTable(sizes) {
  const cell = ({ gzip, bytes }) => `${gzip} (${bytes} before)`;
  return table(
    ["", "`is`", "`is` and `validate`"],
    sizes.map(({ name, is, all }) => [name, cell(is), cell(all)]),
  );
}

function importTable(imports) {
  return table(
    ["", "ms"],
    imports.map(({ name, milliseconds }) => [name, milliseconds.toFixed(1)]),
  );
}
