import type { GuardMember, MemberCase, TestPlan } from "../plan/types.ts";
import type { Doc } from "./doc.ts";
import {
  chain,
  comparison,
  element,
  inParentheses,
  operand,
  refuseIf,
  returnChain,
  type Operand,
} from "./expressions.ts";
import { call, hugging, lambda } from "./layouts.ts";
import { literal } from "./literals.ts";

/** `return …`: what all members of a closed type have to pass. */
export function membersTest(members: readonly GuardMember[]): Doc {
  return returnChain(chain("&&", members.flatMap(operandsOf)));
}

function operandsOf(member: GuardMember): Operand[] {
  const { test } = member;
  const load = loadOf(member);
  if (test === undefined) return [operand(comparison(load, "===", "undefined"))];
  const tested = operand(testOf(test, load));
  switch (member.absence) {
    case "nullish":
      return [inParentheses("||", [operand(comparison(load, "==", "null")), tested])];
    case "undefined":
      return [inParentheses("||", [operand(comparison(load, "===", "undefined")), tested])];
    case "anyUndefined":
      return [operand(comparison(load, "!==", "null")), tested];
    case "anyNone":
      return [operand(comparison(load, "!=", "null")), tested];
    case "none":
    case "anyNullish":
      return [tested];
  }
}

/** `if (…) return false;`: what no member of a case may be; undefined where it may be anything. */
export function refusal({ rule }: MemberCase): Doc | undefined {
  if (rule.kind === "ignored") return undefined;
  if (rule.kind === "absent") return refuseIf(comparison("value", "!==", "undefined"));
  const wrong = operand(refuted(rule.test));
  switch (rule.absence) {
    case "nullish":
      return refuseIf(chain("&&", [operand(comparison("value", "!=", "null")), wrong], true));
    case "undefined":
      return refuseIf(chain("&&", [operand(comparison("value", "!==", "undefined")), wrong], true));
    case "anyUndefined":
      return refuseIf(chain("||", [operand(comparison("value", "===", "null")), wrong], true));
    case "anyNone":
      return refuseIf(chain("||", [operand(comparison("value", "==", "null")), wrong], true));
    case "none":
    case "anyNullish":
      return refuseIf(wrong.doc);
  }
}

function refuted(test: TestPlan): Doc {
  if (test.kind === "typeof") return comparison("typeof value", "!==", `"${test.type}"`);
  return ["!", testOf(test, "value")];
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

function testOf(test: TestPlan, load: Doc): Doc {
  switch (test.kind) {
    case "typeof":
      return comparison(["typeof ", load], "===", `"${test.type}"`);
    case "call":
      return call(test.callee, [load, ...test.arguments, ...(test.deep ? [deeper] : [])]);
    case "array": {
      const { callee, arguments: args } = test.item;
      if (args.length === 0) return call(test.callee, [load, deeper, callee]);
      return hugging(test.callee, [load, deeper], lambda("item", call(callee, ["item", ...args])));
    }
  }
}

const deeper = comparison("depth", "+", "1");
