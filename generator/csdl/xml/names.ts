/*
 * XML 2.3, productions 4 and 4a, without the colon. U+1680 and U+FEFF are left out: XML 1.0 (fifth edition) lets them
 * stand in names, the parser behind the guard takes them for white space, and no CSDL name can hold them.
 */
const start =
  "A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u167F\\u1681-\\u1FFF\\u200C\\u200D" +
  "\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFEFE\\uFF00-\\uFFFD\\u{10000}-\\u{EFFFF}";
const part = `${start}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040`;

// In steps: the engine keeps a way back for each character beyond the basic plane, and runs out of room for them.
const step = 256;
const beginning = new RegExp(`[:${start}][:${part}]{0,${step - 1}}`, "uy");
const continuation = new RegExp(`[:${part}]{1,${step}}`, "uy");
const startCharacter = new RegExp(`[${start}]`, "uy");

/** The XML name that begins at `at`, colons included; undefined where none does. */
export function nameAt(text: string, at: number): string | undefined {
  beginning.lastIndex = at;
  const name = beginning.exec(text)?.[0];
  if (name === undefined || name.length < step) return name;
  let end = at + name.length;
  for (continuation.lastIndex = end; continuation.test(text); end = continuation.lastIndex);
  return text.slice(at, end);
}

/** Whether a name has at most one colon, between two names (Namespaces in XML 1.0, section 4). */
export function isQName(name: string): boolean {
  const colon = name.indexOf(":");
  if (colon === -1) return true;
  startCharacter.lastIndex = colon + 1;
  return colon > 0 && startCharacter.test(name) && !name.includes(":", colon + 1);
}

/** `[prefix, local name]`; the prefix of a name without a colon is "". */
export function splitQName(name: string): readonly [prefix: string, local: string] {
  const colon = name.indexOf(":");
  return colon === -1 ? ["", name] : [name.slice(0, colon), name.slice(colon + 1)];
}
