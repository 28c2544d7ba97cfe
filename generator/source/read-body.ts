import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { decoders } from "./decompress.ts";
import { excerpt } from "../excerpt.ts";
import { inputError, tooLarge } from "./failures.ts";
import type { Answer } from "./send.ts";
import type { DownloadProgress } from "./types.ts";

/** Bounds of a body, and who is told of it. */
export interface BodyOrder {
  readonly location: string;
  readonly maxBytes: number;
  readonly onProgress: ((progress: DownloadProgress) => void) | undefined;
  /** Told of each part, as it arrives. */
  readonly heard: () => void;
}

/** The body, decompressed. It is counted while it is read: neither Content-Length nor its compressed size tells. */
export async function readBody({ headers, body }: Answer, order: BodyOrder): Promise<Uint8Array> {
  const { location, maxBytes, onProgress, heard } = order;
  const decoding = decoders(headers.get("content-encoding"));
  if (typeof decoding === "string")
    throw inputError(location, `its body is encoded as ${excerpt(decoding, 100)}, not asked for`);
  const chunks: Uint8Array[] = [];
  const total = announced(headers);
  let received = 0;
  const sink = new Writable({
    write: (chunk: Uint8Array, _encoding, done) => {
      chunks.push(chunk);
      received += chunk.length;
      if (received > maxBytes) return done(tooLarge(location, maxBytes));
      onProgress?.({ received, total });
      done();
    },
  });
  heard();
  body.on("data", heard);
  // An error anywhere ends all of it, and with it the download.
  await pipeline([body, ...decoding, sink]);
  return Buffer.concat(chunks, received);
}

/** The size of the body as it will be counted; that of a compressed one is not known before. */
function announced(headers: Headers): number | undefined {
  const length = headers.get("content-length") ?? "";
  return headers.has("content-encoding") || !/^\d+$/.test(length) ? undefined : Number(length);
}
