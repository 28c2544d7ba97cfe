import { BindgenError } from "../errors.ts";
import type { Model, ModelOperation, StructuredModelType, TypeUse } from "../model/types.ts";
import { sortedBy } from "../sort.ts";
import { concreteDerived, forGenerate, isDistinguished, largeUnions, unionSize } from "./large-unions.ts";
import { resolveRoots } from "./resolve-roots.ts";
import { unreachedTypes } from "./unreached-types.ts";
import type { Reason, Root, Slice, SlicedType, Taken, Tolerance } from "./types.ts";

export interface SliceOptions {
  readonly roots: readonly string[] | "all";
  readonly derived: ReadonlyMap<string, "none" | "all">;
  readonly tolerant?: Tolerance | undefined;
}

/** A step of the walk: something to take in, as used or as base type only, and why. */
interface Step {
  readonly target: string;
  readonly as: "used" | "base" | "operation";
  readonly reason: Reason;
}

/**
 * Everything that the roots reach: members, base types, operations bound to what is in with their parameters and
 * return types, and the derived types of whatever is used as a type (never of what is reached as a base type only).
 * The walk goes breadth first in code-unit order, so the reasons are the shortest ones and do not depend on the order
 * of the document.
 * @throws BindgenError `usage` for roots that do not exist, `unsupported` for unions above the limit.
 */
export function sliceModel(model: Model, options: SliceOptions): Slice {
  const { tolerant, derived } = options;
  const { roots, missing } = resolveRoots(options.roots, model, tolerant === "all");
  const walk = walkFrom(roots, model, derived);
  const large = tolerant === "all" ? [] : largeUnions({ model, types: walk.types }, derived);
  if (tolerant === undefined && large.length > 0) throw new BindgenError("unsupported", large);
  const types = sortedBy(walk.types, ([name]) => name).map(([name, taken]): [string, SlicedType] => {
    const variants = concreteDerived(name, model).filter((variant) => walk.types.has(variant));
    const members = unionSize(name, variants, model);
    return [name, { ...taken, variants, distinguished: isDistinguished(taken, members, derived.get(name)) }];
  });
  const operations = sortedBy(walk.operations, ([key]) => key);
  const unreached = tolerant === "all" ? [] : unreachedTypes(model, walk.types);
  const warnings = [...large.map(forGenerate), ...unreached];
  return { model, roots, missing, types: new Map(types), operations: new Map(operations), warnings };
}

interface Walk {
  readonly types: Map<string, Taken>;
  readonly operations: Map<string, Reason>;
}

function walkFrom(roots: readonly Root[], model: Model, derived: SliceOptions["derived"]): Walk {
  const walk: Walk = { types: new Map(), operations: new Map() };
  let wave = roots.map(({ asked, kind, target }): Step => {
    return { target, as: kind === "operation" ? "operation" : "used", reason: { kind: "root", asked } };
  });
  while (wave.length > 0) {
    const next = wave
      .flatMap((step) => take(step, walk, model, derived))
      .map((step) => ({ step, key: JSON.stringify([step.target, step.as, step.reason]) }));
    wave = sortedBy(next, ({ key }) => key).map(({ step }) => step);
  }
  return walk;
}

/** Takes one thing in and returns the steps that follow from it; nothing if it is in already. */
function take(step: Step, walk: Walk, model: Model, derived: SliceOptions["derived"]): Step[] {
  const { target, as, reason } = step;
  if (as === "operation") {
    const operation = walk.operations.has(target) ? undefined : model.operations.get(target);
    if (operation === undefined) return [];
    walk.operations.set(target, reason);
    return operationSteps(operation);
  }
  const type = model.types.get(target);
  if (type === undefined) return [];
  const earlier = walk.types.get(target);
  const used = as === "used";
  if (earlier !== undefined && (earlier.used || !used)) return [];
  walk.types.set(target, { reason: earlier?.reason ?? reason, used });
  const structured = type.kind === "entity" || type.kind === "complex" ? type : undefined;
  const first = earlier !== undefined ? [] : structured === undefined ? [] : typeSteps(structured, model);
  const underlying = used && derived.get(target) !== "none" ? derivedSteps(target, model) : [];
  return [...first, ...underlying];
}

function typeSteps(type: StructuredModelType, model: Model): Step[] {
  const { name, base, members } = type;
  const steps = members.flatMap((member): Step[] => [
    {
      ...use(member.type, { kind: "member", from: name, member: member.name }),
      as: member.unresolvedDiscriminator ? "base" : "used",
    },
    ...(member.resourceUnion?.types ?? []).map((target): Step => ({
      target,
      as: "used",
      reason: { kind: "union", from: name, member: member.name },
    })),
  ]);
  if (base !== undefined) steps.push({ target: base, as: "base", reason: { kind: "base", from: name } });
  for (const target of model.bound.get(name) ?? []) {
    steps.push({ target, as: "operation", reason: { kind: "bound", from: name } });
  }
  return steps;
}

function derivedSteps(name: string, model: Model): Step[] {
  return (model.derived.get(name) ?? []).map((target): Step => {
    return { target, as: "used", reason: { kind: "derived", from: name } };
  });
}

function operationSteps({ key, binding, parameters, returnType }: ModelOperation): Step[] {
  const steps = parameters.map(({ name, type }) => use(type, { kind: "parameter", from: key, member: name }));
  if (returnType !== undefined) steps.push(use(returnType.type, { kind: "return", from: key }));
  if (binding !== undefined) steps.push({ target: binding.type, as: "base", reason: { kind: "parameter", from: key } });
  return steps;
}

function use(type: TypeUse, reason: Reason): Step {
  return { target: type.name, as: "used", reason };
}
