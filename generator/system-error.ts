const words: ReadonlyMap<string, string> = new Map([
  ["EACCES", "permission denied"],
  ["EISDIR", "it is a folder"],
  ["ENOENT", "there is no such file or folder"],
  ["ENOSPC", "no space left on the device"],
  ["ENOTDIR", "a part of the path is no folder"],
  ["EPERM", "the system does not permit it"],
  ["EROFS", "the file system is read-only"],
  ["ERR_FS_FILE_TOO_LARGE", "the file is too large"],
]);

/** The code of a system error (`ENOENT`), or undefined for any other error. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

/** Why the system refused, in words, without the path: the message around it names that. */
export function reason(error: unknown): string {
  const code = systemCode(error);
  return (code === undefined ? undefined : words.get(code)) ?? (error instanceof Error ? error.message : String(error));
}

/** Whether the system says that there is nothing at a path, or that a part of it is no folder. */
export function isMissing(error: unknown): boolean {
  const code = systemCode(error);
  return code === "ENOENT" || code === "ENOTDIR";
}
