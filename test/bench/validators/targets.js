// What the emitted validators have to reach, each as a ratio within one run, and whether they do.
import { geometricMean } from "../figures.js";

/** Takes the results of a run, returns rows: the target, what is wanted, what was measured, whether that is enough. */
export function targetsOf({ results: series, scaling, allocation, imports, sizes }) {
  const names = series[0].rows.map(({ name }) => name).filter((name) => name !== "ours" && name !== "JSON.parse");
  const of = (what, ...groups) => series.filter((one) => one.what === what && groups.includes(one.group));
  return [
    ...atLeast("`is`, all bodies", of("is", "mixed"), { ajv: 2, typia: 1.5 }),
    ...names.flatMap((name) => singles(name, of("is", "single"))),
    atMost("`is` of JSON.parse, all bodies", of("is", "mixed"), 8),
    atMost("`is` of JSON.parse, each body", of("is", "single", "roster"), 6),
    ...atLeast("`validate`, invalid", of("validate", "invalid", "invalid single"), { typia: 2.5, ajv: 1 }),
    allocates(allocation),
    ...bundles(sizes),
    imported(imports),
    ...["is", "validate"].map((what) => linear(what, scaling)),
  ];
}

const ratioOf = (one, wanted) => one.rows.find(({ name }) => name === wanted)?.ratio;
const shown = (figure) => figure.toFixed(2);

/** The worst payload counts. */
function atLeast(target, series, wanted) {
  return Object.entries(wanted).flatMap(([name, least]) => {
    const able = series.filter((one) => ratioOf(one, name) !== undefined);
    if (able.length === 0) return [];
    const worst = able.reduce((low, one) => (ratioOf(one, name) < ratioOf(low, name) ? one : low));
    const ratio = ratioOf(worst, name);
    const missed = able.filter((one) => ratioOf(one, name) < least).length;
    const measured =
      able.length === 1 ? shown(ratio) : `${shown(ratio)} (${worst.payload}), below in ${missed} of ${able.length}`;
    return [{ target: `${target}: ${name} ÷ ours`, wanted: `≥ ${least}`, measured, met: missed === 0 }];
  });
}

function singles(name, series) {
  const figures = series.map((one) => ratioOf(one, name));
  const mean = geometricMean(figures);
  const least = atLeast("`is`, each body", series, { [name]: 0.9 });
  const target = `\`is\`, geometric mean over the bodies: ${name} ÷ ours`;
  return [{ target, wanted: "> 1", measured: shown(mean), met: mean > 1 }, ...least];
}

function atMost(target, series, percent) {
  const shares = series.map((one) => ({ payload: one.payload, share: 100 / ratioOf(one, "JSON.parse") }));
  const worst = shares.reduce((high, one) => (one.share > high.share ? one : high));
  const missed = shares.filter(({ share }) => share > percent).length;
  const more = shares.length === 1 ? "" : ` (${worst.payload}), above in ${missed} of ${shares.length}`;
  return { target, wanted: `≤ ${percent} %`, measured: `${worst.share.toFixed(1)} %${more}`, met: missed === 0 };
}

/** Less than a byte is what the measurement itself leaves. */
function allocates(allocation) {
  const own = allocation.filter(({ payload, what }) => what === "is" && !/:/.test(payload));
  const worst = Math.max(...own.map(({ rows }) => rows.find(({ name }) => name === "ours").bytes));
  return { target: "`is`, valid: bytes allocated", wanted: "0", measured: worst.toFixed(1), met: worst < 1 };
}

function bundles(sizes) {
  const own = sizes.find(({ name }) => name === "ours");
  const others = sizes.filter(({ name }) => name !== "ours");
  return [
    ["is", "`is`", 4500],
    ["all", "`is` and `validate`", 9000],
  ].flatMap(([part, label, most]) => {
    const least = others.reduce((low, one) => (one[part].gzip < low[part].gzip ? one : low));
    const measured = `${own[part].gzip} B`;
    return [
      { target: `bundle, ${label}`, wanted: `≤ ${most} B`, measured, met: own[part].gzip <= most },
      {
        target: `bundle, ${label}: smaller than every peer's`,
        wanted: `< ${least[part].gzip} B (${least.name})`,
        measured,
        met: own[part].gzip < least[part].gzip,
      },
    ];
  });
}

function imported(imports) {
  const { milliseconds } = imports.find(({ name }) => name === "ours");
  return { target: "import", wanted: "≤ 3 ms", measured: `${milliseconds.toFixed(1)} ms`, met: milliseconds <= 3 };
}

/**
 * A large roster no longer fits the processor's caches, which makes each participant dearer for everybody: so the yardstick
 * is what becomes of `JSON.parse`, which does the same for each.
 */
function linear(what, scaling) {
  const own = scaling.filter((one) => one.what === what);
  const growthOf = (peer) => {
    const per = own.map(({ participants, rows }) => rows.find(({ name }) => name === peer).ns / participants);
    return Math.max(...per) / per[0];
  };
  const [growth, parsing] = [growthOf("ours"), growthOf("JSON.parse")];
  const range = `${own[0].participants} → ${own.at(-1).participants}`;
  const target = `\`${what}\`, time per participant, ${range}`;
  const measured = `${shown(growth)} times, JSON.parse ${shown(parsing)}`;
  return { target, wanted: "≤ 1.5 × JSON.parse's", measured, met: growth <= 1.5 * parsing };
}
