import { type Random, shuffled } from "../determinism/random.ts";
import type { Tree } from "../golden/tree.ts";

/** A fault planted in emitted code. */
export interface Planted {
  /** Where, and what it is. */
  readonly label: string;
  readonly files: Tree;
}

interface Fault {
  readonly label: string;
  readonly finds: RegExp;
  readonly puts: string;
}

const nullItems =
  "((list, d, is) => Array.isArray(list) && list.every((one) => one === null || is(one, d)))(o.$1, depth + 1, ";

/** Faults that a generator may have: each changes what some payload is judged as. Untyped members may hold anything. */
const faults: readonly Fault[] = [
  { label: "null refused where it is allowed", finds: / == null \|\|/, puts: " === undefined ||" },
  { label: "null allowed where it is refused", finds: / === undefined \|\|/, puts: " == null ||" },
  {
    label: "may be absent",
    finds: /^ {4}(is(?!Untyped)\w+\((o\.\w+)(?:, .*)?\))(?= &&$|$)/,
    puts: "    ($2 === undefined || $1)",
  },
  {
    label: "a member not looked at",
    finds: /^ {4}(?:\(o\.|is(?!Untyped)\w+\(o\.|check\w+\(o\.).*(?= &&$)/,
    puts: "    true",
  },
  { label: "items may be null", finds: /\bis(?:Array|List)Of\(o\.(\w+), depth \+ 1, (?=\w)/, puts: nullItems },
  { label: "a tag too few", finds: /^ {4}case "#.*\n(?= {4}case|.*return)/, puts: '    case "#nobody":\n' },
  {
    label: "a tag not needed",
    finds: /(?<=^ {2}switch \(value\["@odata\.type"\]\) \{\n) {4}case "#/,
    puts: '    case undefined:\n    case "#',
  },
  { label: "fewer integers", finds: /\bisInt32\((o\.\w+)\)/, puts: "(isInt32($1) && Math.abs($1) < 1e6)" },
  { label: "a longer text", finds: /(isString\(\w+\.\w+, )(\d+)/, puts: "$19$2" },
  { label: "a member of an enumeration too few", finds: /^ {4}case "\w+":\n(?= {4}case)/, puts: "" },
];

/** Every fault that the guards of a package have room for, in an order by chance. */
export function plantings(name: string, files: Tree, random: Random): readonly Planted[] {
  const guards = [...files].filter(([path]) => /\/guards\/\w+\.ts$/.test(path));
  const found = guards.flatMap(([path, text]) =>
    faults.flatMap(({ label, finds, puts }) =>
      [...text.matchAll(new RegExp(finds.source, "gm"))].map(({ index }) => {
        const line = text.slice(0, index).split("\n").length;
        const changed = replacedAt(text, index, finds, puts);
        return { label: `${name}/${path}:${line} ${label}`, files: new Map([...files, [path, changed]]) };
      }),
    ),
  );
  return shuffled(found, random);
}

/** What stands around the piece may matter to the expression, so the whole text is searched. */
function replacedAt(text: string, index: number, finds: RegExp, puts: string): string {
  const there = new RegExp(finds.source, "my");
  there.lastIndex = index;
  const changed = text.replace(there, puts);
  if (changed === text) throw new Error(`nothing planted by ${finds.source}`);
  return changed;
}
