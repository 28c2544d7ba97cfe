import type { Random } from "../determinism/random.ts";

/** What a rule is made of (RFC 5234 sections 3 and 4, RFC 7405). */
type Node =
  | { readonly kind: "either" | "each"; readonly nodes: readonly Node[] }
  | { readonly kind: "repeat"; readonly node: Node; readonly least: number; readonly most: number }
  | { readonly kind: "text"; readonly text: string; readonly exact: boolean }
  | { readonly kind: "range"; readonly from: number; readonly to: number }
  | { readonly kind: "rule"; readonly name: string };

export type Grammar = ReadonlyMap<string, Node>;

const token = /\s*(%s"[^"]*"|"[^"]*"|%x[\dA-F]+-[\dA-F]+|\d*\*\d*|\d+|[A-Za-z][\w-]*|[()[\]/])/y;

/** Reads a grammar; a line that begins with a blank goes on with the rule before it. */
export function parseGrammar(text: string): Grammar {
  const lines = text
    .replace(/;.*/g, "")
    .replace(/\n[ \t]+/g, " ")
    .split("\n");
  const rules = lines.filter((line) => line.trim() !== "").map((line) => line.split(/\s*=\s(.*)/s));
  return new Map(
    rules.map(([name = "", body = ""]) => {
      const tokens = tokensOf(body);
      const node = parseEither(tokens);
      if (tokens.length > 0) throw new Error(`${name}: what is ${tokens.join(" ")}?`);
      return [name.trim(), node];
    }),
  );
}

function tokensOf(body: string): string[] {
  const tokens = [...body.matchAll(new RegExp(token, "gy"))].map(([, found = ""]) => found);
  if (tokens.join("") !== body.replace(/("[^"]*")|\s+/g, "$1")) throw new Error(`not ABNF: ${body}`);
  return tokens;
}

function parseEither(tokens: string[]): Node {
  const nodes = [parseEach(tokens)];
  while (tokens[0] === "/") {
    tokens.shift();
    nodes.push(parseEach(tokens));
  }
  return { kind: "either", nodes };
}

function parseEach(tokens: string[]): Node {
  const nodes: Node[] = [];
  while (tokens.length > 0 && !["/", ")", "]"].includes(tokens[0] ?? "")) nodes.push(parseRepeat(tokens));
  return { kind: "each", nodes };
}

function parseRepeat(tokens: string[]): Node {
  const [, least, star, most] = /^(\d*)(\*?)(\d*)$/.exec(tokens[0] ?? "") ?? [];
  if (least === undefined) return parseElement(tokens);
  tokens.shift();
  const node = parseElement(tokens);
  if (star === "") return { kind: "repeat", node, least: Number(least), most: Number(least) };
  return { kind: "repeat", node, least: Number(least), most: most === "" ? Infinity : Number(most) };
}

function parseElement(tokens: string[]): Node {
  const first = tokens.shift() ?? "";
  if (first === "(" || first === "[") {
    const node = parseEither(tokens);
    tokens.shift();
    return first === "(" ? node : { kind: "repeat", node, least: 0, most: 1 };
  }
  if (first.startsWith("%x")) {
    const [from = 0, to = 0] = first
      .slice(2)
      .split("-")
      .map((digits) => parseInt(digits, 16));
    return { kind: "range", from, to };
  }
  if (!first.endsWith('"')) return { kind: "rule", name: first };
  return { kind: "text", text: first.replace(/^%s/, "").slice(1, -1), exact: first.startsWith("%s") };
}

/** Whether a text is all of what a rule allows. */
export function matches(grammar: Grammar, rule: string, text: string): boolean {
  return ends(grammar, { kind: "rule", name: rule }, text, 0).has(text.length);
}

/** Where something that begins at `start` may end: all ways are followed at once. */
function ends(grammar: Grammar, node: Node, text: string, start: number): ReadonlySet<number> {
  switch (node.kind) {
    case "rule":
      return ends(grammar, ruleOf(grammar, node.name), text, start);
    case "either":
      return new Set(node.nodes.flatMap((one) => [...ends(grammar, one, text, start)]));
    case "each":
      return node.nodes.reduce<ReadonlySet<number>>((at, one) => onward(grammar, one, text, at), new Set([start]));
    case "repeat":
      return repeated(grammar, node, text, start);
    case "range": {
      const unit = text.charCodeAt(start);
      return new Set(unit >= node.from && unit <= node.to ? [start + 1] : []);
    }
    case "text": {
      const found = text.slice(start, start + node.text.length);
      const same = found === node.text || (!node.exact && asciiLower(found) === asciiLower(node.text));
      return new Set(same ? [start + found.length] : []);
    }
  }
}

function onward(grammar: Grammar, node: Node, text: string, at: ReadonlySet<number>): ReadonlySet<number> {
  return new Set([...at].flatMap((start) => [...ends(grammar, node, text, start)]));
}

function repeated(grammar: Grammar, node: Node & { kind: "repeat" }, text: string, start: number): ReadonlySet<number> {
  const all = new Set<number>();
  let at: ReadonlySet<number> = new Set([start]);
  for (let count = 0; at.size > 0 && count <= node.most && count <= text.length + 1; count += 1) {
    if (count >= node.least) for (const end of at) all.add(end);
    at = onward(grammar, node.node, text, at);
  }
  return all;
}

/** A text that a rule allows, every branch as likely as the others. */
export function produce(grammar: Grammar, rule: string, random: Random): string {
  return produced(grammar, { kind: "rule", name: rule }, random);
}

function produced(grammar: Grammar, node: Node, random: Random): string {
  switch (node.kind) {
    case "rule":
      return produced(grammar, ruleOf(grammar, node.name), random);
    case "either":
      return produced(grammar, pick(node.nodes, random), random);
    case "each":
      return node.nodes.map((one) => produced(grammar, one, random)).join("");
    case "repeat":
      return Array.from({ length: howMany(node, random) }, () => produced(grammar, node.node, random)).join("");
    case "range":
      return String.fromCharCode(node.from + Math.floor(random() * (node.to - node.from + 1)));
    case "text":
      if (node.exact) return node.text;
      return random() < 0.5 ? node.text.toLowerCase() : node.text.toUpperCase();
  }
}

/** Mostly few; now and then as many as may be, or a great many. */
function howMany({ least, most }: Node & { kind: "repeat" }, random: Random): number {
  if (random() < 0.1) return Math.min(most, least + Math.floor(random() * 25));
  return Math.min(most, least + Math.floor(random() * 3));
}

/** One of some items, all as likely. */
export function pick<T>(items: readonly T[], random: Random): T {
  return items[Math.floor(random() * items.length)] as T;
}

function ruleOf(grammar: Grammar, name: string): Node {
  const node = grammar.get(name);
  if (node === undefined) throw new Error(`there is no rule ${name}`);
  return node;
}

/** Letters of the grammar are ASCII: U+212A is no K. */
function asciiLower(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
