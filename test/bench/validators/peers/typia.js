// typia: interfaces of the model, from which its transformer writes the functions when TypeScript compiles them.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { transform } from "typia/lib/transform";
import ts from "typescript";

/** As every peer; the folder is one from which typia can be found. */
export function write({ ir, roots, withValidate, folder }) {
  const text = [
    'import typia, { type tags } from "typia";',
    ...Object.entries(ir.objects).map(([name, type]) => interfaces(name, type)),
    ...Object.entries(ir.positions).map(([name, position]) => `type ${name} = ${unionOf(position)};`),
    ...roots.flatMap((root) => [
      `export const is_${root} = typia.createIs<${root}>();`,
      ...(withValidate ? [`export const validate_${root} = typia.createValidate<${root}>();`] : []),
    ]),
  ].join("\n");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "typia-input.ts");
  writeFileSync(file, text);
  return compiled(file);
}

/** An object type without its tag, where the tag may be missing, and where it may not. */
function interfaces(name, { tag, members }) {
  const lines = members.map((one) => `${JSON.stringify(one.name)}${one.required ? "" : "?"}: ${typeOf(one.value)};`);
  return [
    `interface ${name}Members { "@type"?: undefined; ${lines.join(" ")} }`,
    `interface ${name} extends ${name}Members { "@odata.type"?: ${JSON.stringify(tag)}; }`,
    `interface ${name}Tagged extends ${name}Members { "@odata.type": ${JSON.stringify(tag)}; }`,
  ].join("\n");
}

function unionOf({ untagged, cases }) {
  return cases.map((name) => (name === untagged ? name : `${name}Tagged`)).join(" | ");
}

function typeOf(value) {
  switch (value.kind) {
    case "any":
      return "unknown";
    case "boolean":
    case "string":
      return value.kind;
    case "integer":
      return `(number & tags.Type<"${value.maximum === 2 ** 31 - 1 ? "int32" : "int64"}">)`;
    case "enum":
      return `(${value.members.map((member) => JSON.stringify(member)).join(" | ")})`;
    case "text":
      return `(string & tags.Pattern<${JSON.stringify(value.pattern)}>)`;
    case "ref":
      return value.name;
    case "list":
      return `Array<${typeOf(value.items)}>`;
    case "one-or-list":
      return `(${typeOf(value.items)} | Array<${typeOf(value.items)}>)`;
    case "nullable":
      return `(${typeOf(value.value)} | null)`;
    default:
      throw new Error(`no type for ${value.kind}`);
  }
}

function compiled(file) {
  const options = {
    strict: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    skipLibCheck: true,
    types: [],
  };
  const program = ts.createProgram([file], options);
  const found = [...ts.getPreEmitDiagnostics(program)];
  const texts = [];
  const extras = { addDiagnostic: (diagnostic) => found.push(diagnostic) };
  const before = [transform(program, {}, extras)];
  program.emit(undefined, (_, text) => texts.push(text), undefined, false, { before });
  if (found.length > 0) throw new Error(found.map(({ messageText }) => JSON.stringify(messageText)).join("\n"));
  return texts[0];
}
