import type { GuardsModule, MembersGuard, ObjectGuard, ResourceGuard, RuntimeNames } from "../plan/types.ts";
import type { Doc } from "./doc.ts";
import { chain, comparison, element, inParentheses, operand, refuseIf, returnChain } from "./expressions.ts";
import { membersTest } from "./guard-members.ts";
import { assign, assignWhole, block, call, generic, signature } from "./layouts.ts";
import { literal } from "./literals.ts";
import { comment, importStatements, lines, runtimeName, subjectText } from "./statements.ts";
import { switchStatement } from "./switch.ts";

/** The guards of a namespace's types: of their members, of their positions, of what resource members hold. */
export function* guardSections(module: GuardsModule): Generator<Doc> {
  const { members, objects, resources, runtime } = module;
  yield lines(importStatements(module));
  for (const guard of members) {
    yield membersGuard(guard, runtime);
    yield* openGuard(guard, runtime);
  }
  for (const guard of objects) yield objectGuard(guard, runtime);
  for (const guard of resources) yield resourceGuard(guard, runtime);
}

function membersGuard(guard: MembersGuard, runtime: RuntimeNames): Doc {
  const { name, own, subject, type, usesDepth, empty } = guard;
  const about = comment(`The declared members of ${subjectText(subject)}.`);
  const inspected = generic(runtimeName(runtime, "Inspected"), [["keyof ", type]]);
  if (empty) return [about, tester(name, [["_o: ", inspected], "_depth: number"], ["return true;"])];
  const locals = own.map((member) => [
    assign(`const ${member.local}`, " =", call(runtimeName(runtime, "own"), ["o", literal(member.name)])),
    ";",
  ]);
  const parameters = [["o: ", inspected], usesDepth ? "depth: number" : "_depth: number"];
  return [about, tester(name, parameters, [...locals, membersTest(guard)])];
}

function tester(name: string, parameters: readonly Doc[], statements: readonly Doc[]): Doc {
  return block(["export ", signature(name, parameters, "boolean")], statements);
}

/** The guard that looks at dynamic members too, and the names that it passes over. */
function openGuard({ name, subject, type, open }: MembersGuard, runtime: RuntimeNames): Doc[] {
  if (open === undefined) return [];
  const dynamic = call(runtimeName(runtime, "isDynamic"), [
    "o",
    open.declared,
    "depth",
    runtimeName(runtime, "tagged"),
  ]);
  const parameters = [["o: ", generic(runtimeName(runtime, "Inspected"), [["keyof ", type]])], "depth: number"];
  const both = chain("&&", [operand(call(name, ["o", "depth"])), operand(dynamic)]);
  return [
    [
      comment(`All members of ${subjectText(subject)}, which is open.`),
      tester(open.name, parameters, [returnChain(both)]),
    ],
    [assignWhole(`const ${open.declared}`, " =", literal(open.names)), ";"],
  ];
}

function objectGuard(guard: ObjectGuard, runtime: RuntimeNames): Doc {
  const about = comment(`${subjectText(guard.subject)} where it is the declared type.`);
  if (guard.never) return [about, tester(guard.name, ["_value: unknown", "_depth: number"], ["return false;"])];
  return [about, tester(guard.name, ["value: unknown", "depth: number"], objectTest(guard, runtime))];
}

function objectTest({ mode, type, members, cases }: ObjectGuard, runtime: RuntimeNames): Doc[] {
  const depth = runtimeName(runtime, "MAX_DEPTH");
  const isObject = call(generic(runtimeName(runtime, "isObject"), [["keyof ", type]]), ["value"]);
  const hasMembers = operand(call(members, ["value", "depth"]));
  if (mode === "parameters") {
    const annotations = call(runtimeName(runtime, "annotations"), ["value"]);
    const within = comparison("depth", "<=", depth);
    return [returnChain(chain("&&", [operand(within), operand(isObject), operand(annotations), hasMembers]))];
  }
  const control = call(runtimeName(runtime, "control"), ["value"]);
  const refused = refuseIf(
    chain("||", [operand(comparison("depth", ">", depth)), operand(["!", isObject]), operand(["!", control])], true),
  );
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
  const isObject = call(generic(runtimeName(runtime, "isObject"), [['"@odata.type"']]), ["value"]);
  const found = cases.map(({ tag, guard }) => ({ tags: [literal(tag)], result: call(guard, ["value", "depth"]) }));
  const statements = [refuseIf(["!", isObject]), switchStatement('value["@odata.type"]', found, "false")];
  return [about, tester(name, ["value: unknown", "depth: number"], statements)];
}
