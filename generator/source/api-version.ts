import { usageError } from "./failures.ts";

const version = /^(v\d+(\.\d+)*|beta)$/i;

/** The version of the API that a URL names, its last path segment like `v1.0` or `beta`; undefined where there is none. */
export function apiVersion(location: string): string | undefined {
  return segmentsOf(location).findLast((segment) => version.test(segment));
}

/**
 * The URL of the same document in another version of the API.
 * @throws BindgenError `usage` where the URL names no version
 */
export function withApiVersion(location: string, name: string): string {
  const segments = segmentsOf(location);
  const index = segments.findLastIndex((segment) => version.test(segment));
  if (!/^[\w.-]+$/.test(name)) throw usageError(`--api ${name} names no version`, "for instance: --api beta");
  if (index < 0) {
    throw usageError(`${location} names no version of an API`, "Say where the document is with --metadata URL.");
  }
  return segments.with(index, name).join("/");
}

/** The parts between slashes; the query is part of the last one. */
function segmentsOf(location: string): string[] {
  return location.split("/");
}
