/*
 * All of Graph, where its document is at hand: prettier leaves every file that says that it is in its form as it is.
 */
import { readFileSync } from "node:fs";
import { format } from "prettier";
import { expect, test } from "vitest";
import { parseCsdl } from "../../generator/csdl/parse-csdl.ts";
import { buildModel } from "../../generator/model/build-model.ts";
import { packagePath } from "../../generator/package-root.ts";
import { planPackage } from "../../generator/plan/plan-package.ts";
import { renderPackage } from "../../generator/render/render-package.ts";
import { sliceModel } from "../../generator/slice/slice-model.ts";
import { graphFile, haveGraph, wholeConfig } from "./whole-graph.ts";

test.skipIf(!haveGraph)(
  "every file of all of Graph is as prettier has it",
  async () => {
    const config = await wholeConfig();
    const document = parseCsdl({ file: graphFile, bytes: readFileSync(graphFile) });
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
