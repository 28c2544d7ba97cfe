import type { Config } from "../../../generator/config/types.ts";
import { parseCsdl } from "../../../generator/csdl/parse-csdl.ts";
import { buildModel } from "../../../generator/model/build-model.ts";
import { packagePath } from "../../../generator/package-root.ts";
import { planPackage } from "../../../generator/plan/plan-package.ts";
import { planSurface } from "../../../generator/plan/surface/plan-surface.ts";
import type { Surface } from "../../../generator/plan/surface/types.ts";
import { renderPackage } from "../../../generator/render/render-package.ts";
import { sliceModel } from "../../../generator/slice/slice-model.ts";

/** One side of a comparison: what `diff` sees, and the files of the package but for the run-time library. */
export interface Side {
  readonly surface: Surface;
  readonly files: ReadonlyMap<string, string>;
}

/** The package of a document. Throws what the pipeline throws. */
export function sideOf(text: string, config: Config): Side {
  const metadata = [parseCsdl({ file: "m.xml", bytes: new TextEncoder().encode(text) })];
  const slice = sliceModel(buildModel({ metadata, overlay: [], docs: config.docs }), config);
  const plan = planPackage(slice, config, "hash");
  const files = renderPackage(plan, { templates: packagePath("templates"), origin: "campaign", version: "0.0.0" });
  const own = files.filter(({ path }) => path.endsWith(".ts") && !path.startsWith("src/runtime/"));
  return { surface: planSurface(slice, config), files: new Map(own.map((file) => [file.path, file.text])) };
}
