// No figure without equal verdicts: documented and mutated bodies before every validator, against the IR itself.
import { accepts } from "./reference.js";

/**
 * Takes the material, the loaded validators, how many mutated inputs and a seed. Ours has to agree with the second judge,
 * the peers with the IR, which is the judge without what is said of dynamic members. Throws at the first disagreement.
 */
export function compare(material, loaded, { count, seed }) {
  const counts = { inputs: 0, accepted: 0, dynamic: 0 };
  const bodies = material.examples.map(({ root, body }) => ({ root, value: body }));
  for (const { root, value } of both(bodies, material.mutants(count, seed))) {
    // As a parser makes it, which is what all are asked about.
    const parsed = JSON.parse(JSON.stringify(value ?? null));
    const wanted = accepts(material.ir, root.name, parsed);
    const fault = material.judge(root, parsed);
    const differs = wanted && fault !== undefined;
    counts.inputs += 1;
    counts.accepted += wanted ? 1 : 0;
    counts.dynamic += differs ? 1 : 0;
    if (!wanted && fault === undefined) throw new Error(`the judge accepts what the IR refuses: ${text(parsed)}`);
    for (const one of loaded) {
      const verdict = one.name === "ours" ? fault === undefined : wanted;
      const reported = counts.inputs % (one.every ?? 1) === 0;
      agree(one, { root: root.name, value: parsed, wanted: verdict, reported });
    }
  }
  if (counts.dynamic * 100 > counts.inputs) throw new Error(`${counts.dynamic} inputs are not compared`);
  return counts;
}

function* both(first, second) {
  yield* first;
  yield* second;
}

function agree({ name, is, validate, passed }, { root, value, wanted, reported }) {
  const before = JSON.stringify(value);
  const verdicts = [
    ["is", is === undefined ? wanted : is[root](value)],
    ["validate", reported ? passed(validate[root](value), value) : wanted],
  ];
  for (const [what, said] of verdicts) {
    if (said !== wanted) throw new Error(`${name}, ${what}: ${said} instead of ${wanted} for ${root} ${text(value)}`);
  }
  if (JSON.stringify(value) !== before) throw new Error(`${name} changed ${text(value)}`);
}

function text(value) {
  return JSON.stringify(value).slice(0, 2000);
}
