import { presences } from "./classes.ts";
import { runtimeSymbol, type PlanContext } from "./context.ts";
import type { DynamicMembersModule, WireModule } from "./types.ts";

/** What is the same for all types: aliases, the service root, and the terms of each presence. */
export function planWire(context: PlanContext): WireModule {
  const scope = context.scope("wire");
  const namespaces = new Set(context.types.map(({ namespace }) => namespace));
  const aliases = context.model.aliases.filter(({ namespace }) => namespaces.has(namespace));
  const runtime = {
    Wire: scope.use(runtimeSymbol("shape", "Wire", true)),
    Terms: scope.use(runtimeSymbol("validate", "Terms", true)),
    fullDemands: scope.use(runtimeSymbol("demands", "fullDemands")),
  };
  const { serviceRoot } = context.config;
  const ofTypes = presences.map((presence) => ({ name: presence, presence, demanding: presence !== "received" }));
  const terms = [...ofTypes, { name: "result", presence: "received", demanding: true }];
  return { kind: "wire", path: "wire", imports: scope.imports(), aliases, serviceRoot, terms, runtime };
}

/** `dynamicMembers` and `withDynamic`, which know the package's types by their tags. */
export function planDynamicMembers(context: PlanContext): DynamicMembersModule {
  const scope = context.scope("dynamic-members");
  const runtime = {
    namesDeclaredBy: scope.use(runtimeSymbol("declared-names", "namesDeclaredBy")),
    shapeOfTag: scope.use({ module: "tags", name: "shapeOfTag", typeOnly: false }),
  };
  return { kind: "dynamicMembers", path: "dynamic-members", imports: scope.imports(), runtime };
}
