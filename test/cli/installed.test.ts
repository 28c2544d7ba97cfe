/*
 * The tool as a dependency: it has a config of its own only in its checkout, and whoever installs it is told what to give.
 */
import { cp, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packagePath } from "../../generator/package-root.ts";
import { run } from "./support.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "installed-"));
  const tool = join(folder, "node_modules", "odata-bindgen");
  for (const name of ["dist", "package.json", "templates", join("spec", "vocabulary")])
    await cp(packagePath(name), join(tool, name), { recursive: true });
  await symlink(packagePath("node_modules"), join(tool, "node_modules"), "junction");
});
afterAll(() => rm(folder, { recursive: true }));

const installed = (...args: string[]) =>
  run(args, { cwd: folder, cli: join(folder, "node_modules", "odata-bindgen", "dist", "cli.js") });

test.each([[["--help"]], [["diff", "--help"]], [["release", "--help"]]])(
  "%j names no default that is not there",
  async (args) => {
    const { code, stdout } = await installed(...args);
    expect([code, stdout]).toEqual([0, expect.stringMatching(/--config +Config file +\[string\]\n/)]);
    expect((await run(args)).stdout).toMatch(
      /--config +Config file \[default: spec\/graph\/config\.json of this\s+checkout\]/,
    );
  },
);

const inDocument = "give --config FILE, or --metadata FILE|URL with --root or --all";
test.each<[args: string[], hint: string]>([
  [["inspect"], inDocument],
  [["inspect", "Shop.Order"], inDocument],
  [["inspect", "--payloads", "bodies"], inDocument],
  [["generate"], `${inDocument} and --out`],
  [["generate", "--out", "shop"], inDocument],
  [["diff", "shop.xml"], "give --config FILE, or a second document to compare with"],
  [["diff", "git:HEAD"], "give --config FILE"],
  [["refresh"], "give --config FILE"],
  [["release"], "give --config FILE"],
])("%j without a config", async (args, hint) => {
  const stderr = `error: no configuration was given\n  ${hint}\n`;
  expect(await installed(...args)).toEqual({ code: 2, stdout: "", stderr });
});
