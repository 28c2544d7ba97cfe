import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import type { Duplex } from "node:stream";

/** What a server is asked for, and what each coding is undone by (RFC 9110 8.4.1). */
const codings: ReadonlyMap<string, () => Duplex> = new Map([
  ["gzip", createGunzip],
  ["x-gzip", createGunzip],
  ["deflate", createInflate],
  ["br", createBrotliDecompress],
]);

export const acceptedCodings = "gzip, deflate, br";

/**
 * What undoes a `Content-Encoding`, in the order in which it is to be undone; a text that names what nobody asked for.
 * The platform's own `fetch` takes a compressed body that was cut for a whole one; these do not.
 */
export function decoders(contentEncoding: string | null): readonly Duplex[] | string {
  const names = (contentEncoding ?? "")
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "identity");
  const unknown = names.find((name) => !codings.has(name));
  if (unknown !== undefined) return unknown;
  if (names.length > maxCodings) return names.join(", ");
  return names.reverse().flatMap((name) => codings.get(name)?.() ?? []);
}

/** More than one is rare already; each costs memory. */
const maxCodings = 2;
