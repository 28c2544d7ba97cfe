// What others make of the same metadata: how long that takes, or why there is nothing.
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { tried } from "../measured.js";

const modules = fileURLToPath(new URL("node_modules/", import.meta.url));
const command = (...path) => join(modules, ...path);

/** Each a sequence of commands, run in a folder of their own on a file of metadata. */
const peers = [
  {
    name: "odata2ts, models",
    commands: (file) => [
      [command("@odata2ts", "odata2ts", "lib", "run-cli.js"), "-s", file, "-o", "out", "-m", "models", "-e", "ts"],
    ],
  },
  {
    name: "odata2ts, all",
    commands: (file) => [
      [command("@odata2ts", "odata2ts", "lib", "run-cli.js"), "-s", file, "-o", "out", "-m", "all", "-e", "ts"],
    ],
  },
  {
    name: "odata-openapi, openapi-typescript",
    commands: (file) => [
      [command("odata-openapi", "lib", "cli.js"), "--target", "openapi.json", file],
      [
        "--max-old-space-size=8000",
        command("openapi-typescript", "bin", "cli.js"),
        "openapi.json",
        "-o",
        "openapi.d.ts",
      ],
    ],
  },
];

/** Takes a file of metadata, a folder, and the seconds that all commands of one may take; returns a row for each peer. */
export function runPeers(file, folder, limit) {
  return peers.map(({ name, commands }) => {
    rmSync(join(folder, "out"), { recursive: true, force: true });
    // One of them looks for it, whatever stands in it.
    writeFileSync(join(folder, "tsconfig.json"), "{}");
    const row = { name, seconds: 0, megabytes: 0 };
    for (const args of commands(file)) {
      const taken = tried(args, { cwd: folder, limit: Math.ceil(limit - row.seconds) });
      row.seconds += taken.seconds;
      if (taken.failure !== undefined) return { ...row, failure: reasonIn(taken.failure, limit) };
      row.megabytes = Math.max(row.megabytes, taken.megabytes);
    }
    return row;
  });
}

/** The line that says most, without the paths in it. */
function reasonIn(text, limit) {
  if (/did not finish/.test(text)) return `did not finish in ${limit} s`;
  const lines = text.split("\n").map((line) => line.trim());
  const found = lines.find((line) => /error/i.test(line) && !/^at /.test(line)) ?? lines[0] ?? "";
  return `failed: ${found.replace(/\S*[\\/]\S*/g, "…").slice(0, 120)}`;
}
