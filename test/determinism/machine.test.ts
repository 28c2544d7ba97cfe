import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { packagePath } from "../../generator/package-root.ts";

const folder = mkdtempSync(join(tmpdir(), "odata-bindgen-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = promisify(execFile);

/** The package that the built command line makes of a document under other settings of the machine. */
async function generated(
  name: string,
  variables: { readonly [name: string]: string },
): Promise<ReadonlyMap<string, string>> {
  const cwd = mkdtempSync(join(folder, "run-"));
  const metadata = packagePath("spec", "cases", `${name}.csdl.xml`);
  const args = ["generate", "--metadata", metadata, "--all", "--out", join(cwd, "package")];
  await run(process.execPath, [packagePath("dist", "cli.js"), ...args], { cwd, env: { ...process.env, ...variables } });
  const paths = readdirSync(join(cwd, "package"), { recursive: true, withFileTypes: true });
  return new Map(
    paths
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(cwd.length), readFileSync(path, "utf8")] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

const machines = [
  { TZ: "Pacific/Kiritimati", LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8" },
  { TZ: "America/St_Johns", LC_ALL: "C", COLUMNS: "20", FORCE_COLOR: "1" },
];

// Each run takes a second or two where the machine has nothing else to do.
test("time zone and locale change nothing, nor does a second run", { timeout: 120_000 }, async () => {
  const runs = [{}, {}, ...machines].map((variables) => generated("unicode-names", variables));
  const [wanted, ...others] = await Promise.all(runs);
  expect(wanted?.size).toBeGreaterThan(20);
  for (const other of others) expect(other).toEqual(wanted);
});
