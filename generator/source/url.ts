import { excerpt } from "../excerpt.ts";
import { hasCredentials } from "../has-credentials.ts";
import { isLoopback } from "./addresses.ts";
import { inputError, usageError } from "./failures.ts";

/** The URL that a location names; undefined where it is a path; a usage error for a URL that is not read. */
export function parseUrl(location: string): URL | undefined {
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]+):\/\//.exec(location)?.[1]?.toLowerCase();
  if (scheme === undefined) return undefined;
  if (!URL.canParse(location)) throw usageError(`${location} is no valid URL`);
  const url = new URL(location);
  const problem = findProblem(url);
  if (problem !== undefined) throw usageError(`${withoutSecrets(location)}: ${problem}`, "give an https URL or a file");
  return url;
}

/** A URL to be shown: logs are read by others than those who know the password. */
function withoutSecrets(url: string): string {
  return url.replace(/\/\/[^/?#]*@/, "//…@");
}

function findProblem(url: URL): string | undefined {
  const { protocol } = url;
  if (protocol !== "https:" && protocol !== "http:") return `${protocol} URLs are not read`;
  if (protocol === "http:" && !isLoopback(url))
    return "http: is read from this machine only, because anybody can alter it";
  if (hasCredentials(url)) return "a URL with a user name or password is not read";
  return undefined;
}

/** How much of a URL that a server sent is shown. */
const longest = 300;

/**
 * Where a redirect leads. It may not change the scheme, nor name what is not read at all. Where its host may lie is
 * judged when it is connected to: `startReach`.
 */
export function resolveRedirect(location: string, from: URL, target: string): URL {
  if (!URL.canParse(target, from.href))
    throw inputError(location, `it redirects to ${excerpt(target, longest)}, which is no valid URL`);
  const url = new URL(target, from.href);
  if (url.protocol !== from.protocol) {
    const hint = url.protocol === "https:" ? `give ${excerpt(url.href, longest)} if you trust it` : undefined;
    throw inputError(location, `it redirects from ${from.protocol} to ${url.protocol}`, hint);
  }
  const problem = findProblem(url);
  if (problem !== undefined)
    throw inputError(location, `it redirects to ${excerpt(withoutSecrets(url.href), longest)}: ${problem}`);
  return url;
}
