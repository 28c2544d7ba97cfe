import { compileSchema } from "./compile-schema.ts";
import type { WrittenConfig } from "./schema.ts";

/**
 * Says whether parsed JSON is a config file by the published schema. In the bundle stands in the place of this module
 * what `build.js` has compiled of the schema, so that no run does.
 */
export async function configCheck(): Promise<(content: unknown) => content is WrittenConfig> {
  const { validate } = await compileSchema();
  return (content): content is WrittenConfig => validate(content);
}
