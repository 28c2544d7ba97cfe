import { existsSync } from "node:fs";
import { configureOne } from "../../generator/commands/configure.ts";
import type { Config } from "../../generator/config/types.ts";
import { packagePath } from "../../generator/package-root.ts";

/** All of Graph, where its document is at hand: a user's machine has none. */
export const graphFile = packagePath("..", "shared", "metadata", "graph-v1.0-2026-08-03.csdl");
export const haveGraph = existsSync(graphFile);

/** The config with every type and operation as root. */
export const wholeConfigFile = packagePath("spec", "whole-graph", "config.json");

/** That config, on the document that is at hand. */
export function wholeConfig(): Promise<Config> {
  return configureOne({ config: wholeConfigFile, metadata: graphFile }, packagePath());
}
