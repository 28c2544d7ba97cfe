import type { GuardMember, MembersGuard, TestPlan } from "../plan/types.ts";
import type { Doc } from "./doc.ts";
import {
  chain,
  comparison,
  comparisonAlone,
  conditional,
  element,
  inParentheses,
  operand,
  returnChain,
  type Operand,
} from "./expressions.ts";
import { call, hugging, lambda } from "./layouts.ts";
import { literal } from "./literals.ts";

/** `return …`: what all members of a type have to pass. */
export function membersTest({ base, members }: MembersGuard): Doc {
  const [only] = members;
  if (base === undefined && members.length === 1 && only !== undefined) return singleTest(only);
  const inherited = base === undefined ? [] : [operand(call(base, ["o", "depth"]))];
  const all = [...inherited, ...members.flatMap(operandsOf)];
  const [first] = all;
  return all.length === 1 && first !== undefined ? ["return ", first.doc, ";"] : returnChain(chain("&&", all));
}

/** Nothing stands around the test of a single member: no parentheses are needed. */
function singleTest(member: GuardMember): Doc {
  const { absence, test } = member;
  const tested = testOf(member);
  switch (absence) {
    case "nullish":
    case "undefined":
      return returnChain(chain("||", [operand(absenceOf(member)), parenthesized(tested, test)]));
    case "anyUndefined":
    case "anyNone":
      return returnChain(chain("&&", [operand(absenceOf(member)), parenthesized(tested, test)]));
    case "none":
    case "anyNullish":
      if (test.kind !== "typeof") return ["return ", tested, ";"];
      return returnChain(comparisonAlone(["typeof ", loadOf(member)], "===", `"${test.type}"`));
  }
}

function operandsOf(member: GuardMember): Operand[] {
  const { absence, test } = member;
  const tested = parenthesized(testOf(member), test);
  switch (absence) {
    case "nullish":
    case "undefined":
      return [inParentheses("||", [operand(absenceOf(member)), tested])];
    case "anyUndefined":
    case "anyNone":
      return [operand(absenceOf(member)), tested];
    case "none":
    case "anyNullish":
      return [tested];
  }
}

function parenthesized(tested: Doc, { kind }: TestPlan): Operand {
  return operand(kind === "resource" ? ["(", tested, ")"] : tested);
}

function absenceOf(member: GuardMember): Doc {
  const operators = {
    nullish: ["==", "null"],
    undefined: ["===", "undefined"],
    anyUndefined: ["!==", "null"],
    anyNone: ["!=", "null"],
    none: ["", ""],
    anyNullish: ["", ""],
  } as const;
  const [operator, value] = operators[member.absence];
  return comparison(loadOf(member), operator, value);
}

function loadOf({ load, local, name }: GuardMember): Doc {
  switch (load) {
    case "own":
      return local;
    case "dot":
      return `o.${name}`;
    case "bracket":
      return element("o", literal(name));
  }
}

function testOf(member: GuardMember): Doc {
  const { test } = member;
  const load = loadOf(member);
  switch (test.kind) {
    case "typeof":
      return comparison(["typeof ", loadOf(member)], "===", `"${test.type}"`);
    case "call":
      return call(test.callee, [load, ...test.arguments, ...(test.deep ? [deeper] : [])]);
    case "array": {
      const { callee, arguments: args } = test.item;
      if (args.length === 0) return call(test.callee, [load, deeper, callee]);
      return hugging(test.callee, [load, deeper], lambda("item", call(callee, ["item", ...args])));
    }
    case "resource":
      return conditional(
        call("Array.isArray", [load]),
        call(test.callee, [load, deeper, test.item]),
        call(test.item, [load, deeper]),
      );
  }
}

const deeper = comparison("depth", "+", "1");
