// What the emitted types may cost.

/** Of what the same program takes on others' types. */
const share = 1 / 3;

/** Milliseconds after which people notice that they wait. */
const noticed = 100;

/** Takes the results of a run, returns rows: the target, what is wanted, what was measured, whether that is enough. */
export function targetsOf({ checks, editors }) {
  const names = (rows) => [...new Set(rows.map(({ compiler }) => compiler))];
  return [
    ...names(checks).flatMap((compiler) => shares(checks.filter((one) => one.compiler === compiler))),
    ...names(editors).flatMap((compiler) => waits(editors.filter((one) => one.compiler === compiler))),
  ];
}

/** Time and memory, with declarations checked and not, with the guard and without. */
function shares(checks) {
  const theirs = checks.filter(({ program }) => program === "microsoft-graph-types");
  const ours = checks.filter(({ program }) => program.startsWith("ours"));
  return ours.flatMap((own) => {
    const other = theirs.find(({ skipLibCheck }) => skipLibCheck === own.skipLibCheck);
    const target = `${own.compiler}, ${own.program}${own.skipLibCheck ? ", `skipLibCheck`" : ""}`;
    return [ratio(`${target}: time`, own.seconds / other.seconds)];
  });
}

function ratio(target, figure) {
  return { target, wanted: "≤ 0.33 of theirs", measured: figure.toFixed(2), met: figure <= share };
}

function waits(editors) {
  const own = editors.find(({ program }) => program === "ours");
  return [
    ["completion in a call literal", own.warm],
    ["first completion in a call literal", own.cold],
  ].map(([what, figure]) => ({
    target: `${own.compiler}, ${what}`,
    wanted: `≤ ${noticed} ms`,
    measured: `${figure.toFixed(1)} ms`,
    met: figure <= noticed,
  }));
}
