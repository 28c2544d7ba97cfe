import type { Node } from "jsonc-parser";
import { isRecord } from "../json.ts";

/** A key that stands twice in one object of a JSON text, and where it does so again. */
export interface RepeatedKey {
  readonly key: string;
  /** In UTF-16 code units. */
  readonly offset: number;
}

/**
 * Takes JSON text and what it was parsed to. Returns the keys that an object has a second time: only the last counts
 * (RFC 8259 section 4 leaves that open), and whoever wrote the first would not hear of it.
 */
export async function repeatedKeys(text: string, value: unknown): Promise<readonly RepeatedKey[]> {
  // Hardly a text has any, and a parser that knows of places takes a while to load.
  if (countWritten(text) === countKept(value)) return [];
  const { parseTree } = await import("jsonc-parser");
  const tree = parseTree(text);
  return tree === undefined ? [] : repeatedIn(tree);
}

/** How many keys the text has: strings that a colon follows. */
function countWritten(text: string): number {
  let count = 0;
  for (const [, colon] of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)) if (colon !== undefined) count += 1;
  return count;
}

function countKept(value: unknown): number {
  let count = 0;
  // In a loop: text may be nested deeper than calls can be.
  const left = [value];
  while (left.length > 0) {
    const part = left.pop();
    const inside: readonly unknown[] = Array.isArray(part) ? part : isRecord(part) ? Object.values(part) : [];
    if (!Array.isArray(part)) count += inside.length;
    for (const one of inside) left.push(one);
  }
  return count;
}

function repeatedIn(node: Node): readonly RepeatedKey[] {
  const { children = [] } = node;
  if (node.type !== "object") return children.flatMap(repeatedIn);
  const seen = new Set<unknown>();
  return children.flatMap((property): readonly RepeatedKey[] => {
    const [key, value] = property.children ?? [];
    const again: readonly RepeatedKey[] =
      key !== undefined && seen.has(key.value) ? [{ key: String(key.value), offset: property.offset }] : [];
    seen.add(key?.value);
    return [...again, ...(value === undefined ? [] : repeatedIn(value))];
  });
}
