import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it, vi } from "vitest";
import { lastCommitTouching } from "../../generator/source/git.ts";
import { commit, git, gitFolder } from "./git-support.ts";

const root = gitFolder();
const repo = join(root, "repo");
const commits = new Map<string, string>();

beforeAll(() => {
  mkdirSync(repo);
  git(repo, "init", "--quiet", "--initial-branch", "main");
  for (const name of ["spec", "gone", "other", "[x]"]) {
    mkdirSync(join(repo, name, "deep"), { recursive: true });
    writeFileSync(join(repo, name, "deep", "a.xml"), name);
    commits.set(name, commit(repo, name));
  }
  rmSync(join(repo, "gone"), { recursive: true });
  commits.set("gone", commit(repo, "gone"));
  mkdirSync(join(repo, "new"));
  writeFileSync(join(repo, "new", "a.xml"), "not committed");
  writeFileSync(join(repo, "spec", "deep", "a.xml"), "changed, not committed");
});

it.each([
  ["spec", "spec"],
  ["spec/deep", "spec"],
  ["other", "other"],
  ["[x]", "[x]"],
  ["gone", "gone"],
  ["gone/deep", "gone"],
  [".", "gone"],
  ["new", undefined],
  ["none", undefined],
  ["*", undefined],
])("below %s the last commit is that of %s", async (folder, want) => {
  expect(await lastCommitTouching(join(repo, folder))).toBe(want === undefined ? undefined : commits.get(want));
});

it("is unknown outside of a repository, before the first commit, and without git", async () => {
  const fresh = join(root, "fresh");
  mkdirSync(fresh);
  expect(await lastCommitTouching(fresh)).toBeUndefined();
  git(fresh, "init", "--quiet");
  expect(await lastCommitTouching(fresh)).toBeUndefined();
  if (process.platform === "win32") return;
  vi.stubEnv("PATH", root);
  expect(await lastCommitTouching(join(repo, "spec"))).toBeUndefined();
});

it("is known in a shallow clone as far as the history goes", async () => {
  const clone = join(root, "shallow");
  git(root, "clone", "--quiet", "--depth", "2", `file://${repo}`, clone);
  expect(await lastCommitTouching(join(clone, "gone"))).toBe(commits.get("gone"));
  // The oldest commit of the clone looks as if it had made all that is older.
  expect(await lastCommitTouching(join(clone, "spec"))).toBeUndefined();
  git(clone, "fetch", "--quiet", "--unshallow");
  expect(await lastCommitTouching(join(clone, "spec"))).toBe(commits.get("spec"));
});
