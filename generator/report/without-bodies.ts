/**
 * The first line of a function's body, or of a constant's value after its type. Emitted text is formatted, so that these
 * stand at the left edge and so does the line that closes them.
 */
const opening =
  /^(?:(?:export )?(?:async )?function\b.* \{|\).* \{|(?:export )?const \w+: .*? = (?:\/\*.*\*\/ )?[\w.]*[{([])$/gm;

const closings: ReadonlyMap<string, string> = new Map([
  ["{", "\n};\n"],
  ["(", "\n);\n"],
  ["[", "\n];\n"],
]);

/**
 * Takes the text of a module, returns it without what consumers never see: the bodies of functions, and the values of
 * constants that have a type. That is most of the text, and reading it would take most of the time. The result may be
 * no TypeScript where the text is not formatted; the reader notices.
 */
export function withoutBodies(text: string): string {
  const kept: string[] = [];
  let from = 0;
  for (const match of text.matchAll(opening)) {
    const [line] = match;
    if (match.index < from) continue;
    const isFunction = line.endsWith(" {") && !/^(?:export )?const /.test(line);
    const end = match.index + line.length;
    const closing = isFunction ? "\n}\n" : (closings.get(line.slice(-1)) ?? "");
    const close = text.indexOf(closing, end);
    if (close < 0) continue;
    kept.push(text.slice(from, isFunction ? end : match.index + line.indexOf(" = ")), isFunction ? "}\n" : ";\n");
    from = close + closing.length;
  }
  kept.push(text.slice(from));
  return kept.join("");
}
