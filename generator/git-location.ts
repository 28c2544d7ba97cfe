/** A file as it was in a revision of the git repository around it. */
export interface GitLocation {
  /** Anything that names a commit: `HEAD~1`, a tag, a branch, a hash. */
  readonly revision: string;
  /** Absolute path at which the file stands, or stood, in the working tree. */
  readonly path: string;
}

const scheme = "git:";

/** The location `git:<revision>:<absolute path>`, as messages show it and the reader takes it. */
export function gitLocation({ revision, path }: GitLocation): string {
  return `${scheme}${revision}:${path}`;
}

/** What a location names; undefined for one of another kind. A revision holds no colon, a path may (`C:\…`). */
export function parseGitLocation(location: string): GitLocation | undefined {
  if (!location.startsWith(scheme)) return undefined;
  const rest = location.slice(scheme.length);
  const colon = rest.indexOf(":");
  if (colon < 1 || colon === rest.length - 1) return undefined;
  return { revision: rest.slice(0, colon), path: rest.slice(colon + 1) };
}
