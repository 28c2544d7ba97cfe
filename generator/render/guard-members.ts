import type { GuardMember, MemberCase, TestPlan } from "../plan/types.ts";
import type { Doc } from "./doc.ts";
import { chain, comparison, element, inParentheses, operand, passIf, type Operand } from "./expressions.ts";
import { call, hugging, lambda } from "./layouts.ts";
import { literal } from "./literals.ts";

/** What all members of a closed type have to pass. Those that are there are counted on the way. */
export function membersTest(members: readonly GuardMember[]): Operand[] {
  return members.flatMap(operandsOf);
}

function operandsOf(member: GuardMember): Operand[] {
  const { test } = member;
  const load = loadOf(member);
  if (test === undefined) return [operand(comparison(load, "===", "undefined"))];
  const tested = operand(testOf(test, load));
  const count = member.name.includes("@") ? [] : [operand("++known > 0")];
  const absent = operand(comparison(load, "===", "undefined"));
  const isNull = operand(comparison(load, "===", "null"));
  const some = (present: readonly Operand[]): Operand => {
    const [only] = present;
    return present.length === 1 && only !== undefined ? only : inParentheses("&&", present);
  };
  switch (member.absence) {
    case "nullish":
      return count.length === 0
        ? [inParentheses("||", [operand(comparison(load, "==", "null")), tested])]
        : [inParentheses("||", [absent, inParentheses("&&", [...count, inParentheses("||", [isNull, tested])])])];
    case "undefined":
      return [inParentheses("||", [absent, some([...count, tested])])];
    case "anyUndefined":
      return [inParentheses("||", [absent, some([...count, operand(comparison(load, "!==", "null")), tested])])];
    case "anyNullish":
      return [inParentheses("||", [absent, some([...count, tested])])];
    case "anyNone":
      return [...count, operand(comparison(load, "!=", "null")), tested];
    case "none":
      return [...count, tested];
  }
}

/** `if (…) continue;`: what each member of a case has to pass; undefined where it may be anything. */
export function passing({ rule }: MemberCase): Doc {
  if (rule === undefined) return passIf("notes === undefined");
  const { test } = rule;
  if (test === undefined) return passIf(comparison("member", "===", "undefined"));
  const tested = operand(testOf(test, "member"));
  switch (rule.absence) {
    case "nullish":
      return passIf(chain("||", [operand(comparison("member", "==", "null")), tested], true));
    case "undefined":
      return passIf(chain("||", [operand(comparison("member", "===", "undefined")), tested], true));
    case "anyUndefined":
      return passIf(chain("&&", [operand(comparison("member", "!==", "null")), tested], true));
    case "anyNone":
      return passIf(chain("&&", [operand(comparison("member", "!=", "null")), tested], true));
    case "none":
    case "anyNullish":
      return passIf(tested.doc);
  }
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
    case "call": {
      const { deep, notes } = test;
      return call(test.callee, [load, ...test.arguments, ...(deep ? [deeper] : []), ...(notes ? ["notes"] : [])]);
    }
    case "array": {
      const { callee, arguments: args } = test.item;
      if (args.length === 0) return call(test.callee, [load, deeper, "notes", callee]);
      return hugging(test.callee, [load, deeper, "notes"], lambda("item", call(callee, ["item", ...args])));
    }
  }
}

const deeper = comparison("depth", "+", "1");
