import * as promises from "node:fs/promises";

/** Every call that the output stage makes to the file system, so that tests can let each of them fail. */
export type FileSystem = Pick<
  typeof promises,
  "copyFile" | "lstat" | "mkdir" | "open" | "readFile" | "readdir" | "rename" | "rm" | "rmdir" | "unlink"
>;

/** The real one. */
export const nodeFileSystem: FileSystem = promises;

/** What is written, and through what. */
export interface OutputOptions {
  /** `package`: only what is ours is overwritten, what is ours and obsolete goes. `named`: the config names the files. */
  readonly target: "package" | "named";
  readonly fs?: FileSystem | undefined;
}
