import { presences, presencesOf } from "./classes.ts";
import { folderOf, runtimeSymbol, typeSymbol, validatorSymbol, type PlanContext } from "./context.ts";
import { functionNames, operationNamesOf } from "./name-forms.ts";
import { operationType } from "./operations.ts";
import type { DynamicMembersModule, RegistryEntry, RegistryModule, WireModule } from "./types.ts";

/** Validators by qualified name or operation key, and presence. */
export function planRegistry(context: PlanContext): RegistryModule {
  const scope = context.scope("registry");
  const types = [...context.structured.values()].map((plan): RegistryEntry => {
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
  });
  const operations = context.operations.map((operation): RegistryEntry => {
    const { key, namespace } = operation;
    const module = `${folderOf(context, namespace)}/operations/validators`;
    const { is, validate, schema } = functionNames(operationNamesOf(context.names.of(key)).parameters);
    const use = (name: string): string => scope.use({ module, name, typeOnly: false });
    const type = scope.use(operationType(context, operation, "parameters"));
    return {
      key,
      presences: [{ presence: "create", type, is: use(is), validate: use(validate), schema: use(schema) }],
    };
  });
  const { ieee754Compatible } = context.config;
  const runtime = { RegistryEntry: scope.use(runtimeSymbol("registry-entry", "RegistryEntry", true)) };
  return {
    kind: "registry",
    path: "registry",
    imports: scope.imports(),
    entries: [...types, ...operations],
    ieee754Compatible,
    runtime,
  };
}

/** What is the same for all types: aliases, the service root, and the terms of each presence. */
export function planWire(context: PlanContext): WireModule {
  const scope = context.scope("wire");
  const namespaces = new Set(context.types.map(({ namespace }) => namespace));
  const aliases = context.model.aliases.filter(({ namespace }) => namespaces.has(namespace));
  const runtime = {
    Wire: scope.use(runtimeSymbol("shape", "Wire", true)),
    Terms: scope.use(runtimeSymbol("validate", "Terms", true)),
  };
  const { serviceRoot } = context.config;
  return { kind: "wire", path: "wire", imports: scope.imports(), aliases, serviceRoot, presences, runtime };
}

/** `dynamicMembers` and `withDynamic`, which know the package's types by their tags. */
export function planDynamicMembers(context: PlanContext): DynamicMembersModule {
  const scope = context.scope("dynamic-members");
  const runtime = {
    declaredNames: scope.use(runtimeSymbol("declared-names", "declaredNames")),
    shapeOfTag: scope.use({ module: "tags", name: "shapeOfTag", typeOnly: false }),
  };
  return { kind: "dynamicMembers", path: "dynamic-members", imports: scope.imports(), runtime };
}
