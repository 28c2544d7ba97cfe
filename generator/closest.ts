/**
 * The candidate that a misspelt name most likely meant, by edit distance; undefined where none is near. Of equally
 * near ones the first wins.
 */
export function closest(name: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Infinity;
  for (const candidate of candidates) {
    const shared = sharedNamespace(name, candidate);
    const limit = Math.min(tolerance(name.length - shared), bestDistance - 1);
    if (Math.abs(candidate.length - name.length) > limit) continue;
    const distance = editDistance(name.slice(shared).toLowerCase(), candidate.slice(shared).toLowerCase());
    if (distance <= limit) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** How many letters may be wrong in a name of so many: of two or three, two others would leave hardly anything. */
function tolerance(length: number): number {
  return Math.min(Math.max(2, Math.floor(length / 4)), Math.floor(length / 2));
}

/** The length of what both names have up to a common dot: a long namespace makes nothing nearer. */
function sharedNamespace(name: string, other: string): number {
  let dot = name.indexOf(".") + 1;
  let shared = 0;
  while (dot > 0 && other.startsWith(name.slice(0, dot))) {
    shared = dot;
    dot = name.indexOf(".", dot) + 1;
  }
  return shared;
}

/** How many letters have to be put in, taken out or replaced to make one text of the other. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const substitution = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, substitution));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
