import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it, vi } from "vitest";
import { hasTag } from "../../generator/source/has-tag.ts";
import { commit, git, gitFolder } from "./git-support.ts";

const root = gitFolder();
const repo = join(root, "repo");

beforeAll(() => {
  mkdirSync(join(repo, "spec"), { recursive: true });
  git(repo, "init", "--quiet", "--initial-branch", "main");
  writeFileSync(join(repo, "spec", "a.xml"), "a");
  commit(repo);
  for (const tag of ["v1.0.0", "v1.1.0-rc.1+build"]) git(repo, "tag", tag);
  git(repo, "tag", "--annotate", "--message", "x", "v2.0.0");
  git(repo, "branch", "v3.0.0");
});

it.each([
  ["v1.0.0", true],
  ["v1.1.0-rc.1+build", true],
  ["v2.0.0", true],
  ["v3.0.0", false],
  ["v1", false],
  ["v*", false],
  ["--all", false],
  ["main", false],
])("%s: %s", async (tag, want) => {
  expect(await hasTag(join(repo, "spec"), tag)).toBe(want);
});

it("there is none outside of a repository; without git nobody knows", async () => {
  expect(await hasTag(root, "v1.0.0")).toBe(false);
  if (process.platform === "win32") return;
  vi.stubEnv("PATH", root);
  expect(await hasTag(repo, "v1.0.0")).toBeUndefined();
});

it("what git does not tell is no answer", async () => {
  const broken = join(root, "broken");
  mkdirSync(broken);
  git(broken, "init", "--quiet");
  writeFileSync(join(broken, ".git", "config"), "[core\n");
  await expect(hasTag(broken, "v1.0.0")).rejects.toMatchObject({ kind: "input" });
});
