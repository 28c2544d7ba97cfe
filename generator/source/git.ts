import { readFile } from "node:fs/promises";
import { basename, dirname, isAbsolute, posix, resolve } from "node:path";
import type { BindgenError } from "../errors.ts";
import type { GitLocation } from "../git-location.ts";
import { didYouMean, suggest } from "../suggest.ts";
import { inputError, tooLarge, usageError } from "./failures.ts";
import { findRepository, type GitPlace } from "./git-repository.ts";
import { inWords } from "./pace.ts";
import { runGit, type GitBounds, type GitResult } from "./run-git.ts";

/** Bounds for a file of a revision, and what to call it in messages. */
export interface GitLimits extends GitBounds {
  readonly location: string;
}

/** Enough for every answer and complaint of git but a file's bytes. */
const maxAnswer = 16 * 1024 * 1024;

/**
 * The bytes of a file as git keeps them in a revision. An unknown revision is a usage error; no git, no repository, no
 * such file, or one that is too large, are input errors.
 */
export async function readGitFile({ revision, path }: GitLocation, limits: GitLimits): Promise<Uint8Array> {
  const { location, maxBytes } = limits;
  if (location.includes("\0")) throw usageError("the location holds a NUL character");
  if (!isAbsolute(path))
    throw usageError(
      `${location}: the path is not absolute`,
      "give the whole path, from the root of the file system: git:<revision>:/…",
    );
  const full = resolve(path);
  const folder = await findRepository(dirname(full));
  if (folder === undefined) throw inputError(location, "the path is in no git repository", otherwise);
  const commit = await resolveRevision(folder.top, revision, limits);
  const entry = await findEntry({ ...folder, inside: posix.join(folder.inside, basename(full)) }, commit, limits);
  if (entry.size > maxBytes) throw tooLarge(location, maxBytes);
  return await ask(folder.top, ["cat-file", "blob", entry.object], limits, entry.size + maxAnswer);
}

const otherwise = "give the file itself, or a path inside the working tree of a repository";

/** The hash of the commit that a revision names. */
async function resolveRevision(top: string, revision: string, limits: GitLimits): Promise<string> {
  // A revision that begins with a dash is no option, and one that names several commits or none is not printed alone.
  const args = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`];
  const result = await runGit(top, args, { ...limits, maxBytes: maxAnswer });
  const commit = result.ok ? text(result.stdout) : "";
  if (/^[0-9a-f]{40,64}$/.test(commit)) return commit;
  if (!result.ok && result.why !== "refused") throw failed(result.why, result.said, limits);
  // Fails where the trouble is the repository and not the revision.
  const shallow = text(await ask(top, ["rev-parse", "--is-shallow-repository"], limits)) === "true";
  const hint = shallow
    ? "the clone is shallow: fetch the history with git fetch --unshallow, or fetch-depth: 0 in a workflow"
    : await revisionHint(top, revision, limits);
  throw usageError(`${limits.location}: there is no revision ${revision} in ${top}`, hint);
}

async function revisionHint(top: string, revision: string, limits: GitLimits): Promise<string> {
  const refs = ["refs/heads", "refs/tags", "refs/remotes"];
  const names = text(await ask(top, ["for-each-ref", "--format=%(refname:short)", ...refs], limits)).split("\n");
  const name = names.find((candidate) => candidate.endsWith(`/${revision}`)) ?? suggest(revision, names);
  return didYouMean(name) ?? "give a branch, a tag or a commit";
}

/** The name under which git keeps a file of a commit, and its size. */
async function findEntry({ top, inside }: GitPlace, commit: string, limits: GitLimits): Promise<Entry> {
  const line = text(await ask(top, ["ls-tree", "-z", "--long", commit, "--", inside], limits));
  const [, mode = "", object = "", size] = /^(\d+) \w+ ([0-9a-f]+) +(\d+|-)\t/.exec(line) ?? [];
  if (mode.startsWith("100")) return { object, size: Number(size) };
  const kind = kinds.get(mode);
  if (kind !== undefined) throw inputError(limits.location, `it is ${kind} in that revision`, "give a file");
  const hint = "was it added later, moved, or never committed?";
  throw inputError(limits.location, `there is no ${inside} in commit ${commit.slice(0, 12)}`, hint);
}

interface Entry {
  readonly object: string;
  readonly size: number;
}

const kinds: ReadonlyMap<string, string> = new Map([
  ["040000", "a folder"],
  ["120000", "a symbolic link"],
  ["160000", "a submodule"],
]);

/** What git prints; an error where it does not. */
async function ask(
  top: string,
  args: readonly string[],
  limits: GitLimits,
  maxBytes: number = maxAnswer,
): Promise<Buffer> {
  const result = await runGit(top, args, { ...limits, maxBytes });
  if (result.ok) return result.stdout;
  throw failed(result.why, result.said, limits);
}

type Failure = Extract<GitResult, { ok: false }>["why"];

function failed(why: Failure, said: string, { location, timeoutMs }: GitLimits): BindgenError {
  if (why === "missing") return inputError(location, "git cannot be run", "install git, or give the file itself");
  if (why === "late") return inputError(location, `git did not answer within ${inWords(timeoutMs)}`);
  return inputError(location, `git cannot read it: ${why === "too-large" ? "it prints too much" : said}`);
}

function text(bytes: Buffer): string {
  return bytes.toString().trim();
}

/**
 * The hash of the commit that last changed anything below a folder, in the repository around it, seen from HEAD.
 * Undefined where that cannot be known: no git, no repository, no such commit, or a shallow clone whose history ends
 * before it.
 */
export async function lastCommitTouching(folder: string): Promise<string | undefined> {
  const place = await findRepository(resolve(folder));
  if (place === undefined) return undefined;
  const { top, inside } = place;
  const bounds = { maxBytes: maxAnswer, timeoutMs: 30_000 };
  const found = await runGit(top, ["rev-list", "-1", "HEAD", "--", inside === "" ? "." : inside], bounds);
  const commit = found.ok ? text(found.stdout) : "";
  if (commit === "") return undefined;
  // Where a shallow clone ends, a commit seems to have made everything that it found.
  const boundary = await runGit(top, ["rev-parse", "--git-path", "shallow"], bounds);
  if (!boundary.ok) return undefined;
  const ends = await readFile(resolve(top, text(boundary.stdout)), "utf8").catch(() => "");
  return ends.split("\n").includes(commit) ? undefined : commit;
}
