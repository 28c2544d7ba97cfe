import { literal } from "./literals.ts";
import { isEs5Identifier } from "./exact.ts";
import {
  brokenGroup,
  choice,
  flatList,
  flatText,
  group,
  groupOf,
  hardline,
  ifBroken,
  indent,
  indentIfBroken,
  join,
  line,
  softline,
  type Doc,
} from "./doc.ts";

/** `f(a, b)`: the arguments on one line, or each on its own. */
export function call(callee: Doc, args: readonly Doc[]): Doc {
  return args.length === 0 ? [callee, "()"] : [callee, list("(", args, ")")];
}

/** `f(a, [b])`: where it does not fit, the last argument breaks before the others do. */
export function hugging(callee: string, args: readonly Doc[], last: { readonly hugged: Doc; readonly own: Doc }): Doc {
  const first = args.map((arg) => [arg, ",", line]);
  const all = brokenGroup(["(", indent([line, ...first, last.own]), ",", line, ")"]);
  return [
    callee,
    choice(
      [
        ["(", ...first, last.hugged, ")"],
        ["(", ...first, brokenGroup(last.hugged), ")"],
      ],
      all,
    ),
  ];
}

/** `[a, b]`; several arrays of several items each stand on lines of their own. */
export function array(items: readonly Doc[], nested = false): Doc {
  return items.length === 0 ? "[]" : nested && items.length > 1 ? broken("[", items, "]") : list("[", items, "]");
}

/** `{ a, b }`. */
export function object(members: readonly Doc[]): Doc {
  return groupOf(flatList("{ ", members, ", ", " }"), () => [
    "{",
    indent([line, join([",", line], members)]),
    ifBroken(","),
    line,
    "}",
  ]);
}

/** An object, or an array, with each member on a line of its own. */
export function broken(open: string, members: readonly Doc[], close: string): Doc {
  if (members.length === 0) return `${open}${close}`;
  return group([open, indent(members.map((member) => [hardline, member, ","])), hardline, close]);
}

/** `A<B, C>`; a single name stays where it is. */
export function generic(name: string, args: readonly Doc[]): Doc {
  const [only] = args;
  if (args.length === 1 && typeof only === "string") return `${name}<${only}>`;
  const contents = (): Doc => ["<", indent([softline, join([",", line], args)]), softline, ">"];
  return [name, groupOf(flatList("<", args, ", ", ">"), contents)];
}

function list(open: string, items: readonly Doc[], close: string): Doc {
  return groupOf(flatList(open, items, ", ", close), () => listed(open, items, close));
}

function listed(open: string, items: readonly Doc[], close: string): readonly Doc[] {
  return [open, indent([softline, join([",", line], items)]), ifBroken(","), softline, close];
}

/** `name: value` or `const name = value`: what is assigned goes to a line of its own where it cannot begin behind the sign. */
export function assign(left: Doc, sign: ":" | " =", value: Doc): Doc {
  return groupOf(flatPair(left, `${sign} `, value), () => {
    const leader = group(indent(line));
    return [group(left), sign, leader, indentIfBroken(value, leader)];
  });
}

/** As `assign`, for values that do not break: strings, and unions, which break as a whole. */
export function assignWhole(left: Doc, sign: ":" | " =", value: Doc): Doc {
  return groupOf(flatPair(left, `${sign} `, value), () => [group(left), sign, group(indent([line, value]))]);
}

function flatPair(left: Doc, between: string, right: Doc): string | undefined {
  const [first, second] = [flatText(left), flatText(right)];
  return first === undefined || second === undefined ? undefined : first + between + second;
}

/** A member of an object; behind a short name nothing breaks. */
export function property(name: string, value: Doc, whole = false): Doc {
  const key = propertyKey(name);
  if (key.length < 5) return group([key, ": ", value]);
  return whole ? assignWhole(key, ":", value) : assign(key, ":", value);
}

/** `__proto__: …` in an object literal sets the prototype; a computed key does not (ECMAScript B.3.1). */
function propertyKey(name: string): string {
  return name === "__proto__" ? `[${literal(name)}]` : memberName(name);
}

/** The name of a member, with quotes where it needs them. */
export function memberName(name: string): string {
  return isEs5Identifier(name) ? name : literal(name);
}

/** `() => value`. */
export function thunk(value: Doc, hugged = false): Doc {
  return groupOf(flatPair("() =>", " ", value), () => ["() =>", group(hugged ? [" ", value] : indent([line, value]))]);
}

/** `(item) => value` as an argument of its own line, and as one that breaks before the others. */
export function lambda(parameter: string, value: Doc): { readonly hugged: Doc; readonly own: Doc } {
  const head = `(${parameter}) =>`;
  return {
    own: group([head, group(indent([line, value]))]),
    hugged: group([head, group([indent([line, value]), ifBroken(","), softline])]),
  };
}

/** `function name(parameters): result {`. */
export function signature(name: string, parameters: readonly Doc[], result: Doc): Doc {
  const flat = flatPair(flatList("(", parameters, ", ", ")") ?? hardline, ": ", result);
  return ["function ", name, groupOf(flat, () => [listed("(", parameters, ")"), ": ", result])];
}

/** ` extends A, B` of an interface: where it does not fit, below the head, and then each on its own. */
export function heritage(bases: readonly Doc[]): Doc {
  const listed = group(indent([line, join([",", line], bases)]));
  return groupOf(flatList(" extends ", bases, ", ", ""), () => indent([line, "extends", listed]));
}

/** A head with statements in braces behind it. */
export function block(head: Doc, statements: readonly Doc[]): Doc {
  if (statements.length === 0) return [head, " {}"];
  return [head, " {", indent(statements.map((statement) => [hardline, statement])), hardline, "}"];
}
