// The cost of types as Markdown.
import { conditionsText, part, table, targetTable } from "../markdown.js";
import { reasonOf } from "./reasons.js";
import { targetsOf } from "./targets.js";

/** Takes the results of a run, returns its part of RESULTS.md. */
export function sectionOf(results) {
  const { checks, editors } = results;
  return part("Types, for those who use them", head(results), [
    ["Targets of the types", targetTable(targetsOf(results), reasonOf)],
    ["The compiler on ten lines", checkTable(checks)],
    ["What an editor waits for, milliseconds", editorTable(editors)],
  ]);
}

function head(results) {
  return `${conditionsText(results, "bench:types")}

Ten lines that make a call and read one, on the flagship package as npm installs it, and on the types that Graph's users
have today. The compiler runs in a process of its own, from start to end (median of ${results.rounds}); what it takes where nothing is
imported stands below. Memory and instantiations are what it tells. An editor opens a file (reads everything, underlines
what is wrong), then completes in a literal of type \`Call\`; warm is after a further edit.`;
}

function checkTable(checks) {
  const rows = checks.map(({ compiler, program, skipLibCheck, ...taken }) => [
    `${compiler}, ${program}${skipLibCheck ? ", `skipLibCheck`" : ""}`,
    taken.seconds.toFixed(2),
    taken.megabytes.toFixed(0),
    String(taken.instantiations),
    String(taken.lines),
  ]);
  return table(["", "seconds", "MB", "instantiations", "lines read"], rows);
}

function editorTable(editors) {
  const rows = editors.map(({ compiler, program, files, names, megabytes, ...taken }) => [
    `${compiler}, ${program}`,
    ...["open", "cold", "warm", "hover", "check"].map((name) => taken[name].toFixed(name === "open" ? 0 : 1)),
    megabytes.toFixed(0),
    String(files),
    String(names),
  ]);
  const head = ["open", "first completion", "completion", "hover", "check again", "MB", "files", "names offered"];
  return table(["", ...head], rows);
}
