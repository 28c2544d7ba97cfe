import * as promises from "node:fs/promises";
import type { TargetKind } from "./types.ts";

/** Every call that the output stage makes to the file system, so that tests can let each of them fail. */
export type FileSystem = Pick<
  typeof promises,
  "copyFile" | "lstat" | "mkdir" | "open" | "readFile" | "readdir" | "rename" | "rm" | "rmdir" | "unlink"
>;

/** The real one. */
export const nodeFileSystem: FileSystem = promises;

/** What is written, and through what. */
export interface OutputOptions {
  readonly target: TargetKind;
  readonly fs?: FileSystem | undefined;
}
