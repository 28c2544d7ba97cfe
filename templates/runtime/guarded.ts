/**
 * Runs a guard from the root (depth 1). A getter or Proxy that throws makes the answer false: guards never throw.
 */
export function guarded(check: (value: unknown, depth: number) => boolean, value: unknown): boolean {
  try {
    return check(value, 1);
  } catch {
    return false;
  }
}
