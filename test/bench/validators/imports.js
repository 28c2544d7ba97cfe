// The time that importing takes, over that of a module with nothing in it.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { median } from "../figures.js";

const child = fileURLToPath(new URL("import.js", import.meta.url));

/** Takes files by name, and rounds; returns milliseconds by name, fresh processes alternating. */
export function importTimes(files, rounds, folder) {
  const empty = join(folder, "empty.mjs");
  writeFileSync(empty, "export {};\n");
  const all = [["empty", empty], ...files];
  const times = new Map(all.map(([name]) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, file] of all) times.get(name).push(imported(file));
  }
  const base = median(times.get("empty"));
  return files.map(([name]) => ({ name, milliseconds: Math.max(0, median(times.get(name)) - base) }));
}

function imported(file) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [child, pathToFileURL(file).href], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  return Number(stdout);
}
