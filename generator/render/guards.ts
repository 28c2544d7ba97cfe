import type {
  GuardsModule,
  MemberCase,
  MembersGuard,
  ObjectGuard,
  ResourceGuard,
  RuntimeNames,
} from "../plan/types.ts";
import { hardline, indent, type Doc } from "./doc.ts";
import { chain, comparison, element, inParentheses, operand, passIf, refuseIf, returnChain } from "./expressions.ts";
import { membersTest, passing } from "./guard-members.ts";
import { assign, block, call, generic, signature } from "./layouts.ts";
import { literal } from "./literals.ts";
import { comment, importStatements, lines, runtimeName, subjectText } from "./statements.ts";
import { switchStatement } from "./switch.ts";

/** The guards of a namespace's types: of their members, of their positions, of what resource members hold. */
export function* guardSections(module: GuardsModule): Generator<Doc> {
  const { members, objects, resources, runtime } = module;
  yield lines(importStatements(module));
  for (const guard of members) yield membersGuard(guard, runtime);
  for (const guard of objects) yield objectGuard(guard, runtime);
  for (const guard of resources) yield resourceGuard(guard, runtime);
}

function tester(name: string, parameters: readonly Doc[], result: Doc, statements: readonly Doc[]): Doc {
  return block(["export ", signature(name, parameters, result)], statements);
}

function membersGuard(guard: MembersGuard, runtime: RuntimeNames): Doc {
  return guard.open === undefined ? closedGuard(guard, runtime) : openGuard(guard, guard.open, runtime);
}

function closedGuard({ name, subject, type, members, usesDepth }: MembersGuard, runtime: RuntimeNames): Doc {
  const locals = members.flatMap(({ load, local, name: member }) =>
    load === "own"
      ? [[assign(`const ${local}`, " =", call(runtimeName(runtime, "own"), ["o", literal(member)])), ";"]]
      : [],
  );
  const inspected = generic(runtimeName(runtime, "Inspected"), [["keyof ", type]]);
  const parameters = [["o: ", inspected], usesDepth ? "depth: number" : "_depth: number", notesOf(runtime)];
  const whole = operand(call(runtimeName(runtime, "isWhole"), ["notes", "o", "known"]));
  const test = returnChain(chain("&&", [...membersTest(members), whole]));
  return [
    comment(`The members of ${subjectText(subject)}.`),
    tester(name, parameters, "boolean", [...locals, "let known = 0;", test]),
  ];
}

/** Every member has its turn, because what is not declared is looked at too. */
function openGuard(
  { name, subject, type }: MembersGuard,
  { cases, required }: NonNullable<MembersGuard["open"]>,
  runtime: RuntimeNames,
): Doc {
  const use = (each: string): string => runtimeName(runtime, each);
  const isText = [comparison("typeof value", "===", '"string"'), comparison("name", "!==", '"@type"')];
  const dynamic = call(use("isDynamic"), ["name", "value", "depth + 1", use("tagged"), "notes"]);
  const otherwise = passIf(chain("||", [inParentheses("&&", isText.map(operand)), operand(dynamic)], true));
  const branches = cases.map((one) => caseClauses(one, type));
  const last = [hardline, "default:", indent([hardline, otherwise])];
  const loop = block("for (const name in members)", [
    "const value = members[name];",
    ["switch (name) {", indent([branches, last]), hardline, "}"],
    `if (!${use("isNoted")}(notes, o, name)) return false;`,
  ]);
  const statements = [
    `const members = o["constructor"] === ${use("PLAIN")} ? o : ${use("readable")}(o);`,
    ...(required > 0 ? [`let missing = ${required};`] : []),
    loop,
    required > 0 ? `return ${use("isComplete")}(notes, o, missing);` : `return ${use("isClean")}(notes, o);`,
  ];
  const parameters = [`o: ${use("Members")}`, "depth: number", notesOf(runtime)];
  return [
    comment(`The members of ${subjectText(subject)}, which is open.`),
    tester(name, parameters, "boolean", statements),
  ];
}

/** The parameters of a guard that no value passes. */
function unused(runtime: RuntimeNames): string[] {
  return ["_value: unknown", "_depth: number", `_${notesOf(runtime)}`];
}

function notesOf(runtime: RuntimeNames): string {
  return `notes?: ${runtimeName(runtime, "Notes")}`;
}

/** A name that is misspelt does not compile; what is not sent has no place in the type. */
function caseClauses(one: MemberCase, type: string): Doc {
  const key = one.rule === undefined ? "" : ` satisfies keyof ${type}`;
  const statements = [...(one.required ? ["missing -= 1;"] : []), passing(one), "break;"];
  return [
    one.names.map((name) => [hardline, `case ${literal(name)}${key}:`]),
    indent(statements.map((statement) => [hardline, statement])),
  ];
}

function objectGuard(guard: ObjectGuard, runtime: RuntimeNames): Doc {
  const about = comment(`${subjectText(guard.subject)} where it is the declared type.`);
  if (guard.never) return [about, tester(guard.name, unused(runtime), `_value is ${guard.type}`, ["return false;"])];
  const parameters = ["value: unknown", "depth: number", notesOf(runtime)];
  return [about, tester(guard.name, parameters, `value is ${guard.type}`, objectTest(guard, runtime))];
}

function objectTest({ mode, members, cases }: ObjectGuard, runtime: RuntimeNames): Doc[] {
  const depth = runtimeName(runtime, "MAX_DEPTH");
  const isMembers = call(runtimeName(runtime, "isMembers"), ["value"]);
  const hasMembers = operand(call(members, ["value", "depth", "notes"]));
  if (mode === "parameters") {
    const within = comparison("depth", "<=", depth);
    return [returnChain(chain("&&", [operand(within), operand(isMembers), hasMembers]))];
  }
  const refused = beyond(runtime);
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
    result: call(members, ["value", "depth", "notes"]),
  };
}

function resourceGuard({ name, subject, cases }: ResourceGuard, runtime: RuntimeNames): Doc {
  const about = comment(`One item of ${subjectText(subject)}.`);
  if (cases.length === 0) return [about, tester(name, unused(runtime), "boolean", ["return false;"])];
  const found = cases.map(({ tag, members }) => ({
    tags: [literal(tag)],
    result: call(members, ["value", "depth", "notes"]),
  }));
  const statements = [beyond(runtime), switchStatement('value["@odata.type"]', found, "false")];
  return [about, tester(name, ["value: unknown", "depth: number", notesOf(runtime)], "boolean", statements)];
}

/** `if (…) return false;` for what is too deep or no object. */
function beyond(runtime: RuntimeNames): Doc {
  const tooDeep = operand(comparison("depth", ">", runtimeName(runtime, "MAX_DEPTH")));
  const isMembers = call(runtimeName(runtime, "isMembers"), ["value"]);
  return refuseIf(chain("||", [tooDeep, operand(["!", isMembers])], true));
}
