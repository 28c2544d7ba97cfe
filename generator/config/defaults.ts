import { basename, resolve } from "node:path";
import { gitLocation, parseGitLocation } from "../git-location.ts";
import type { PackageConfig } from "./types.ts";

/** Whether a document is named by URL rather than by path; which URLs can be read is the reader's to say. */
export function isUrl(location: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(location);
}

/** A document's location: URLs and files of git revisions as they are, anything else as `locateFile` has it. */
export function locate(folder: string, location: string): string {
  return isUrl(location) || parseGitLocation(location) !== undefined ? location : locateFile(folder, location);
}

/** A file's absolute path, taken relative to `folder`; where that is a folder of a git revision, in the same revision. */
export function locateFile(folder: string, path: string): string {
  const git = parseGitLocation(folder);
  return git === undefined ? resolve(folder, path) : gitLocation({ ...git, path: resolve(git.path, path) });
}

/** What the generated package says of itself where the configuration is silent. */
export function defaultPackage(out: string): PackageConfig {
  return {
    name: packageName(basename(out)),
    version: "0.0.0",
    description: "TypeScript types and validators made from OData metadata.",
    license: "UNLICENSED",
    keywords: [],
  };
}

/** The nearest name that npm accepts: lower case, safe in URLs, no dot or underscore in front. */
function packageName(folder: string): string {
  const name = folder
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, "-")
    .replace(/^[._-]+|-+$/g, "")
    .slice(0, 214);
  return name === "" || name === "node_modules" ? "odata-bindings" : name;
}
