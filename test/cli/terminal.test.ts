import { PassThrough, Writable } from "node:stream";
import { describe, expect, test } from "vitest";
import { align, write } from "../../generator/commands/terminal.ts";

describe("write", () => {
  test("waits while the reader is behind", async () => {
    const stream = new PassThrough({ highWaterMark: 1 });
    let written: boolean | undefined;
    const writing = write(stream, "abc").then((read) => (written = read));
    await new Promise(setImmediate);
    expect(written).toBeUndefined();
    expect(String(stream.read())).toBe("abc");
    await writing;
    expect(written).toBe(true);
  });

  test("leaves no listeners behind", async () => {
    const stream = new PassThrough({ highWaterMark: 1 });
    const counts = (): number[] => ["close", "drain", "error"].map((name) => stream.listenerCount(name));
    const before = counts();
    for (let round = 0; round < 20; round += 1) {
      const writing = write(stream, "abc");
      stream.read();
      await writing;
    }
    expect(counts()).toEqual(before);
  });

  test.each<[why: string, end: (stream: PassThrough) => void]>([
    ["closes", (stream) => stream.destroy()],
    ["fails", (stream) => stream.destroy(new Error("EPIPE"))],
  ])("stops waiting once the reader %s, and tells so from then on", async (_why, end) => {
    const stream = new PassThrough({ highWaterMark: 1 });
    stream.on("error", () => undefined);
    const writing = write(stream, "abc");
    end(stream);
    expect(await writing).toBe(false);
    expect(await write(stream, "abc")).toBe(false);
  });

  test("does not wait for a reader that keeps up", async () => {
    const texts: string[] = [];
    const stream = new Writable({ write: (chunk: Buffer, _encoding, done) => (texts.push(chunk.toString()), done()) });
    expect([await write(stream, "a"), await write(stream, "b"), texts]).toEqual([true, true, ["a", "b"]]);
  });
});

test.each<[rows: string[][], indent: string, text: string]>([
  [[], "", ""],
  [
    [
      ["a", "b"],
      ["aaa", "b"],
    ],
    "",
    "a    b\naaa  b\n",
  ],
  [[["a"], ["aa", "bb", "c"], ["aaa", "b"]], "  ", "  a\n  aa   bb  c\n  aaa  b\n"],
])("%j in columns", (rows, indent, text) => {
  expect(align(rows, indent)).toBe(text);
});
