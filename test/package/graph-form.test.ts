/*
 * All of Graph, where its document is at hand: prettier leaves every file that says that it is in its form as it is.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { format } from "prettier";
import { expect, test } from "vitest";
import { parseCsdl } from "../../generator/csdl/parse-csdl.ts";
import { buildModel } from "../../generator/model/build-model.ts";
import { packagePath } from "../../generator/package-root.ts";
import { planPackage } from "../../generator/plan/plan-package.ts";
import { renderPackage } from "../../generator/render/render-package.ts";
import { sliceModel } from "../../generator/slice/slice-model.ts";
import { configOf } from "../plan/support.ts";

const file = join(packagePath(".."), "shared", "metadata", "graph-v1.0-2026-08-03.csdl");

/** Namespaces whose last word is a name of the main one. */
const shadowing = ["identityGovernance", "security", "search"];

const config = configOf({
  derived: new Map([
    ["microsoft.graph.entity", "none"],
    ["microsoft.graph.security.auditData", "none"],
  ]),
  modules: new Map(shadowing.map((name) => [`microsoft.graph.${name}`, `${name.toLowerCase()}-namespace`])),
  names: new Map([["microsoft.graph.synchronizationSchema", "SynchronizationSchemaDefinition"]]),
});

test.skipIf(!existsSync(file))(
  "every file of all of Graph is as prettier has it",
  async () => {
    const document = parseCsdl({ file, bytes: readFileSync(file) });
    const model = buildModel({ metadata: [document], overlay: [], docs: config.docs });
    const plan = planPackage(sliceModel(model, config), config, "00");
    const files = renderPackage(plan, { templates: packagePath("templates"), origin: "x", version: "1" });
    const code = files.filter(({ path }) => path.endsWith(".ts") && !path.startsWith("src/runtime/"));
    expect(code.length).toBeGreaterThan(100);
    for (const { path, text, canonical } of code) {
      expect(canonical, path).toBe(true);
      const formatted = await format(text, { parser: "babel-ts", printWidth: 120 });
      // Not `toBe`: the difference of two files of this length takes longer than all the rest.
      if (formatted !== text) throw new Error(`${path} is not as prettier has it`);
    }
  },
  1_200_000,
);
