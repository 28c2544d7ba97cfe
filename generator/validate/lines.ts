const newline = 0x0a;

/**
 * Cuts a stream of bytes at line feeds, and nowhere else: JSON strings may hold the other line ends of Unicode.
 * Bytes, so that a line that is no UTF-8 spoils only itself.
 */
export async function* splitLines(chunks: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  let pending: Uint8Array[] = [];
  for await (const chunk of chunks) {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
    if (!(bytes instanceof Uint8Array)) throw new TypeError("a stream of bytes is needed");
    let start = 0;
    for (let end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, start)) {
      pending.push(bytes.subarray(start, end));
      yield joined(pending);
      pending = [];
      start = end + 1;
    }
    if (start < bytes.length) pending.push(bytes.subarray(start));
  }
  if (pending.length > 0) yield joined(pending);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : Buffer.concat(parts);
}
