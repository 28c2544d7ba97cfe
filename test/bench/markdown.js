// What all parts of RESULTS.md have: tables, targets, on what machine.

/** Takes a head and rows of text, returns a table in Markdown, its columns aligned: the first to the left. */
export function table(head, rows) {
  const widths = head.map((cell, at) => Math.max(3, ...[head, ...rows].map((row) => row[at].length)));
  const line = (cells) => `| ${cells.map((cell, at) => pad(cell, widths[at], at)).join(" | ")} |`;
  const rule = `| ${widths.map((width, at) => (at === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`)).join(" | ")} |`;
  return [line(head), rule, ...rows.map(line)].join("\n");
}

function pad(cell, width, at) {
  return at === 0 ? cell.padEnd(width) : cell.padStart(width);
}

/** Takes targets (name, wanted, measured, met) and what finds the reason of a miss; a table, and the reasons. */
export function targetTable(targets, reasonOf) {
  const rows = targets.map(({ target, wanted, measured, met }) => [target, wanted, measured, met ? "yes" : "**no**"]);
  const missed = targets.filter(({ met }) => !met).map(({ target }) => target);
  const reasons = [...new Set(missed.map((target) => reasonOf(target) ?? `No reason is known: ${target}.`))];
  const why = reasons.length === 0 ? [] : ["What is missed, and why:", reasons.map((one) => `- ${one}`).join("\n")];
  return [table(["target", "wanted", "measured", "met"], rows), ...why].join("\n\n");
}

/** One part of the page: a head, and sections below it; one without text is left out. */
export function part(title, head, sections) {
  const filled = sections.filter(([, text]) => text !== "");
  return [`## ${title}`, head, ...filled.map(([name, text]) => `### ${name}\n\n${text}`)].join("\n\n");
}

/** Where it was measured, and with what. */
export function conditionsText({ quick, machine, node, versions }, command) {
  const short = quick ? " in a short run, which proves nothing" : "";
  const names = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return `Written by \`npm run ${command}\`${short}. ${machine.cpu}, ${machine.cores} cores, ${machine.gibibytes} GiB; Node ${node};\n${names.join(", ")}.`;
}
