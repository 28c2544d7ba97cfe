import type { EnumGuardsModule, RuntimeNames, TaggedModule } from "../plan/types.ts";
import type { Doc } from "./doc.ts";
import { array, assign, block, hugging, object, property, signature } from "./layouts.ts";
import { literal } from "./literals.ts";
import { comment, importStatements, lines, runtimeName, subjectText } from "./statements.ts";
import { returned, switchStatement, tagCases } from "./switch.ts";

/** The guards of enumerations. */
export function enumGuardSections(module: EnumGuardsModule): Doc[] {
  const { enums, runtime } = module;
  return [lines(importStatements(module)), ...enums.map((guard) => enumGuard(guard, runtime))];
}

function enumGuard(guard: EnumGuardsModule["enums"][number], runtime: RuntimeNames): Doc {
  const { name, subject, flags, empty, members } = guard;
  const statement = (parameter: string, body: Doc): Doc => [
    comment(`${subjectText(subject)}.`),
    block(["export ", signature(name, [`${parameter}: unknown`], "boolean")], [body]),
  ];
  if (empty) return statement("_value", "return false;");
  const names = members.map(literal);
  if (!flags)
    return statement("value", switchStatement("value", [{ tags: names, statement: returned("true") }], "false"));
  const list = array(names);
  return statement("value", [
    "return ",
    hugging(runtimeName(runtime, "isFlags"), ["value"], { own: list, hugged: list }),
    ";",
  ]);
}

/** The function that finds a guard by its tag, and the object that hands it on. */
export function taggedSections(module: TaggedModule): Doc[] {
  const { presence, cases, runtime, renamed } = module;
  const wire = runtimeName(runtime, "wire");
  const value = object([renamed ? property("wire", wire) : wire, "find"]);
  const found = tagCases(cases, (members) => members);
  return [
    lines(importStatements(module)),
    [
      comment("The guards of the package's types by tag, for dynamic members of open types."),
      assign(`export const ${presence}Guards: ${runtimeName(runtime, "TaggedGuards")}`, " =", value),
      ";",
    ],
    block(signature("find", ["tag: string"], foundType(runtime)), [switchStatement("tag", found, "undefined")]),
  ];
}

function foundType(runtime: RuntimeNames): Doc {
  const [members, notes] = ["Members", "Notes"].map((name) => runtimeName(runtime, name));
  return `((o: ${members}, depth: number, notes?: ${notes}) => boolean) | undefined`;
}
