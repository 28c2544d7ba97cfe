import type {
  FactoriesModule,
  FactoryItem,
  OperationValidatorsModule,
  PartitionItem,
  ResultItem,
  RuntimeNames,
  ValidatorItem,
  ValidatorsModule,
} from "../plan/types.ts";
import { typeDoc } from "./declarations.ts";
import type { Doc } from "./doc.ts";
import { assign, assignWhole, block, call, generic, object, property, signature } from "./layouts.ts";
import { literal } from "./literals.ts";
import { aliasStatements, comment, importStatements, lines, runtimeName, subjectText } from "./statements.ts";

/** The public functions of types: those that are declared here, those that are another's by name. */
export function* validatorSections(module: ValidatorsModule): Generator<Doc> {
  const { items, aliases, runtime } = module;
  yield lines([...importStatements(module), ...aliasStatements(aliases)]);
  for (const item of items) yield* validatorFunctions(item, runtime);
}

/** The public functions of operations. */
export function* operationValidatorSections(module: OperationValidatorsModule): Generator<Doc> {
  const { items, results, runtime } = module;
  yield lines(importStatements(module));
  for (const item of items) yield* validatorFunctions(item, runtime);
  for (const item of results) yield resultValidator(item, runtime);
}

function validatorFunctions(item: ValidatorItem, runtime: RuntimeNames): Doc[] {
  const { type, check, shape, terms, partition } = item;
  const use = (name: string): string => runtimeName(runtime, name);
  const article = `${subjectText(item.subject)}${item.words}`;
  const functions = [
    [comment(`Whether the value is ${article} in canonical form. Never throws.`), guard(item)],
    [
      comment(`Judges ${article}: the canonical value with warnings, or what is wrong with it. Never throws.`),
      declared(item.validate, [value, options(use("ValidateOptions"))], generic(use("Validation"), [type]), [
        "return ",
        call(use("validate"), [check, shape, terms, "value", "options"]),
      ]),
    ],
    [
      comment(`Throws an \`ODataValidationError\` unless the value is ${article} in canonical form.`),
      declared(
        item.assert,
        [value],
        `asserts value is ${type}`,
        call(use("assertValid"), [check, shape, terms, "value"]),
      ),
    ],
    [
      comment(
        `Returns the value in canonical form; throws an \`ODataValidationError\` if it is not a valid ${article}.`,
      ),
      declared(item.parse, [value], type, ["return ", call(use("parse"), [check, shape, terms, "value"])]),
    ],
    [comment(`${article} as a Standard Schema.`), schemaConstant(item, runtime)],
  ];
  return partition === undefined ? functions : [...functions, partitionFunction(item, partition, runtime)];
}

/** Getters and proxies may throw, guards never do. */
function guard({ is, type, check }: ValidatorItem): Doc {
  const judged = block("try", [["return ", call(check, ["value", "1"]), ";"]]);
  const thrown = block(" catch", ["return false;"]);
  return block(["export ", signature(is, [value], `value is ${type}`)], [[judged, thrown]]);
}

const value = "value: unknown";

function options(type: string): string {
  return `options?: ${type}`;
}

function declared(name: string, parameters: readonly Doc[], result: Doc, statement: Doc): Doc {
  return block(["export ", signature(name, parameters, result)], [[statement, ";"]]);
}

function schemaConstant({ schema, type, check, shape, terms }: ValidatorItem, runtime: RuntimeNames): Doc {
  const left = [`export const ${schema}: `, generic(runtimeName(runtime, "StandardSchema"), [type])];
  return [assign(left, " =", pure(runtimeName(runtime, "standardSchema"), [check, shape, terms])), ";"];
}

/** A call that bundlers may drop. */
function pure(callee: string, args: readonly Doc[]): Doc {
  return ["/* @__PURE__ */ ", call(callee, args)];
}

function partitionFunction({ subject, words, terms }: ValidatorItem, item: PartitionItem, runtime: RuntimeNames): Doc {
  // A name, alone or beside `null`, is never broken.
  const result = [item.result, "<", typeDoc(item.item), ">"];
  return [
    comment(`Divides the items of ${subjectText(subject)}${words} into valid ones and the others. Never throws.`),
    declared(item.name, [value, options(runtimeName(runtime, "ValidateOptions"))], result, [
      "return ",
      call(item.maker, [item.check, item.shape, terms, "value", "options"]),
    ]),
  ];
}

function resultValidator({ subject, name, type, maker, argument }: ResultItem, runtime: RuntimeNames): Doc {
  const left = [`export const ${name}: `, generic(runtimeName(runtime, "Validator"), [typeDoc(type)])];
  const made = pure(maker, [argument]);
  const constant = argument.length > shortArgument ? assign(left, " =", made) : assignWhole(left, " =", made);
  return [
    comment(`Judges what ${subjectText(subject)} returns. Never throws.`),
    maker === "" ? assign(left, " =", argument) : constant,
    ";",
  ];
}

/** A call whose one argument has at most this length is not broken at its parentheses, a quarter of a line. */
const shortArgument = 30;

/** Factories: those that are declared here, those that are another's by name. */
export function factorySections(module: FactoriesModule): Doc[] {
  const { items, aliases } = module;
  return [lines([...importStatements(module), ...aliasStatements(aliases)]), ...items.map(factory)];
}

function factory({ name, subject, init, initRequired, result, tag }: FactoryItem): Doc {
  const made = ["return ", object(["...init", property("@odata.type", literal(tag), true)])];
  return [
    comment(`${subjectText(subject)} with its discriminator filled in.`),
    declared(name, [`init${initRequired ? "" : "?"}: ${init}`], result, made),
  ];
}
