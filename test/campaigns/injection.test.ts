import fc from "fast-check";
import { expect, test } from "vitest";
import { BindgenError } from "../../generator/errors.ts";
import { apiReport } from "../../generator/report/api-report.ts";
import { randomOf } from "../determinism/random.ts";
import { expectKnown, longTimeout, report, runsOf, seed } from "./campaign.ts";
import { inputOf } from "./injection/documents.ts";
import { execute } from "./injection/execute.ts";
import { hostileText, trickyName, xmlText } from "./injection/hostile.ts";
import { finalFaults, harmless, judgeNames, judgeTexts } from "./injection/judge-files.ts";
import { namedInput } from "./injection/names.ts";
import { filesOf, isMade, packageOf } from "./injection/pipeline.ts";
import { unseenIn } from "./injection/unseen.ts";

const long = { timeout: longTimeout };
const same = (name: string): string => name;

test("no text of an input gets out of its comment, its string or its cell", long, async () => {
  const runs = runsOf({ short: 100, long: 100_000 });
  const found: string[] = [];
  let count = 0;
  for (let round = 0; count < runs; round += 1) {
    const texts = fc.sample(hostileText, { seed: seed + round, numRuns: 300 });
    const text = (): string => texts[count++ % texts.length] ?? "";
    const files = filesOf(inputOf({ text, name: same }));
    for (const [path, made] of files) if (isMade(path)) found.push(...judgeTexts(path, made));
    if (round % 50 === 0) found.push(...(await finalFaults(files)));
  }
  report("injection, texts", { count, found: found.length });
  expectKnown("injection", found);
});

test("names that OData allows make a package that compiles and runs, or are refused", long, async () => {
  const runs = runsOf({ short: 1, long: 200 });
  const found: string[] = [];
  const made = new Map<string, ReadonlyMap<string, string>>();
  let refused = 0;
  for (let from = seed; from < seed + runs; from += 1) {
    const files = packageOf(namedInput(from));
    if (files instanceof BindgenError) {
      refused += 1;
      if (files.kind === "internal") found.push(`${from}: ${files.message}`);
      continue;
    }
    for (const [path, text] of files) if (isMade(path)) found.push(...judgeNames(`${from} ${path}`, text));
    const surface = apiReport([...files].map(([path, text]) => ({ path, text })));
    found.push(...unseenIn(`${from} api.md`, surface), ...(await execute(files)).seen);
    made.set(String(from), files);
    if (made.size < 25) continue;
    found.push(...(await compiled(made)));
    made.clear();
  }
  // Compiling takes seconds; what it found before, test/plan/ keeps.
  if (runs >= 25) found.push(...(await compiled(made)));
  report("injection, names", { count: runs, refused, found: found.length });
  expect(refused).toBeLessThanOrEqual(runs / 2);
  expectKnown("injection", found);
});

/** What a compiler has to say; loading one takes its time as well. */
async function compiled(packages: ReadonlyMap<string, ReadonlyMap<string, string>>): Promise<readonly string[]> {
  const { compilePackages } = await import("../golden/compile.ts");
  return compilePackages(packages);
}

test("anything in an attribute is refused, or makes a package that hides nothing", long, () => {
  const runs = runsOf({ short: 8, long: 3_000 });
  const random = randomOf(seed);
  const values = fc.sample(fc.oneof(hostileText, trickyName), { seed, numRuns: runs });
  const { metadata, ...rest } = inputOf({ text: () => "text", name: same });
  const places = [...metadata.matchAll(/(?<= )([\w:]+=")([^"]*)"/g)];
  const found: string[] = [];
  let refused = 0;
  for (const value of values) {
    const place = places[Math.floor(random() * places.length)];
    if (place === undefined) throw new Error("there are no attributes");
    const [whole, start = "", old = ""] = place;
    const attribute = `${start}${random() < 0.5 ? "" : old}${xmlText(value)}"`;
    const changed = metadata.slice(0, place.index) + attribute + metadata.slice(place.index + whole.length);
    const files = packageOf({ ...rest, metadata: changed });
    if (files instanceof BindgenError) {
      refused += 1;
      if (files.kind === "internal") found.push(`${attribute}: ${files.message}`);
      continue;
    }
    const other = [...files].filter(([path, text]) => isMade(path) && text !== harmless.get(path));
    found.push(...other.flatMap(([path, text]) => judgeNames(path, text)));
  }
  report("injection, attributes", { count: runs, refused, found: found.length });
  expect(refused).toBeGreaterThan(0);
  expectKnown("injection", found);
});
