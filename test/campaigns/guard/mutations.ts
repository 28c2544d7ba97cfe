import type { Random } from "../../determinism/random.ts";
import { anySnippet, declarations, snippets } from "./snippets.ts";

/** One change of a text. */
type Mutation = (text: string, random: Random) => string;

export function pick<T>(items: readonly T[], random: Random): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
}

function below(limit: number, random: Random): number {
  return Math.floor(random() * limit);
}

function splice(text: string, from: number, to: number, put: string): string {
  return text.slice(0, from) + put + text.slice(to);
}

/** The places that match; each has a beginning and an end. */
function matches(text: string, pattern: RegExp): readonly (readonly [from: number, to: number])[] {
  return [...text.matchAll(pattern)].map(({ index, 0: { length } }) => [index, index + length]);
}

/** A mutation that changes one of the places that match, and nothing where there is none. */
function at(pattern: RegExp, change: (found: string, random: Random) => string): Mutation {
  return (text, random) => {
    const places = matches(text, pattern);
    if (places.length === 0) return text;
    const [from, to] = pick(places, random);
    return splice(text, from, to, change(text.slice(from, to), random));
  };
}

const tag = /<[^!?][^>]*>/g;
const attribute = /\s[\w:]+\s*=\s*(?:"[^"]*"|'[^']*')/g;
const value = /(?<==\s*")[^"]*|(?<==\s*')[^']*/g;

const byPosition: readonly Mutation[] = [
  (text, random) => splice(text, below(text.length, random), 0, "").concat(pick(snippets.markup, random)),
  (text, random) => {
    const from = below(text.length + 1, random);
    return splice(text, from, from, pick(snippets.characters, random));
  },
  (text, random) => {
    const from = below(text.length, random);
    return splice(text, from, from + 1, pick(snippets.characters, random));
  },
  (text, random) => {
    const from = below(text.length + 1, random);
    return splice(text, from, from, pick(anySnippet, random));
  },
  (text, random) => {
    const from = below(text.length, random);
    return splice(text, from, from + 1 + below(8, random), "");
  },
  (text, random) => {
    const from = below(text.length, random);
    const part = text.slice(from, from + 1 + below(40, random));
    return splice(text, from, from, part);
  },
  (text, random) => {
    const from = below(text.length, random);
    return splice(text, from, from + 2, [...text.slice(from, from + 2)].reverse().join(""));
  },
  (text, random) => text.slice(0, below(text.length, random)),
  (text, random) => text.slice(below(Math.min(200, text.length), random)),
];

const byStructure: readonly Mutation[] = [
  at(tag, () => ""),
  at(tag, (found) => found + found),
  at(tag, (found, random) => found + pick(snippets.markup, random)),
  at(tag, (found, random) => found + pick(snippets.references, random)),
  at(tag, (found, random) => pick(snippets.doctypes, random) + found),
  at(tag, (found, random) => `${found}${pick(snippets.characters, random)}`),
  at(/\s*\/?>/g, (found, random) => pick(snippets.attributes, random) + found),
  at(tag, (found, random) => {
    const depth = 245 + below(15, random);
    return `${found}${"<a>".repeat(depth)}${"</a>".repeat(depth)}`;
  }),
  at(attribute, (found) => found + found),
  at(attribute, (found) => found.replace(/(?<=\s)[\w:]+/, "x:$&")),
  at(attribute, (found) => found.replace(/"/g, "'")),
  at(attribute, (found) => found.trimStart()),
  at(attribute, () => ""),
  at(value, (found, random) => found + pick(snippets.references, random)),
  at(value, (found, random) => found + pick(snippets.characters, random)),
  at(value, (found, random) => `${pick(snippets.markup, random)}${found}`),
  at(value, () => ""),
  at(/(?<=<\/?)[\w:]+/g, (found, random) => pick(["x:", "edmx:", "xml:", ":", "é", ""], random) + found.toLowerCase()),
  at(/(?<=<\/?)edmx:/g, () => ""),
  at(/(?<= xmlns(?::\w+)?=")[^"]*/g, (found, random) => pick(["", "u", ` ${found}`, `${found}/`], random)),
  at(/ xmlns(?::\w+)?="[^"]*"/g, () => ""),
  at(/\/>/g, () => ">"),
  at(/[^/]>/g, (found) => `${found.slice(0, -1)}/>`),
  at(/^(?:<\?xml.*?\?>)?/g, (_found, random) => pick(declarations, random)),
  (text) => `${text}${text.replace(/^<\?xml.*?\?>/, "")}`,
  (text) => text.repeat(2),
  (text, random) => `${text}${pick([" ", "\n<!-- a -->\n", "<?p?>", "x", "&#32;", "<![CDATA[]]>", "\0"], random)}`,
];

/** Changes that leave a document well-formed, so that its tree is compared. */
const harmless: readonly Mutation[] = [
  (text, random) => text.replaceAll("\n", pick(["\r\n", "\r", "\r\r\n", "\n\r"], random)),
  at(
    tag,
    (found, random) => `${found}${pick(["<!-- <a b='> -->", "<?p '>\" ?>", "\t\r\n", "<!---->", "\u2028"], random)}`,
  ),
  at(/(?<=<[\w:]+)\s/g, (_found, random) =>
    pick(["\r\n\t", "  ", "\t", "\r", "\n".repeat(below(500, random) + 1)], random),
  ),
  at(/(?<=\w)\s*=\s*(?=")/g, () => "\r\n=\t"),
  at(value, (found) => found.replace(/[A-Za-z]/, (letter) => `&#x${letter.charCodeAt(0).toString(16)};`)),
  at(
    value,
    (found, random) =>
      `${found}${pick(["&lt;", "\n", "\r\n", "\t", "&#13;", "&#xA;", "]]>", "'", "\u{1F600}", "&amp;lt;"], random)}`,
  ),
  at(/<(\w+)([^<>]*[^<>/])?\/>/g, (found) => found.replace(/<(\w+)([^]*)\/>/, "<$1$2></$1>")),
  at(
    /(?<=<Schema[^>]*>)/g,
    (_found, random) => `<x:${pick(["Property", "Edmx", "a"], random)} xmlns:x="u" x:a="1" a="2"/>`,
  ),
  at(/(?<=<(?:Property|EntityType|Annotation)) /g, () => ' xmlns:x="u" x:Name="other" '),
  at(/(?<=<String>)[^<]*/g, (found) => `${found}<![CDATA[ & <b> ]] ]]>&amp;\r\n`),
  at(/\?>\s*/g, (found) => `${found}<!-- & < ]]> -->`),
  (text) => `${text}\n<!-- end --><?end?>\r\n`,
  (text) => text.replace(/xmlns:edmx/g, "xmlns:e").replace(/(<\/?)edmx:/g, "$1e:"),
  (text) => text.replace(/ xmlns="/g, ' xmlns:d="').replace(/(<\/?)(?=\w+[\s/>])(?!edmx)/g, "$1d:"),
];

/** The text after one to three changes. */
export function mutateText(text: string, random: Random): string {
  let result = text;
  const changes = 1 + below(3, random);
  const kinds = random() < 0.3 ? [harmless] : [byPosition, byStructure, byStructure, harmless];
  for (let change = 0; change < changes; change += 1) result = pick(pick(kinds, random), random)(result, random);
  return result;
}
