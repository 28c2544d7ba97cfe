import type { ModelOperation } from "../model/types.ts";
import { sortedBy } from "../sort.ts";
import { collectionNames } from "./collection-names.ts";
import { presencesOf } from "./classes.ts";
import { fileFor, runtimeSymbol, typeSymbol, validatorSymbol, type PlanContext } from "./context.ts";
import { exported } from "./export-lists.ts";
import { camel, pascal } from "./identifiers.ts";
import { specifier, type ModuleScope } from "./module-scope.ts";
import { functionNames, operationNamesOf } from "./name-forms.ts";
import { operationFile, operationType } from "./operations.ts";
import type { Portion } from "./portions.ts";
import { runtimeFor } from "./runtime-exports.ts";
import type { StructuredPlan } from "./structured.ts";
import type { ImportPlan, RegistryEntry, RegistryModule } from "./types.ts";

const path = "registry";

/**
 * Validators by qualified name or operation key, and presence: in one file, or in one for each portion where that is too long.
 * @param stars what has the names of the types that can be inferred from it: compilers want to name them by its subpath (TS2742)
 */
export function planRegistry(context: PlanContext, stars: RegistryModule["stars"]): RegistryModule[] {
  const exports = registryExports(context);
  const types = [...context.structured.values()];
  const isLong = types.length + context.operations.length > context.bound;
  const parts = isLong ? registryParts(context) : [];
  if (parts.length > 1) return [...parts, { ...registryOfParts(parts), exports, stars }];
  const make = (scope: ModuleScope): RegistryEntry[] => [
    ...types.map((plan) => typeEntry(plan, context, scope)),
    ...context.operations.map((operation) => operationEntry(operation, context, scope)),
  ];
  return [{ ...registryOf(context, path, make), exports, stars }];
}

function registryOf(
  context: PlanContext,
  file: string,
  make: (scope: ModuleScope) => readonly RegistryEntry[],
): RegistryModule {
  const scope = context.scope(file);
  const entries = make(scope);
  const runtime = { RegistryEntry: scope.use(runtimeSymbol("registry-entry", "RegistryEntry", true)) };
  return {
    kind: "registry",
    path: file,
    imports: scope.imports(),
    parts: [],
    entries,
    exports: [],
    stars: [],
    runtime,
  };
}

/** A registry for each portion, with the same names in it as the whole one. */
function registryParts(context: PlanContext): RegistryModule[] {
  const { structured, operations } = context.portions;
  const fileOf = (portion: Portion<unknown>, kind: string): string => `${path}/${fileFor(context, portion, kind)}`;
  return [...context.namespaces.keys()].flatMap((namespace) => [
    ...structured(namespace).map((portion) =>
      registryOf(context, fileOf(portion, "types"), (scope) =>
        portion.items.map((plan) => typeEntry(plan, context, scope)),
      ),
    ),
    ...operations(namespace).map((portion) =>
      registryOf(context, fileOf(portion, "operations"), (scope) =>
        portion.items.map((operation) => operationEntry(operation, context, scope)),
      ),
    ),
  ]);
}

function registryOfParts(modules: readonly RegistryModule[]): RegistryModule {
  const parts = nameParts(modules.map((module) => module.path));
  const imports = parts.map(({ file, type, value }): ImportPlan => ({
    from: specifier(path, file),
    names: [
      { name: "Registry", as: type, typeOnly: true },
      { name: "registry", as: value, typeOnly: false },
    ],
    namespace: undefined,
  }));
  return { kind: "registry", path, imports, parts, entries: [], exports: [], stars: [], runtime: {} };
}

interface NamedPart {
  readonly file: string;
  readonly type: string;
  readonly value: string;
}

/** What the whole registry calls its parts, by their paths. */
function nameParts(files: readonly string[]): NamedPart[] {
  const taken = new Set<string>();
  return sortedBy(files, (file) => file).map((file) => {
    let type = file.slice(path.length).split(/[/-]/).filter(Boolean).map(pascal).join("");
    while (taken.has(camel(type))) type += "_";
    taken.add(camel(type));
    return { file, type, value: camel(type) };
  });
}

function typeEntry(plan: StructuredPlan, context: PlanContext, scope: ModuleScope): RegistryEntry {
  const { name } = plan.type;
  return {
    key: name,
    presences: presencesOf(plan).map((presence) => ({
      presence,
      type: scope.use(typeSymbol(context, name, presence)),
      is: scope.use(validatorSymbol(context, name, presence, "is")),
      validate: scope.use(validatorSymbol(context, name, presence, "validate")),
      schema: scope.use(validatorSymbol(context, name, presence, "schema")),
    })),
  };
}

function operationEntry(operation: ModelOperation, context: PlanContext, scope: ModuleScope): RegistryEntry {
  const { key } = operation;
  const module = operationFile(context, operation, "operations/validators");
  const { is, validate, schema } = functionNames(operationNamesOf(context.names.of(key)).parameters);
  const use = (name: string): string => scope.use({ module, name, typeOnly: false });
  const type = scope.use(operationType(context, operation, "parameters"));
  return { key, presences: [{ presence: "create", type, is: use(is), validate: use(validate), schema: use(schema) }] };
}

/** The validator of collections, by how 64-bit numbers travel, and what the library has beside it. */
function registryExports(context: PlanContext): RegistryModule["exports"] {
  const { validator } = collectionNames(context.config);
  const collection = { from: "./runtime/collection.js", names: [exported(validator, false, "validateCollection")] };
  return sortedBy([collection, ...runtimeFor(context, "registry")], ({ from }) => from);
}
