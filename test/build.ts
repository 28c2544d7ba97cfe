import { execFileSync } from "node:child_process";
import { packagePath } from "../generator/package-root.ts";

/** Builds the command line that `test/cli` runs. */
export default function setup(): void {
  execFileSync(process.execPath, [packagePath("generator", "build.js")], { stdio: "inherit" });
}
