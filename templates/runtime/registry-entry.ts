import type { StandardSchema } from "./standard-schema.js";
import type { Guard, Validator } from "./validate.js";

/** What a registry has for a type in one presence. */
export interface RegistryEntry<T> {
  readonly is: Guard<T>;
  readonly validate: Validator<T>;
  readonly schema: StandardSchema<T>;
}
