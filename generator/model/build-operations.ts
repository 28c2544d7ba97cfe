import type { Operation } from "../csdl/types.ts";
import { overloadTarget, type ScopedDocument } from "./annotations.ts";
import { factsOfAll, typeUse, type BuildContext } from "./build-types.ts";
import { docsOf, isTagged, terms } from "./facts.ts";
import { resolveName, type Scope } from "./names.ts";
import type { ModelOperation, ModelParameter } from "./types.ts";

/** All overloads by key. Of two with one key, which the checks report, the first stays. */
export function buildOperations(
  documents: readonly ScopedDocument[],
  context: BuildContext,
): Map<string, ModelOperation> {
  const operations = new Map<string, ModelOperation>();
  for (const { document, scope } of documents) {
    for (const { namespace, actions, functions } of document.schemas) {
      for (const node of [...actions, ...functions]) {
        const operation = buildOperation(namespace, node, scope, context);
        if (!operations.has(operation.key)) operations.set(operation.key, operation);
      }
    }
  }
  return operations;
}

function buildOperation(namespace: string, node: Operation, scope: Scope, context: BuildContext): ModelOperation {
  const name = `${namespace}.${node.name}`;
  const target = overloadTarget(namespace, node, scope);
  const binding = bindingOf(node, scope);
  const rest = binding === undefined ? node.parameters : node.parameters.slice(1);
  const parameters = rest.map((parameter): ModelParameter => {
    const facts = factsOfAll(context, [`${target}/${parameter.name}`, `${name}/${parameter.name}`]);
    return {
      name: parameter.name,
      type: typeUse(parameter.type, parameter.facets, scope),
      nullable: parameter.facets.nullable !== false,
      nullableItems: parameter.type.collection && parameter.facets.nullable === true,
      optional: isTagged(facts, terms.optionalParameter),
      docs: docsOf(facts, context.docs),
    };
  });
  const facts = factsOfAll(context, [target, name]);
  const kind = node.kind === "Action" ? "action" : "function";
  return {
    kind,
    key: operationKey(kind, name, binding, parameters),
    name,
    namespace,
    simpleName: node.name,
    docs: docsOf(facts, context.docs),
    at: node.at,
    binding,
    parameters,
    returnType: node.returnType && {
      type: typeUse(node.returnType.type, node.returnType.facets, scope),
      nullable: node.returnType.facets.nullable !== false,
      nullableItems: node.returnType.type.collection && node.returnType.facets.nullable === true,
    },
  };
}

/** What an operation is bound to: the type of its first parameter (CSDL 12.9). */
export function bindingOf(node: Operation, scope: Scope): ModelOperation["binding"] {
  const first = node.isBound ? node.parameters[0] : undefined;
  return first && { type: resolveName(first.type.name, scope), collection: first.type.collection };
}

/** The key of an operation as it stands in a document. */
export function operationKeyOf(namespace: string, node: Operation, scope: Scope): string {
  const binding = bindingOf(node, scope);
  const rest = binding === undefined ? node.parameters : node.parameters.slice(1);
  return operationKey(node.kind === "Action" ? "action" : "function", `${namespace}.${node.name}`, binding, rest);
}

/** `action:ns.name(ns.T)`, `action:ns.name(Collection(ns.T))`, `action:ns.name()`, `function:ns.name(ns.T;p1,p2)`. */
function operationKey(
  kind: "action" | "function",
  name: string,
  binding: ModelOperation["binding"],
  parameters: readonly { readonly name: string }[],
): string {
  const type = binding === undefined ? "" : binding.collection ? `Collection(${binding.type})` : binding.type;
  const names = kind === "function" && parameters.length > 0 ? `;${parameters.map((p) => p.name).join(",")}` : "";
  return `${kind}:${name}(${type}${names})`;
}
