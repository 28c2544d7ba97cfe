import * as promises from "node:fs/promises";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { FileSystem } from "../../generator/output/file-system.ts";
import { hashesOf, standsThere } from "../../generator/output/standing.ts";
import { header, put, type Files } from "./support.ts";

const files: Files = Object.fromEntries(
  Array.from({ length: 50 }, (_, index) => [`src/f${index}.ts`, `${header}${index}\n`]),
);
const hashes = hashesOf(Object.entries(files).map(([path, text]) => ({ path, text })));

async function folderWith(content: Files): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "standing-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await put(folder, content);
  return folder;
}

test.each<[what: string, content: Files, want: boolean]>([
  ["a package as it was written", files, true],
  ["one with a file of somebody else beside its folder of sources", { ...files, "notes.txt": "" }, true],
  ["one with another byte", { ...files, "src/f7.ts": `${header}8\n` }, false],
  ["one with a file of ours too many", { ...files, "src/g.ts": header }, false],
  ["one with a report too many", { ...files, "api.md": "" }, false],
  ["one that lacks a file", { "src/f0.ts": `${header}0\n` }, false],
])("%s", async (_what, content, want) => {
  expect(await standsThere(await folderWith(content), hashes)).toBe(want);
});

test("a large package takes no more descriptors than a small one", async () => {
  let open = 0;
  let most = 0;
  const readFile = (async (...args: Parameters<typeof promises.readFile>) => {
    most = Math.max(most, (open += 1));
    try {
      return await promises.readFile(...args);
    } finally {
      open -= 1;
    }
  }) as FileSystem["readFile"];
  expect(await standsThere(await folderWith(files), hashes, { ...promises, readFile })).toBe(true);
  expect(most).toBeGreaterThan(0);
  expect(most).toBeLessThanOrEqual(8);
});
