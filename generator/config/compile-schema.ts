import type { Options, ValidateFunction } from "ajv";
import { readFile } from "node:fs/promises";
import { isRecord } from "../json.ts";
import { packagePath } from "../package-root.ts";
import type { WrittenConfig } from "./schema.ts";

/** What the published schema comes to, and the schema itself. */
export async function compileSchema(
  options: Options = {},
): Promise<{ readonly validate: ValidateFunction<WrittenConfig>; readonly schema: Record<string, unknown> }> {
  const { Ajv } = await import("ajv");
  const schema: unknown = JSON.parse(await readFile(packagePath("spec", "config.schema.json"), "utf8"));
  if (!isRecord(schema)) throw new TypeError("spec/config.schema.json is no JSON Schema");
  // The conditions on `outputs` say nothing of its type, because the schema has said it before.
  return { validate: new Ajv({ ...options, strictTypes: false }).compile<WrittenConfig>(schema), schema };
}
