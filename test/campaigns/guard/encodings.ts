import type { Random } from "../../determinism/random.ts";
import { pick } from "./mutations.ts";

type Encode = (text: string) => Buffer;

const utf16: Encode = (text) => Buffer.from(text, "utf16le");
const swapped: Encode = (text) => utf16(text).swap16();

const encodings: readonly Encode[] = [
  (text) => Buffer.from(`\uFEFF${text}`),
  (text) => utf16(`\uFEFF${text}`),
  (text) => swapped(`\uFEFF${text}`),
  (text) => utf16(`\uFEFF${text.replace(/ encoding="[^"]*"/, ' encoding="utf-16"')}`),
  (text) => swapped(`\uFEFF${text.replace(/ encoding="[^"]*"/, "")}`),
  utf16,
  swapped,
  (text) => Buffer.from(text, "latin1"),
  (text) => utf16(`\uFEFF${text}`).subarray(0, -1),
  (text) => Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), utf16(text)]),
];

/** Bytes that are wrong in UTF-8, each in its own way: alone, cut, overlong, surrogates, beyond Unicode. */
const wrong = ["80", "bf", "c0 80", "c1 bf", "c3", "e0 80 80", "e2 82", "ed a0 80", "ed bf bf", "f0 80 80 80"]
  .concat(["f4 90 80 80", "f8 88 80 80 80", "fe", "ff", "ff fe", "fe ff", "ef bb bf", "ef bf bd", "ef bf be", "00"])
  .map((bytes) => Buffer.from(bytes.replaceAll(" ", ""), "hex"));

type Mutation = (bytes: Buffer, random: Random) => Buffer;

function splice(bytes: Buffer, from: number, to: number, put: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(to)]);
}

const mutations: readonly Mutation[] = [
  (bytes, random) => {
    const copy = Buffer.from(bytes);
    const at = Math.floor(random() * copy.length);
    copy[at] = (copy[at] ?? 0) ^ (1 << Math.floor(random() * 8));
    return copy;
  },
  (bytes, random) => {
    const at = Math.floor(random() * bytes.length);
    return splice(bytes, at, at, pick(wrong, random));
  },
  (bytes, random) => {
    const at = Math.floor(random() * bytes.length);
    return splice(bytes, at, at + 1, Buffer.from([Math.floor(random() * 256)]));
  },
  (bytes, random) => {
    const at = Math.floor(random() * bytes.length);
    return splice(bytes, at, at + 1 + Math.floor(random() * 3), Buffer.alloc(0));
  },
  (bytes, random) => bytes.subarray(0, Math.floor(random() * bytes.length)),
  (bytes, random) => splice(bytes, 0, 0, pick(wrong, random)),
  (bytes, random) => splice(bytes, bytes.length, bytes.length, pick(wrong, random)),
];

/** A text as bytes: as UTF-8 most of the time, and now and then with bytes that are wrong. */
export function encode(text: string, random: Random): Buffer {
  const bytes = random() < 0.15 ? pick(encodings, random)(text) : Buffer.from(text);
  return random() < 0.2 ? pick(mutations, random)(bytes, random) : bytes;
}
