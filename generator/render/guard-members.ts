import type { MemberCase, TestPlan } from "../plan/types.ts";
import type { Doc } from "./doc.ts";
import { chain, comparison, operand, passIf } from "./expressions.ts";
import { call, hugging, lambda } from "./layouts.ts";

/** `if (…) continue;`: what each member of a case has to pass; without a rule anything does, unless notes are taken. */
export function passing({ rule }: MemberCase): Doc {
  if (rule === undefined) return passIf("notes === undefined");
  const { test } = rule;
  const tested = operand(testOf(test));
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

function testOf(test: TestPlan): Doc {
  switch (test.kind) {
    case "typeof":
      return comparison("typeof member", "===", `"${test.type}"`);
    case "call": {
      const { deep, notes } = test;
      return call(test.callee, ["member", ...test.arguments, ...(deep ? [deeper] : []), ...(notes ? ["notes"] : [])]);
    }
    case "array": {
      const { callee, arguments: args } = test.item;
      if (args.length === 0) return call(test.callee, ["member", deeper, "notes", callee]);
      return hugging(test.callee, ["member", deeper, "notes"], lambda("item", call(callee, ["item", ...args])));
    }
  }
}

const deeper = comparison("depth", "+", "1");
