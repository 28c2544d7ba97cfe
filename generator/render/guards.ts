import type {
  GuardsModule,
  MemberCase,
  MembersGuard,
  ObjectGuard,
  ResourceGuard,
  RuntimeNames,
} from "../plan/types.ts";
import { hardline, indent, type Doc } from "./doc.ts";
import { chain, comparison, element, inParentheses, operand, refuseIf, returnChain } from "./expressions.ts";
import { membersTest, refusal } from "./guard-members.ts";
import { assign, block, call, generic, signature } from "./layouts.ts";
import { literal } from "./literals.ts";
import { comment, importStatements, lines, runtimeName, subjectText } from "./statements.ts";
import { switchStatement } from "./switch.ts";

/** The guards of a namespace's types: of their members, of their positions, of what resource members hold. */
export function* guardSections(module: GuardsModule): Generator<Doc> {
  const { members, objects, resources, runtime } = module;
  yield lines(importStatements(module));
  for (const guard of members) yield guard.open === undefined ? closedGuard(guard, runtime) : openGuard(guard, runtime);
  for (const guard of objects) yield objectGuard(guard, runtime);
  for (const guard of resources) yield resourceGuard(guard, runtime);
}

function closedGuard(guard: MembersGuard, runtime: RuntimeNames): Doc {
  const { name, own, subject, type, usesDepth, members } = guard;
  const locals = own.map((member) => [
    assign(`const ${member.local}`, " =", call(runtimeName(runtime, "own"), ["o", literal(member.name)])),
    ";",
  ]);
  const inspected = generic(runtimeName(runtime, "Inspected"), [["keyof ", type]]);
  const parameters = [["o: ", inspected], usesDepth ? "depth: number" : "_depth: number"];
  return [
    comment(`The members of ${subjectText(subject)}.`),
    tester(name, parameters, [...locals, membersTest(members)]),
  ];
}

function tester(name: string, parameters: readonly Doc[], statements: readonly Doc[]): Doc {
  return block(["export ", signature(name, parameters, "boolean")], statements);
}

/** Every member has its turn, because what is not declared is looked at too. */
function openGuard({ name, subject, type, open }: MembersGuard, runtime: RuntimeNames): Doc {
  const { cases = [], required = 0 } = open ?? {};
  const dynamic = call(runtimeName(runtime, "isDynamic"), [
    "name",
    "value",
    "depth + 1",
    runtimeName(runtime, "tagged"),
  ]);
  const isObject = [comparison("typeof value", "===", '"object"'), comparison("value", "!==", "null")].map(operand);
  const otherwise = refuseIf(chain("&&", [...isObject, operand(["!", dynamic])], true));
  const branches = cases.map((one) => caseClauses(one, type));
  const last = [hardline, "default:", indent([hardline, otherwise])];
  const loop = block("for (const name in members)", [
    "const value = members[name];",
    ["switch (name) {", indent([branches, last]), hardline, "}"],
  ]);
  return [
    comment(`The members of ${subjectText(subject)}, which is open.`),
    tester(
      name,
      [["o: ", runtimeName(runtime, "Members")], "depth: number"],
      [
        `const members = o["constructor"] === ${runtimeName(runtime, "PLAIN")} ? o : ${runtimeName(runtime, "readable")}(o);`,
        ...(required > 0 ? [`let missing = ${required};`] : []),
        loop,
        required > 0 ? "return missing === 0;" : "return true;",
      ],
    ),
  ];
}

/** A name that is misspelt does not compile; what is not sent has no place in the type. */
function caseClauses(one: MemberCase, type: string): Doc {
  const key = one.rule.kind === "ignored" ? "" : ` satisfies keyof ${type}`;
  const statements = [refusal(one), one.required ? "missing -= 1;" : undefined, "break;"];
  return [
    one.names.map((name) => [hardline, `case ${literal(name)}${key}:`]),
    indent(statements.flatMap((statement) => (statement === undefined ? [] : [hardline, statement]))),
  ];
}

function objectGuard(guard: ObjectGuard, runtime: RuntimeNames): Doc {
  const about = comment(`${subjectText(guard.subject)} where it is the declared type.`);
  if (guard.never) return [about, tester(guard.name, ["_value: unknown", "_depth: number"], ["return false;"])];
  return [about, tester(guard.name, ["value: unknown", "depth: number"], objectTest(guard, runtime))];
}

function objectTest({ mode, members, cases }: ObjectGuard, runtime: RuntimeNames): Doc[] {
  const depth = runtimeName(runtime, "MAX_DEPTH");
  const isMembers = call(runtimeName(runtime, "isMembers"), ["value"]);
  const hasMembers = operand(call(members, ["value", "depth"]));
  if (mode === "parameters") {
    const within = comparison("depth", "<=", depth);
    return [returnChain(chain("&&", [operand(within), operand(isMembers), hasMembers]))];
  }
  const refused = refuseIf(chain("||", [operand(comparison("depth", ">", depth)), operand(["!", isMembers])], true));
  switch (mode) {
    case "data": {
      const isText = inParentheses("||", [
        operand(comparison("tag", "===", "undefined")),
        operand(comparison("typeof tag", "===", '"string"')),
      ]);
      return [refused, `const tag = value["@odata.type"];`, returnChain(chain("&&", [isText, hasMembers]))];
    }
    case "dataRequired": {
      const isText = comparison(["typeof ", element("value", '"@odata.type"')], "===", '"string"');
      return [refused, returnChain(chain("&&", [operand(isText), hasMembers]))];
    }
    case "declared":
      return [refused, switchStatement('value["@odata.type"]', cases.map(declaredCase), "false")];
  }
}

function declaredCase({ tag, members, optional }: ObjectGuard["cases"][number]): {
  readonly tags: readonly string[];
  readonly result: Doc;
} {
  return {
    tags: optional ? ["undefined", literal(tag)] : [literal(tag)],
    result: call(members, ["value", "depth"]),
  };
}

function resourceGuard({ name, subject, cases }: ResourceGuard, runtime: RuntimeNames): Doc {
  const about = comment(`One item of ${subjectText(subject)}.`);
  if (cases.length === 0) return [about, tester(name, ["_value: unknown", "_depth: number"], ["return false;"])];
  const isMembers = call(runtimeName(runtime, "isMembers"), ["value"]);
  const found = cases.map(({ tag, guard }) => ({ tags: [literal(tag)], result: call(guard, ["value", "depth"]) }));
  const statements = [refuseIf(["!", isMembers]), switchStatement('value["@odata.type"]', found, "false")];
  return [about, tester(name, ["value: unknown", "depth: number"], statements)];
}
