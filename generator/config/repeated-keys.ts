import type { Node } from "jsonc-parser";
import { isRecord, parseJsonTree } from "../json.ts";

/** A key that stands again in one object of a JSON text, and where it does. */
export interface RepeatedKey {
  readonly key: string;
  /** In UTF-16 code units. */
  readonly offset: number;
}

/**
 * Takes JSON text and what it was parsed to. Returns the keys that an object has again: only the last counts (RFC 8259
 * section 4 leaves that open), and whoever wrote the first would not hear of it.
 */
export async function repeatedKeys(text: string, value: unknown): Promise<readonly RepeatedKey[]> {
  // Hardly a text has any, and no command has to wait for the parser that knows of places.
  if (countWritten(text) === countKept(value)) return [];
  const tree = await parseJsonTree(text);
  return tree === undefined ? [] : repeatedIn(tree);
}

/** How many keys the text has: strings that a colon follows. */
function countWritten(text: string): number {
  let count = 0;
  for (const [, colon] of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)) if (colon !== undefined) count += 1;
  return count;
}

// In loops: text may be nested deeper than calls can be.

function countKept(value: unknown): number {
  let count = 0;
  const left = [value];
  while (left.length > 0) {
    const part = left.pop();
    const inside: readonly unknown[] = Array.isArray(part) ? part : isRecord(part) ? Object.values(part) : [];
    if (!Array.isArray(part)) count += inside.length;
    for (const one of inside) left.push(one);
  }
  return count;
}

function repeatedIn(tree: Node): readonly RepeatedKey[] {
  const repeated: RepeatedKey[] = [];
  const left = [tree];
  while (left.length > 0) {
    const { type, children = [] } = left.pop() ?? {};
    const seen = new Set<unknown>();
    for (const child of children) {
      left.push(child);
      if (type !== "object") continue;
      const key: unknown = child.children?.[0]?.value;
      if (seen.has(key)) repeated.push({ key: String(key), offset: child.offset });
      seen.add(key);
    }
  }
  return repeated;
}
