import * as promises from "node:fs/promises";
import type { TargetKind } from "./types.ts";

/** Every call that the output stage makes to the file system, so that tests can let each of them fail. */
export type FileSystem = Pick<
  typeof promises,
  "lstat" | "mkdir" | "open" | "readFile" | "readdir" | "readlink" | "rename" | "rmdir" | "stat" | "unlink"
>;

/** The real one. */
export const nodeFileSystem: FileSystem = promises;

/** What is compared or written, and through what. */
export interface OutputOptions {
  readonly target: TargetKind;
  readonly fs?: FileSystem | undefined;
}
