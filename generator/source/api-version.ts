import { usageError } from "./failures.ts";

const version = /^(v\d+(\.\d+)*|beta)$/i;

/** The version of the API that a URL names, its last path segment like `v1.0` or `beta`; undefined where there is none. */
export function apiVersion(location: string): string | undefined {
  return pathOf(location).segments.findLast((segment) => version.test(segment));
}

/**
 * The URL of the same document in another version of the API.
 * @throws BindgenError `usage` where the URL names no version, or the name is none
 */
export function withApiVersion(location: string, name: string): string {
  const { origin, segments, query } = pathOf(location);
  const index = segments.findLastIndex((segment) => version.test(segment));
  if (!/^\w[\w.-]*$/.test(name)) throw usageError(`--api ${name} names no version`, "for instance: --api beta");
  if (index < 0) {
    throw usageError(`${location} names no version of an API`, "say where the document is with --metadata URL");
  }
  return origin + segments.with(index, name).join("/") + query;
}

/** A URL in parts that make it up again, to the letter: hosts and queries name versions as well, and do not count. */
function pathOf(location: string): { readonly origin: string; readonly segments: string[]; readonly query: string } {
  const [, origin = "", path = "", query = ""] = /^([a-z][a-z\d+.-]*:\/\/[^/?#]*)?([^?#]*)(.*)$/is.exec(location) ?? [];
  return { origin, segments: path.split("/"), query };
}
