import type { ConfigFile, ConfigOutput, WrittenConfig } from "./schema.ts";

/** The packages that a checked file describes, in its order; an output's own key replaces the shared one as a whole. */
export function outputsOf({ outputs, $schema: _, ...shared }: WrittenConfig): ConfigOutput[] {
  if (outputs === undefined) return [{ name: undefined, file: complete(shared) }];
  return Object.entries(outputs).map(([name, own]) => ({ name, file: complete({ ...shared, ...own }) }));
}

/** The schema has demanded these three; the compiler cannot know. */
function complete({ metadata, out, roots, ...others }: Partial<ConfigFile>): ConfigFile {
  if (metadata === undefined || out === undefined || roots === undefined) {
    throw new TypeError("spec/config.schema.json lets an output without metadata, out or roots pass");
  }
  return { metadata, out, roots, ...others };
}
