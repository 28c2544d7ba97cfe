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
import { passing } from "./guard-members.ts";
import { block, call, signature } from "./layouts.ts";
import { literal } from "./literals.ts";
import { comment, importStatements, lines, runtimeName, subjectText } from "./statements.ts";
import { switchStatement, tagCases } from "./switch.ts";

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

/** A guard of members that several others ask. */
function membersGuard(guard: MembersGuard, runtime: RuntimeNames): Doc {
  const { name, subject, open, usesDepth } = guard;
  const about = comment(`The members of ${subjectText(subject)}${open ? ", which is open" : ""}.`);
  const object = `value: ${runtimeName(runtime, "Members")}`;
  const parameters = [object, usesDepth ? "depth: number" : "_depth: number", notesOf(runtime)];
  return [about, tester(name, parameters, "boolean", membersBody(guard, runtime))];
}

/** Every member has its turn, so that what is not declared is looked at too. */
function membersBody({ type, skipped, cases, required, open, ownOnly }: MembersGuard, runtime: RuntimeNames): Doc[] {
  const use = (each: string): string => runtimeName(runtime, each);
  const otherwise = open ? dynamicPasses(runtime) : passIf(call(use("isUndeclared"), ["name", "member", "notes"]));
  const free = [skipped.map((name) => [hardline, `case ${literal(name)}:`]), indent([hardline, "continue;"])];
  const branches = cases.map((one) => caseClauses(one, type));
  const last = [hardline, "default:", indent([hardline, otherwise])];
  const loop = block("for (const name in members)", [
    "const member = members[name];",
    ["switch (name) {", indent([free, branches, last]), hardline, "}"],
    `if (!${use("isNoted")}(notes, value, name)) return false;`,
  ]);
  return [
    `const members = ${ownOnly ? "" : `value["constructor"] === ${use("PLAIN")} ? value : `}${use("readable")}(value);`,
    ...(required > 0 ? [`let missing = ${required};`] : []),
    loop,
    required > 0 ? `return ${use("isComplete")}(notes, value, missing);` : `return ${use("isClean")}(notes, value);`,
  ];
}

/** Most of what comes under other names is text: annotations, or dynamic members that need no look. */
function dynamicPasses(runtime: RuntimeNames): Doc {
  const isText = [comparison("typeof member", "===", '"string"'), comparison("name", "!==", '"@type"')];
  const tagged = runtimeName(runtime, "tagged");
  const dynamic = call(runtimeName(runtime, "isDynamic"), ["name", "member", "depth + 1", tagged, "notes"]);
  return passIf(chain("||", [inParentheses("&&", isText.map(operand)), operand(dynamic)], true));
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

function objectTest({ mode, members, whole, cases, untagged }: ObjectGuard, runtime: RuntimeNames): Doc[] {
  if (whole !== undefined) return wholeTest(whole, cases, runtime);
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
      return [refused, switchStatement('value["@odata.type"]', tagCases(cases, judged, untagged), "false")];
  }
}

/** One type may stand there, and nobody else asks for its members. */
function wholeTest(guard: MembersGuard, cases: ObjectGuard["cases"], runtime: RuntimeNames): Doc[] {
  const tags = ["undefined", ...cases.flatMap((one) => one.tags.map(literal))];
  const tagTest = switchStatement('value["@odata.type"]', [{ tags, statement: "break;" }], "false");
  return [beyond(runtime), tagTest, ...membersBody(guard, runtime)];
}

const judged = (members: string): Doc => call(members, ["value", "depth", "notes"]);

function resourceGuard({ name, subject, cases }: ResourceGuard, runtime: RuntimeNames): Doc {
  const about = comment(`One item of ${subjectText(subject)}.`);
  if (cases.length === 0) return [about, tester(name, unused(runtime), "boolean", ["return false;"])];
  const statements = [beyond(runtime), switchStatement('value["@odata.type"]', tagCases(cases, judged), "false")];
  return [about, tester(name, ["value: unknown", "depth: number", notesOf(runtime)], "boolean", statements)];
}

/** `if (…) return false;` for what is too deep or no object. */
function beyond(runtime: RuntimeNames): Doc {
  const tooDeep = operand(comparison("depth", ">", runtimeName(runtime, "MAX_DEPTH")));
  const isMembers = call(runtimeName(runtime, "isMembers"), ["value"]);
  return refuseIf(chain("||", [tooDeep, operand(["!", isMembers])], true));
}
