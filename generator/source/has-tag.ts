import { resolve } from "node:path";
import { inputError } from "./failures.ts";
import { findRepository } from "./git-repository.ts";
import { runGit } from "./run-git.ts";

/**
 * Whether the repository around a folder has a tag; false where there is no repository, undefined where there is no git.
 * @throws BindgenError `input` where git does not say, as in a repository of somebody else
 */
export async function hasTag(folder: string, tag: string): Promise<boolean | undefined> {
  const place = await findRepository(resolve(folder));
  if (place === undefined) return false;
  const bounds = { maxBytes: 64 * 1024, timeoutMs: 30_000 };
  if ((await runGit(place.top, ["show-ref", "--verify", "--quiet", `refs/tags/${tag}`], bounds)).ok) return true;
  // That there is no tag, and that git does not tell, look alike.
  const answer = await runGit(place.top, ["rev-parse", "--git-dir"], bounds);
  if (answer.ok) return false;
  if (answer.why === "missing") return undefined;
  throw inputError(place.top, `git does not say whether there is a tag ${tag}: ${answer.said}`);
}
