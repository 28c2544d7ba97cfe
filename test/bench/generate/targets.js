// What the generator has to reach.

const bounds = [
  { name: "all of Graph", cold: 5, unchanged: 1.2, megabytes: 600 },
  { name: "flagship slice", cold: 1, unchanged: 0.5 },
];

/** How many times one copy ten of them may take. */
const growth = 12;

/** Takes the results of a run, returns rows: the target, what is wanted, what was measured, whether that is enough. */
export function targetsOf({ inputs, copies }) {
  const rows = bounds.flatMap(({ name, cold, unchanged, megabytes }) => {
    const input = inputs.find((one) => one.name === name);
    return [
      atMost(`${name}, cold`, cold, input.cold.seconds, "s"),
      atMost(`${name}, unchanged`, unchanged, input.unchanged.seconds, "s"),
      ...(megabytes === undefined ? [] : [atMost(`${name}, memory`, megabytes, input.cold.megabytes, "MB")]),
    ];
  });
  return copies === undefined ? rows : [...rows, grown(inputs, copies)];
}

function atMost(target, wanted, figure, unit) {
  const digits = unit === "MB" ? 0 : 2;
  return {
    target,
    wanted: `≤ ${wanted} ${unit}`,
    measured: `${figure.toFixed(digits)} ${unit}`,
    met: figure <= wanted,
  };
}

function grown(inputs, { count, seconds, failure }) {
  const one = inputs.find(({ name }) => name === "all of Graph").cold.seconds;
  const target = `${count} copies of Graph, as many times as long as one`;
  if (failure !== undefined) return { target, wanted: `≤ ${growth}`, measured: failure, met: false };
  return { target, wanted: `≤ ${growth}`, measured: (seconds / one).toFixed(1), met: seconds / one <= growth };
}
