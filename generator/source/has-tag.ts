import { resolve } from "node:path";
import { findRepository } from "./git-repository.ts";
import { runGit } from "./run-git.ts";

/** Whether the repository around a folder has a tag; false where there is no repository, or no git. */
export async function hasTag(folder: string, tag: string): Promise<boolean> {
  const place = await findRepository(resolve(folder));
  if (place === undefined) return false;
  const bounds = { maxBytes: 64 * 1024, timeoutMs: 30_000 };
  return (await runGit(place.top, ["show-ref", "--verify", "--quiet", `refs/tags/${tag}`], bounds)).ok;
}
