import { configFromFlags } from "../../generator/config/flags.ts";
import { parseCsdl } from "../../generator/csdl/parse-csdl.ts";
import { buildModel } from "../../generator/model/build-model.ts";
import { packagePath } from "../../generator/package-root.ts";
import { planPackage } from "../../generator/plan/plan-package.ts";
import { renderPackage } from "../../generator/render/render-package.ts";
import { sliceModel } from "../../generator/slice/slice-model.ts";
import type { Tree } from "../golden/tree.ts";
import type { RandomDocument } from "./random-csdl.ts";

/** What the pipeline makes of a document, in memory. */
export function emit({ text, roots, derived, ieee754Compatible, serviceRoot }: RandomDocument): Tree {
  const flags = { cwd: "/", metadata: "random.csdl.xml", out: "out", roots, ieee754Compatible } as const;
  const config = { ...configFromFlags(flags), derived: new Map(Object.entries(derived)), serviceRoot };
  const document = parseCsdl({ file: "random.csdl.xml", bytes: Buffer.from(text) });
  const model = buildModel({ metadata: [document], overlay: [], docs: config.docs });
  const plan = planPackage(sliceModel(model, config), config, "0".repeat(64));
  const files = renderPackage(plan, { templates: packagePath("templates"), origin: "random", version: "0.0.0" });
  return new Map(files.map((file) => [file.path, file.text]));
}
