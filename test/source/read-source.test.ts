import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSource, readSourceIfChanged } from "../../generator/source/read-source.ts";
import { failure, text } from "./support.ts";

describe("files", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "source-"));
    await writeFile(join(folder, "a.xml"), "<a/>");
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("are read whole, under the name that was given", async () => {
    const file = join(folder, "a.xml");
    const source = await readSource(file);
    expect([source.file, text(source.bytes)]).toEqual([file, "<a/>"]);
  });

  it("are read up to the limit and not beyond", async () => {
    const file = join(folder, "a.xml");
    expect((await readSource(file, { maxBytes: 4 })).bytes.length).toBe(4);
    const want = `${file}: it is larger than the limit of 3 bytes`;
    expect((await failure(file, { maxBytes: 3 }))[1]).toContain(want);
  });

  it("are always read, whatever tag one has", async () => {
    const file = join(folder, "a.xml");
    expect(await readSourceIfChanged(file, { etag: '"1"' })).toEqual({ file, bytes: Buffer.from("<a/>") });
  });

  it("are counted while they are read where they have no size", async () => {
    expect((await failure("/dev/zero", { maxBytes: 1000 }))[1]).toContain("larger than the limit of 1000 bytes");
  });

  it.each([
    ["missing", "none.xml", "none.xml: it cannot be read: there is no such file or folder"],
    ["a folder", ".", "it cannot be read: it is a folder"],
    ["below a file", "a.xml/b", "it cannot be read: a part of the path is no folder"],
  ])("%s: an input error", async (_name, path, want) => {
    const [kind, message] = await failure(join(folder, path));
    expect(kind).toBe("input");
    expect(message).toContain(want);
  });

  it.skipIf(process.getuid?.() === 0)("unreadable: an input error", async () => {
    const file = join(folder, "secret.xml");
    await writeFile(file, "<a/>");
    await chmod(file, 0);
    expect((await failure(file))[1]).toContain("it cannot be read: permission denied");
  });
});

describe("locations that are not read", () => {
  it.each([
    ["", "the location of the metadata is empty"],
    ["a\0b", "the path holds a NUL character"],
    ["ftp://example.org/$metadata", "ftp: URLs are not read"],
    ["file:///etc/hosts", "file: URLs are not read"],
    ["http://example.org/$metadata", "http: is read from this machine only"],
    ["HTTP://10.0.0.1/", "http: is read from this machine only"],
    ["http://localhost.example.org/", "http: is read from this machine only"],
    ["https://user:secret@example.org/", "https://…@example.org/: a URL with a user name or password is not read"],
    ["https://user@example.org/a@b", "https://…@example.org/a@b: a URL with a user name or password is not read"],
    ["https://[/", "is no valid URL"],
    ["git:HEAD", "git:HEAD names no file of a revision"],
    ["git::/a.xml", "names no file of a revision"],
    ["git:HEAD:", "names no file of a revision"],
    ["git:HEAD:a.xml", "git:HEAD:a.xml: the path is not absolute"],
    ["git:HEAD:/a\0b", "the location holds a NUL character"],
    ["git://example.org/a.git", "git: URLs are not read"],
  ])("%j: a usage error", async (location, want) => {
    const [kind, message] = await failure(location);
    expect(kind).toBe("usage");
    expect(message).toContain(want);
  });
});
