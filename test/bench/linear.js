// Whether validators take time in proportion to what they are given: each family of hostile values at n, 4n and 16n, the
// best of some rounds in time of the processor, and how many times longer sixteen times as much takes. Sixteen is linear, 256 is quadratic. Prints
// the worst; exits with 1 where something takes more than 64 times as long. Run: npm run bench:linear [part of a name]
import { build } from "esbuild";
import { fileURLToPath } from "node:url";

const entry = fileURLToPath(new URL("linear/families.ts", import.meta.url));
const bundled = await build({ entryPoints: [entry], bundle: true, format: "esm", platform: "node", write: false });
const code = Buffer.from(bundled.outputFiles[0].contents).toString("base64");
const { families } = await import(`data:text/javascript;base64,${code}`);

const LIMIT = 64;
const ENOUGH = 0.5;
const wanted = process.argv[2] ?? "";
const rows = families.filter(({ name }) => name.includes(wanted)).map(measure);
rows.sort((a, b) => b.ratio - a.ratio);

const shown = wanted === "" ? rows.slice(0, 30) : rows;
for (const { name, times, ratio } of shown) {
  const figures = times.map((time) => time.toFixed(2).padStart(9)).join("");
  console.log(`${ratio.toFixed(1).padStart(6)}${figures} ms  ${name}`);
}
const bad = rows.filter(({ ratio }) => ratio > LIMIT);
const slowest = [...rows].sort((a, b) => b.times[2] - a.times[2])[0];
console.log(
  `${rows.length} families, ${bad.length} more than linear; slowest: ${slowest?.name}, ${slowest?.times[2].toFixed(0)} ms`,
);
process.exitCode = bad.length > 0 ? 1 : 0;

function sizes(size) {
  return [size / 4, size, 4 * size];
}

function measure({ name, size, make, use }) {
  // What is over at once says nothing of growth; what seems to grow is measured again, because others use the machine too.
  let row = once(name, sizes(size).map(make), use, 3);
  for (let again = 0; row.ratio > LIMIT / 2 && again < 4; again += 1) {
    const next = once(name, sizes(size).map(make), use, 7);
    if (next.ratio < row.ratio) row = next;
  }
  return row;
}

function once(name, values, use, rounds) {
  const times = values.map(() => Infinity);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, value] of values.entries()) {
      const start = process.cpuUsage();
      use(value);
      const { user, system } = process.cpuUsage(start);
      times[index] = Math.min(times[index], (user + system) / 1000);
    }
  }
  return { name, times, ratio: times[2] < ENOUGH ? 0 : times[2] / Math.max(times[0], ENOUGH / 16) };
}
