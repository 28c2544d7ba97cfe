/** Namespace and simple name of a qualified name. */
export function splitName(name: string): readonly [namespace: string, simpleName: string] {
  const dot = name.lastIndexOf(".");
  return [name.slice(0, Math.max(dot, 0)), name.slice(dot + 1)];
}
