import type { Check } from "./guard.js";

/** Runs a guard from the root (depth 1). A getter or Proxy that throws makes the answer false: guards never throw. */
export function guarded<T>(check: Check<T>, value: unknown): value is T {
  try {
    return check(value, 1);
  } catch {
    return false;
  }
}
