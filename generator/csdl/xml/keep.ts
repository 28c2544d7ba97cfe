/**
 * One string for all that are equal, and a copy: engines make a part of a text a window into that text, which keeps all
 * of it in memory as long as the part is in use.
 */
export function keeper(): (value: string) => string {
  const kept = new Map<string, string>();
  return (value) => {
    const known = kept.get(value);
    if (known !== undefined) return known;
    const copy = Buffer.from(value).toString();
    kept.set(copy, copy);
    return copy;
  };
}
