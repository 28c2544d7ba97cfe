// What odata-bindgen emits: as it stands in generated/, or a package of one root alone.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const project = fileURLToPath(new URL("../../../../", import.meta.url));

/**
 * Takes the declared positions, returns the text of a module with `is…` of each, and `validate…` where they are wanted.
 * With `alone` it takes them from a package that has what this root reaches and nothing else, as the peers' modules do.
 */
export function write({ roots, withValidate, folder, alone }) {
  const names = roots.map((root) => root.replace(/^At/, ""));
  const taken = names.flatMap((name) => [
    `is${name} as is_At${name}`,
    ...(withValidate ? [`validate${name} as validate_At${name}`] : []),
  ]);
  const from = alone === undefined ? join(project, "generated") : packageOf(alone, folder);
  const validators = join(from, "src", "validators.ts").replaceAll("\\", "/");
  return `export { ${taken.join(", ")} } from ${JSON.stringify(validators)};\n`;
}

function packageOf(root, folder) {
  const out = join(folder, "ours-package");
  if (existsSync(out)) return out;
  const args = ["dist/cli.js", "generate", "--root", root, "--out", relative(project, out)];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: project, encoding: "utf8" });
  if (status !== 0) throw new Error(`generate --root ${root}: ${stderr}`);
  return out;
}
