import { execFileSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, vi } from "vitest";

/** Nothing of the machine's own git: its configuration, or the repository of a hook that runs the tests. */
const clean = {
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_DIR: undefined,
  GIT_INDEX_FILE: undefined,
};

/** Runs git in a folder and hands back what it prints. */
export function git(folder: string, ...args: readonly string[]): string {
  const author = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "protocol.file.allow=always"];
  const env = { ...process.env, ...clean };
  return execFileSync("git", [...author, "-C", folder, ...args], { encoding: "utf8", env, stdio: "pipe" }).trim();
}

/** Commits everything in a folder, and hands back the hash. */
export function commit(folder: string, message = "change"): string {
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "--message", message);
  return git(folder, "rev-parse", "HEAD");
}

/** A folder for the tests of a file, by its real name; the environment of each of them is clean. */
export function gitFolder(): string {
  const folder = realpathSync.native(mkdtempSync(join(tmpdir(), "git-")));
  const stub = (): void => Object.entries(clean).forEach(([name, value]) => vi.stubEnv(name, value));
  beforeAll(stub);
  afterEach(() => {
    vi.unstubAllEnvs();
    stub();
  });
  afterAll(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });
  return folder;
}
