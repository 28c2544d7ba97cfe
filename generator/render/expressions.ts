import { flatList, group, groupOf, ifBroken, indent, line, softline, type Doc } from "./doc.ts";

/** An operand of `&&` or `||`. */
export interface Operand {
  readonly doc: Doc;
  /** Whether it is a chain of the other operator, which stands in parentheses. */
  readonly chain: boolean;
}

/** `a && b` or `a || b` as a whole; nothing around it. */
export function chain(operator: "&&" | "||", operands: readonly Operand[], inside = false): Doc {
  const [first, ...more] = operands;
  if (first === undefined) return "true";
  const single = !inside && operands.length === 2 && operands.every((operand) => !operand.chain);
  const parts = more.map(({ doc }) => [" ", single ? group([operator, line, doc]) : [operator, line, doc]]);
  return [group(first.doc), ...parts];
}

/** A chain in parentheses, as operand of another one. */
export function inParentheses(operator: "&&" | "||", operands: readonly Operand[]): Operand {
  const docs = operands.map(({ doc }) => doc);
  const contents = (): Doc => {
    const [first = "", ...more] = docs;
    return [group(first), indent(more.map((doc) => [" ", operator, line, doc]))];
  };
  return { doc: ["(", groupOf(flatList("", docs, ` ${operator} `, ""), contents), ")"], chain: true };
}

export function operand(doc: Doc): Operand {
  return { doc, chain: false };
}

/** `a === b` as part of something else. */
export function comparison(left: Doc, operator: string, right: string): Doc {
  return groupOf(flatList("", [left, operator, right], " ", ""), () => [
    group(left),
    indent([" ", group([operator, line, right])]),
  ]);
}

/** `return …` of a chain or a comparison: in parentheses where it does not fit. */
export function returnChain(contents: Doc): Doc {
  return ["return ", group([ifBroken("("), indent([softline, group(contents)]), softline, ifBroken(")")]), ";"];
}

/** `if (a || b) return false;`. */
export function refuseIf(contents: Doc): Doc {
  return group(["if (", group([indent([softline, contents]), softline]), ")", indent([line, "return false;"])]);
}

/** `if (a || b) continue;`. */
export function passIf(contents: Doc): Doc {
  return group(["if (", group([indent([softline, contents]), softline]), ")", indent([line, "continue;"])]);
}

/** `o["name"]`. */
export function element(object: string, key: string): Doc {
  return [object, groupOf(`[${key}]`, () => ["[", indent([softline, key]), softline, "]"])];
}
