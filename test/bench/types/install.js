// Packages as users have them: packed, and installed beside each other.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { measuredTool, root } from "../measured.js";

const modules = fileURLToPath(new URL("node_modules/", import.meta.url));

/** A project with the flagship package and the peers; returns its folder, and the name of the package. */
export function installed(folder) {
  const project = join(folder, "user");
  mkdirSync(project);
  writeFileSync(join(project, "package.json"), JSON.stringify({ name: "user", private: true, type: "module" }));
  const generated = join(root, "generated");
  const [{ name, filename }] = JSON.parse(
    run("npm", ["pack", "--foreground-scripts=false", "--json", "--pack-destination", folder], generated),
  );
  run("npm", ["install", "--offline", "--no-audit", "--no-fund", join(folder, filename)], project);
  cpSync(join(modules, "@microsoft"), join(project, "node_modules", "@microsoft"), { recursive: true });
  return { project, name };
}

/** The package of all of Graph, made, compiled, and put where the others are; returns its name. */
export function withWhole(project, folder, metadata) {
  const out = join(folder, "whole");
  const config = join(root, "spec", "whole-graph", "config.json");
  measuredTool(["generate", "--config", config, "--metadata", metadata, "--out", out]);
  const { name } = JSON.parse(readFileSync(join(out, "package.json"), "utf8"));
  run(process.execPath, [join(root, "node_modules", "typescript-7", "bin", "tsc"), "-p", out], out);
  for (const part of ["dist", "package.json"]) {
    cpSync(join(out, part), join(project, "node_modules", name, part), { recursive: true });
  }
  return name;
}

function run(command, args, cwd) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8", maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}\n${stdout}${stderr}`);
  return stdout;
}
