import { chai, GLOBAL_EXPECT, JestAsymmetricMatchers, JestChaiExpect, JestExtend, setState } from "@vitest/expect";
import fc from "fast-check";

// What the tests import as "vitest" while mutants run: the same assertions, and as much of the rest as they use. Anything
// else is undefined, so that a test that needs more fails to load.

// The same values in every run; a mutant that was found needs no smaller example.
fc.configureGlobal({ seed: 1, endOnFailure: true });

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

export function expect(value, message) {
  return chai.expect(value, message);
}
Object.assign(expect, chai.expect, { any: undefined });
Object.assign(expect, globalThis[Symbol.for("$$asymmetric-matchers-object")]);
globalThis[GLOBAL_EXPECT] = expect;
setState(
  { assertionCalls: 0, isExpectingAssertions: false, environment: "node", testPath: "", currentTestName: "" },
  expect,
);

/** Every test that was declared: a name of its own, what comes before and after it, and what it does. */
export const collected = [];
/** What is to be done when all is over. */
export const endings = [];

let suite = { name: "", before: [], after: [] };
const names = new Map();

/** Declares tests under a name, `folder/file.test.ts` for those of a file. */
export async function within(name, body) {
  const outer = suite;
  suite = { name: `${outer.name} ${name}`.trim(), before: [...outer.before], after: [...outer.after] };
  await body();
  suite = outer;
}

function inSuite(name, ...rest) {
  const body = bodyIn(rest);
  const outer = suite;
  suite = { name: `${outer.name} ${name}`, before: [...outer.before], after: [...outer.after] };
  body();
  suite = outer;
}

function declare(name, ...rest) {
  const body = bodyIn(rest);
  const full = `${suite.name} ${name}`;
  const count = (names.get(full) ?? 0) + 1;
  names.set(full, count);
  const { before, after } = suite;
  collected.push({ id: count === 1 ? full : `${full} ${count}`, before, after, body });
}

/** What is done, of what follows a name: options and time limits stand on either side of it. */
function bodyIn(rest) {
  return rest.find((part) => typeof part === "function");
}

/** `test.each`, `describe.each`: a row that is a list is spread. */
function each(declareOne) {
  return (rows) =>
    (name, ...rest) =>
      rows.forEach((row, index) =>
        declareOne(`${name} [${index}]`, () => (Array.isArray(row) ? bodyIn(rest)(...row) : bodyIn(rest)(row))),
      );
}

function conditional(declareOne) {
  return (skipped) => (skipped ? () => undefined : declareOne);
}

export const test = Object.assign(declare, { each: each(declare), skipIf: conditional(declare) });
export const it = test;
export const describe = Object.assign(inSuite, {
  each: each(inSuite),
  concurrent: inSuite,
  skipIf: conditional(inSuite),
});

// What is done once before many tests is done before each: what it makes may differ from mutant to mutant.
export const beforeAll = (body) => void suite.before.push(body);
export const beforeEach = beforeAll;
export const afterEach = (body) => void suite.after.push(body);
export const afterAll = (body) => void endings.push(body);

// Stryker limits the time.
export const vi = { setConfig: () => undefined };
