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

/** Of the whole process, and of what the import adds to a program that imports nothing. */
function shares(checks) {
  const find = (name, skipLibCheck) =>
    checks.find((one) => one.program === name && one.skipLibCheck === skipLibCheck).seconds;
  const ours = checks.filter(({ program }) => program.startsWith("ours"));
  return ours.flatMap(({ compiler, program, skipLibCheck, seconds }) => {
    const [theirs, nothing] = ["microsoft-graph-types", "nothing imported"].map((name) => find(name, skipLibCheck));
    const target = `${compiler}, ${program}${skipLibCheck ? ", `skipLibCheck`" : ""}`;
    return [
      ratio(`${target}: time in all`, seconds / theirs),
      ratio(`${target}: time over an empty program`, (seconds - nothing) / (theirs - nothing)),
    ];
  });
}

function ratio(target, figure) {
  return { target, wanted: "≤ 0.33 of theirs", measured: figure.toFixed(2), met: figure <= share };
}

/** For whoever types in a literal of a call; theirs is beside it in the table. */
function waits(editors) {
  const own = editors.filter(({ program }) => program !== "microsoft-graph-types");
  return own.flatMap(({ compiler, program, warm, cold }) =>
    [
      ["completion", warm],
      ["first completion", cold],
    ].map(([what, figure]) => ({
      target: `${compiler}, ${program}: ${what} in a call literal`,
      wanted: `≤ ${noticed} ms`,
      measured: `${figure.toFixed(1)} ms`,
      met: figure <= noticed,
    })),
  );
}
