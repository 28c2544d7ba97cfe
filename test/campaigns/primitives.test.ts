import { expect, test } from "vitest";
import { randomOf, type Random } from "../determinism/random.ts";
import { emit, type Emitted, type Use } from "../primitives/emitted.ts";
import { forms, geometryText, judged } from "../primitives/geojson.ts";
import { compatibleSpecimens, specimens, type Specimen } from "../primitives/specimens.ts";
import { numberText, textFor } from "../primitives/texts.ts";
import { verdictOf } from "../primitives/verdict.ts";
import { expectKnown, longTimeout, report, runsOf, seed } from "./campaign.ts";

/** Values of each type. */
const runs = runsOf({ short: 40, long: 20_000 });

/** A value as JSON text, and what is to be said of it. */
interface Draw {
  readonly json: string;
  readonly want: string;
}

const anyShape = [...forms.keys(), "GeometryCollection"];
const shapes = new Map([
  ["", anyShape],
  ...anyShape.map((name): [string, string[]] => [name === "GeometryCollection" ? "Collection" : name, [name]]),
]);

function draw({ rule, oracle }: Specimen, random: Random): Draw {
  if ("number" in oracle) {
    const json = numberText(random);
    return { json, want: oracle.number(JSON.parse(json) as number) };
  }
  const text = textFor(rule, random);
  return { json: JSON.stringify(text), want: oracle.text(text) };
}

/** Lets the emitted validators judge many values of one use, alone and in a collection; returns where they differ. */
function campaign(emitted: Emitted, use: Use, next: (random: Random) => Draw): string[] {
  const [random, access] = [randomOf(seed), emitted(use, "received")];
  const failures: string[] = [];
  let right = 0;
  for (let run = 0; run < runs; run += 1) {
    const { json, want } = next(random);
    const got = verdictOf(access, JSON.parse(`{"value":${json}}`), "/value");
    const item = verdictOf(access, JSON.parse(`{"items":[${json}]}`), "/items/0");
    const wantItem = json === "null" ? "null-not-allowed" : want;
    if (got !== want) failures.push(`${use.type} ${use.facets} ${json}: wanted ${want}, got ${got}`);
    if (item !== wantItem) failures.push(`${use.type} ${use.facets} [${json}]: wanted ${wantItem}, got ${item}`);
    if (want === "ok") right += 1;
  }
  // A campaign that draws only right values, or only wrong ones, shows little.
  if (right < runs / 20 || right > runs - runs / 20)
    failures.push(`${use.type} ${use.facets}: ${right} of ${runs} right`);
  return failures;
}

test(
  "values drawn from the grammar, and what is nearly one, are judged as the standard says",
  { timeout: longTimeout },
  async () => {
    const started = performance.now();
    const geo = ["Geography", "Geometry"].flatMap((prefix) =>
      [...shapes].map(([name, types]) => ({ type: `Edm.${prefix}${name}`, facets: "", types })),
    );
    const emitted = await emit([...specimens, ...geo], false);
    const compatible = await emit(compatibleSpecimens, true);
    const found = [
      ...specimens.flatMap((one) => campaign(emitted, one, (random) => draw(one, random))),
      ...compatibleSpecimens.flatMap((one) => campaign(compatible, one, (random) => draw(one, random))),
      ...geo.flatMap((one) =>
        campaign(emitted, one, (random) => {
          const json = geometryText(random() < 0.9 ? one.types : anyShape, random);
          return { json, want: judged(JSON.parse(json), one.types) };
        }),
      ),
    ];
    const uses = specimens.length + compatibleSpecimens.length + geo.length;
    const seconds = Math.round((performance.now() - started) / 1000);
    report("primitives", { types: uses, values: uses * runs, seconds, found: found.length });
    expect(uses).toBeGreaterThan(50);
    expectKnown("primitives", found);
  },
);
