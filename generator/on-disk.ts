/** Takes a path, returns the same for paths that differ in case or Unicode form only: they are one on many systems. */
export function onDisk(path: string): string {
  return path.normalize("NFC").toLowerCase();
}
