/** The path of a change in two: the type, operation or key of the configuration, and what is named within it. */
export function divide(path: string): { readonly owner: string; readonly rest: string } {
  const slash = path.indexOf("/");
  return slash === -1 ? { owner: path, rest: "" } : { owner: path.slice(0, slash), rest: path.slice(slash + 1) };
}

/** Types of the namespace that a type or an operation is in, by their simple names. */
export function shortened(value: string, owner: string): string {
  const qualified = /^(?:\w+:)?([^(]*)/.exec(owner)?.[1] ?? "";
  const prefix = qualified.slice(0, qualified.lastIndexOf(".") + 1);
  if (prefix === "") return value;
  const parts = value.split(/([\p{L}\p{N}_.]+)/u);
  const own = (part: string): boolean => part.startsWith(prefix) && !part.slice(prefix.length).includes(".");
  return parts.map((part) => (own(part) ? part.slice(prefix.length) : part)).join("");
}
