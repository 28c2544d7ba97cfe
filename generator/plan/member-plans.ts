import { INHERITED_NAMES } from "../../templates/runtime/own.ts";
import { rules, type Rules } from "../../templates/runtime/presence.ts";
import type { Presence } from "../../templates/runtime/shape.ts";
import {
  enumGuardSymbol,
  enumShapeSymbol,
  guardSymbol,
  resourceGuardSymbol,
  resourceShapeSymbol,
  resourceSymbol,
  runtimeSymbol,
  shapeSymbol,
  typeSymbol,
  valueTypeSymbol,
  type PlanContext,
} from "./context.ts";
import type { ModuleScope, Symbol } from "./module-scope.ts";
import { planPrimitive } from "./primitives.ts";
import type { CallTest, ShapeMember, TestPlan, TypeExpression } from "./types.ts";
import type { MemberPlan, ValuePlan } from "./values.ts";

/** Where a member is written down: the plan, the file, and the type that declares it. */
export interface MemberPlace {
  readonly context: PlanContext;
  readonly scope: ModuleScope;
  /** Qualified name of the declaring type, or operation key. */
  readonly owner: string;
}

/** A type name without arguments. */
export function named(name: string): TypeExpression {
  return { kind: "name", name, arguments: [] };
}

/** A union, flattened where it has one member only. */
export function unionOf(members: readonly TypeExpression[]): TypeExpression {
  const [first] = members;
  return members.length === 1 && first !== undefined ? first : { kind: "union", members };
}

/** The type of one value in a presence, null and absence aside. */
export function valueType(value: ValuePlan, inside: Presence, place: MemberPlace): TypeExpression {
  const { context, scope } = place;
  switch (value.kind) {
    case "primitive": {
      const { type } = planPrimitive(value.type, value.facets, context.config.ieee754Compatible);
      return named("keyword" in type ? type.keyword : `${scope.edm()}.${type.edm}`);
    }
    case "definition":
    case "enum":
      return named(scope.use(valueTypeSymbol(context, value.name)));
    case "object":
      return named(scope.use(typeSymbol(context, value.name, inside, value.unresolved ? "unresolved" : "plain")));
    case "resource":
      return named(scope.use(resourceSymbol(context, place.owner, value.name, inside)));
    case "untyped":
      return named(`${scope.edm()}.Untyped`);
  }
}

/** The whole type of a member: collection, null and `undefined` included. */
export function memberType(member: MemberPlan, presence: Presence, place: MemberPlace): TypeExpression {
  const { collection, nullable, nullableItems, required, inside } = rules(member.facts, presence);
  const one = valueType(member.value, inside, place);
  const nil = named("null");
  const item = nullableItems ? unionOf([one, nil]) : one;
  if (!collection && member.value.kind === "untyped") return one;
  const whole: TypeExpression[] = collection
    ? [{ kind: "array", item }]
    : member.value.kind === "resource"
      ? [one, { kind: "array", item: one }]
      : [one];
  // Where such a member is absent, the one is read that every object has.
  const inherited = required || !INHERITED_NAMES.includes(member.name) ? [] : [named("object")];
  return unionOf([...whole, ...inherited, ...(nullable ? [nil] : []), ...(required ? [] : [named("undefined")])]);
}

/** How a member's value is tested, once absence and null are settled. */
export function memberTest(member: MemberPlan, memberRules: Rules, place: MemberPlace): TestPlan {
  const { value } = member;
  const { context, scope } = place;
  if (value.kind === "resource") {
    const item = scope.use(resourceGuardSymbol(context, place.owner, value.name, memberRules.inside));
    const callee = scope.use(runtimeSymbol("guard", "isOneOrArrayOf"));
    return { kind: "array", callee, item: { kind: "call", callee: item, arguments: [], deep: true, notes: true } };
  }
  const call = callTest(value, memberRules.inside, place);
  if (!memberRules.collection) return typeofTest(value) ?? call();
  const test = call();
  const callee = memberRules.nullableItems ? "isNullableArrayOf" : "isArrayOf";
  return { kind: "array", callee: scope.use(runtimeSymbol("guard", callee)), item: test };
}

/** Strings and Booleans without facets need no function. */
function typeofTest(value: ValuePlan): TestPlan | undefined {
  if (value.kind !== "primitive" && value.kind !== "definition") return undefined;
  if (value.type === "Edm.Boolean") return { kind: "typeof", type: "boolean" };
  return value.type === "Edm.String" && value.facets.maxLength === undefined
    ? { kind: "typeof", type: "string" }
    : undefined;
}

/** The function that tests a value, imported only when asked for. */
function callTest(value: ValuePlan, inside: Presence, place: MemberPlace): () => CallTest {
  const { context, scope } = place;
  const call =
    (symbol: Symbol, args: readonly string[], deep: boolean, notes = false) =>
    (): CallTest => ({
      kind: "call",
      callee: scope.use(symbol),
      arguments: args,
      deep,
      notes,
    });
  switch (value.kind) {
    case "primitive":
    case "definition": {
      const {
        guard,
        arguments: args,
        deep,
      } = planPrimitive(value.type, value.facets, context.config.ieee754Compatible);
      return call(runtimeSymbol(guard.file, guard.name), args, deep);
    }
    case "enum":
      return call(enumGuardSymbol(context, value.name), [], false);
    case "object":
      return call(guardSymbol(context, value.name, inside, value.unresolved ? "unresolved" : "plain"), [], true, true);
    case "untyped":
    case "resource":
      return call(runtimeSymbol("guard", "isUntyped"), [], true);
  }
}

/** A member as the run-time walker reads it. */
export function shapeMember(member: MemberPlan, place: MemberPlace): ShapeMember {
  const { context, scope } = place;
  const { name, value, facts } = member;
  switch (value.kind) {
    case "primitive":
    case "definition": {
      const plan = planPrimitive(value.type, value.facets, context.config.ieee754Compatible);
      const { shape, arguments: args } = plan;
      return {
        name,
        shape: scope.use(runtimeSymbol(shape.file, shape.name)),
        arguments: args.length === 0 ? undefined : args,
        facts,
      };
    }
    case "enum":
      return { name, shape: scope.use(enumShapeSymbol(context, value.name)), arguments: undefined, facts };
    case "object":
      return {
        name,
        shape: scope.use(shapeSymbol(context, value.name, value.unresolved)),
        arguments: undefined,
        facts,
      };
    case "resource": {
      const symbol = resourceShapeSymbol(context, place.owner, value.name);
      return { name, shape: scope.use(symbol), arguments: undefined, facts };
    }
    case "untyped":
      return { name, shape: scope.use(runtimeSymbol("untyped", "untyped")), arguments: undefined, facts };
  }
}
