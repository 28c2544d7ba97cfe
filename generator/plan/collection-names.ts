import type { Config } from "../config/types.ts";

/** What the run-time library calls the envelope of collections and its validator, by how 64-bit numbers travel. */
export function collectionNames({ ieee754Compatible }: Pick<Config, "ieee754Compatible">): {
  readonly type: string;
  readonly validator: string;
} {
  const suffix = ieee754Compatible ? "Ieee754" : "";
  return { type: `ODataCollection${suffix}`, validator: `validateCollection${suffix}` };
}
