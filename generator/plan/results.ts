import { COLLECTION, NOT_NULL, NULL_ITEMS, PARAMETER } from "../../templates/runtime/shape.ts";
import type { Model, ModelReturnType } from "../model/types.ts";
import { planValue, type ValuePlan } from "./values.ts";

/** What an operation returns, as the body of a response has it (OData JSON 11 to 13). */
export interface ResultPlan {
  readonly value: ValuePlan;
  /** Bits of `templates/runtime/shape.ts`. */
  readonly facts: number;
  /**
   * `envelope`: an object of the operation's own round the value, judged like parameters; `type`: the structured type's
   * own, or the envelope that all collections of one share; `unknown`: anything, and nothing to judge.
   */
  readonly form: "envelope" | "type" | "unknown";
}

/** Decides how a result is written and judged. In the envelope that collections share, no item is null. */
export function planResult({ type, nullable, nullableItems }: ModelReturnType, model: Model): ResultPlan {
  const value = planValue(type, model);
  const many = type.collection ? COLLECTION : 0;
  if (value.kind === "untyped" && !type.collection) return { value, facts: PARAMETER | NOT_NULL, form: "unknown" };
  if (value.kind === "object" && !(type.collection && nullableItems)) {
    // Without an envelope of its own, nothing says whether there may be null.
    return { value, facts: PARAMETER | NOT_NULL | many, form: "type" };
  }
  const absent = type.collection || !nullable ? NOT_NULL : 0;
  return { value, facts: PARAMETER | many | absent | (nullableItems ? NULL_ITEMS : 0), form: "envelope" };
}
