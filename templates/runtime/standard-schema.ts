import type { Check } from "./guard.js";
import type { ObjectShape } from "./shape.js";
import { type Terms, validate, type Validation } from "./validate.js";

/**
 * A schema that libraries of many kinds accept (Standard Schema 1.0, standardschema.dev). Its input has the type of its
 * output: forms and clients of procedures read from it what they have to hand over. Judged is whatever comes.
 */
export interface StandardSchema<T> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => StandardResult<T>;
    readonly types?: { readonly input: T; readonly output: T } | undefined;
  };
}

/** The value, or what is wrong with it. */
export type StandardResult<T> =
  { readonly value: T; readonly issues?: undefined } | { readonly issues: readonly StandardIssue[] };

/** One thing that is wrong, and where. */
export interface StandardIssue {
  readonly message: string;
  readonly path?: readonly PropertyKey[] | undefined;
}

/** Takes a guard, the shape of the same type and its terms, returns the schema; only errors become issues. */
export function standardSchema<T>(check: Check<T>, shape: ObjectShape, terms: Terms): StandardSchema<T> {
  return {
    "~standard": {
      version: 1,
      vendor: "odata-bindgen",
      validate: (value) => toStandard(validate(check, shape, terms, value)),
    },
  };
}

function toStandard<T>(result: Validation<T>): StandardResult<T> {
  return result.ok ? { value: result.value } : { issues: result.issues.filter(({ severity }) => severity === "error") };
}
