import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { gitLocation } from "../../generator/git-location.ts";
import { readSource } from "../../generator/source/read-source.ts";
import { runGit } from "../../generator/source/run-git.ts";
import { commit, git, gitFolder } from "./git-support.ts";
import { failure, text } from "./support.ts";

const root = gitFolder();
const repo = join(root, "repo");
const file = join(repo, "spec", "graph", "a.xml");
const commits: string[] = [];
/** Windows has neither such names nor, for everybody, links. */
const windows = process.platform === "win32";
const odd = "c:d *[x] é.xml";

function at(revision: string, path = file): string {
  return gitLocation({ revision, path });
}

async function read(revision: string, path = file): Promise<string> {
  return text((await readSource(at(revision, path))).bytes);
}

beforeAll(() => {
  mkdirSync(join(repo, "spec", "graph"), { recursive: true });
  mkdirSync(join(repo, "gone", "deep"), { recursive: true });
  git(repo, "init", "--quiet", "--initial-branch", "main");
  writeFileSync(file, "one");
  writeFileSync(join(repo, "gone", "deep", "b.xml"), "gone");
  writeFileSync(join(repo, "top.xml"), "top");
  writeFileSync(join(repo, "spec", "empty.xml"), "");
  if (!windows) {
    writeFileSync(join(repo, "spec", odd), "odd");
    symlinkSync("graph", join(repo, "spec", "link"));
    symlinkSync("a.xml", join(repo, "spec", "graph", "link.xml"));
  }
  commits.push(commit(repo, "first"));
  git(repo, "tag", "v1");
  git(repo, "update-ref", "refs/remotes/origin/release", "HEAD");
  writeFileSync(file, "two");
  rmSync(join(repo, "gone"), { recursive: true });
  commits.push(commit(repo, "second"));
  writeFileSync(file, "three, not committed");
  writeFileSync(join(repo, "spec", "new.xml"), "not committed");
});

describe("a file of a revision", () => {
  it.each(["HEAD~1", "v1", "v1^{commit}", "main~1", "HEAD^", "HEAD^{/first}", "origin/release", "@~"])(
    "%s",
    async (one) => {
      expect(await read(one)).toBe("one");
    },
  );

  it("by hash, whole or not, and the newest one", async () => {
    const [first = ""] = commits;
    expect([await read(first), await read(first.slice(0, 10)), await read("HEAD")]).toEqual(["one", "one", "two"]);
  });

  it("has the location for its name", async () => {
    expect((await readSource(at("HEAD"))).file).toBe(`git:HEAD:${file}`);
  });

  it.each([
    ["at the top", "top.xml", "top"],
    ["empty", "spec/empty.xml", ""],
    ["in a folder that is gone", "gone/deep/b.xml", "gone"],
    ["with detours", "spec/../gone/./../top.xml", "top"],
  ])("%s", async (_name, path, want) => {
    expect(await read("HEAD~1", `${repo}/${path}`)).toBe(want);
  });

  it.skipIf(windows).each([
    ["with signs that mean something elsewhere", `spec/${odd}`, "odd"],
    ["through a link to a folder", "spec/link/a.xml", "one"],
  ])("%s", async (_name, path, want) => {
    expect(await read("HEAD~1", `${repo}/${path}`)).toBe(want);
  });

  it.skipIf(windows)("by a link to the repository from outside", async () => {
    symlinkSync(repo, join(root, "elsewhere"));
    expect(await read("HEAD", join(root, "elsewhere", "spec", "graph", "a.xml"))).toBe("two");
  });

  it("of a linked working tree, with its own HEAD, also where git runs the tool", async () => {
    const tree = join(root, "tree");
    git(repo, "worktree", "add", "--quiet", "--detach", tree, "v1");
    expect(await read("HEAD", join(tree, "spec", "graph", "a.xml"))).toBe("one");
    // As in hooks and in `rebase --exec`.
    vi.stubEnv("GIT_DIR", git(tree, "rev-parse", "--absolute-git-dir"));
    expect(await read("HEAD", join(tree, "spec", "graph", "a.xml"))).toBe("one");
  });

  it("of the innermost repository; an empty .git is none", async () => {
    const inner = join(repo, "inner");
    mkdirSync(join(repo, "fake", ".git"), { recursive: true });
    mkdirSync(inner);
    git(inner, "init", "--quiet");
    writeFileSync(join(inner, "top.xml"), "inner");
    commit(inner);
    expect(await read("HEAD", join(inner, "top.xml"))).toBe("inner");
    expect((await failure(at("HEAD", join(repo, "fake", "top.xml"))))[1]).toContain("there is no top.xml in commit");
  });

  it("up to the limit and not beyond", async () => {
    expect((await readSource(at("HEAD"), { maxBytes: 3 })).bytes.length).toBe(3);
    const [kind, message] = await failure(at("HEAD"), { maxBytes: 2 });
    expect([kind, message]).toEqual([
      "input",
      expect.stringContaining("a.xml: it is larger than the limit of 2 bytes"),
    ]);
  });
});

describe("an unknown revision is a usage error", () => {
  it.each([
    "nope",
    "--help",
    "--git-dir=/tmp",
    "-h",
    "^HEAD",
    "HEAD~1..HEAD",
    "HEAD^@",
    "HEAD^{tree}",
    "HEAD~99",
    "HEAD@{99}",
    "@{upstream}",
    "a b",
    "$(id)",
    "é^{",
    "0000000000000000000000000000000000000000",
  ])("%s", async (revision) => {
    const [kind, message] = await failure(at(revision));
    expect([kind, message]).toEqual([
      "usage",
      expect.stringContaining(`there is no revision ${revision} in ${repo}\n  `),
    ]);
  });

  it.each([
    ["mian", 'did you mean "main"?'],
    ["release", 'did you mean "origin/release"?'],
    ["something-else", "give a branch, a tag or a commit"],
  ])("%s: %s", async (revision, hint) => {
    expect((await failure(at(revision)))[1]).toMatch(new RegExp(`\\n {2}${hint.replace(/[?.]/g, "\\$&")}$`));
  });

  it("with another hint in a shallow clone", async () => {
    const clone = join(root, "shallow");
    git(root, "clone", "--quiet", "--depth", "1", `file://${repo}`, clone);
    const [kind, message] = await failure(at("HEAD~1", join(clone, "top.xml")));
    expect(kind).toBe("usage");
    expect(message).toContain("the clone is shallow: fetch the history with git fetch --unshallow");
  });
});

describe("an input error", () => {
  it.each([
    ["never committed", "spec/new.xml", "there is no spec/new.xml in commit"],
    ["gone since", "gone/deep/b.xml", "there is no gone/deep/b.xml in commit"],
    ["another case", "TOP.xml", "there is no TOP.xml in commit"],
    ["magic of git", "spec/:(top)top.xml", "there is no spec/:(top)top.xml in commit"],
    ["a pattern", "*.xml", "there is no *.xml in commit"],
    ["a folder", "spec/graph", "it is a folder in that revision"],
  ])("%s", async (_name, path, want) => {
    const [kind, message] = await failure(at("HEAD", `${repo}/${path}`));
    expect([kind, message]).toEqual(["input", expect.stringContaining(`git:HEAD:${repo}/${path}: ${want}`)]);
  });

  it.skipIf(windows)("a link", async () => {
    const [kind, message] = await failure(at("HEAD", join(repo, "spec", "graph", "link.xml")));
    expect([kind, message]).toEqual(["input", expect.stringContaining("it is a symbolic link in that revision")]);
  });

  it.each(["none/a.xml", "repo", "repo/."])("outside of any repository: %s", async (path) => {
    const [kind, message] = await failure(at("HEAD", `${root}/${path}`));
    expect([kind, message]).toEqual(["input", expect.stringContaining("the path is in no git repository\n  give")]);
  });

  it("in a repository that git does not open", async () => {
    const broken = join(root, "broken");
    mkdirSync(join(broken, ".git"), { recursive: true });
    const [kind, message] = await failure(at("HEAD", join(broken, "a.xml")));
    expect([kind, message]).toEqual(["input", expect.stringContaining("git cannot read it: not a git repository")]);
  });

  it.skipIf(windows)("without git", async () => {
    vi.stubEnv("PATH", root);
    const [kind, message] = await failure(at("HEAD"));
    expect([kind, message]).toEqual(["input", expect.stringContaining("git cannot be run\n  install git")]);
  });

  it.skipIf(windows)("where git takes too long", async () => {
    const bin = join(root, "bin");
    mkdirSync(bin);
    writeFileSync(join(bin, "git"), "#!/bin/sh\nexec /bin/sleep 20\n", { mode: 0o755 });
    vi.stubEnv("PATH", bin);
    const [kind, message] = await failure(at("HEAD"), { timeoutMs: 100 });
    expect([kind, message]).toEqual(["input", expect.stringContaining("git did not answer within 100 ms")]);
  });
});

it.skipIf(windows)("a repository makes git neither fetch nor run anything", async () => {
  const origin = join(root, "origin");
  mkdirSync(origin);
  git(origin, "init", "--quiet");
  git(origin, "config", "uploadpack.allowFilter", "true");
  writeFileSync(join(origin, "a.xml"), "one");
  commit(origin);
  const partial = join(root, "partial");
  git(root, "clone", "--quiet", "--no-checkout", "--filter=blob:none", `file://${origin}`, partial);
  const ran = join(root, "ran");
  const program = join(root, "program.sh");
  writeFileSync(program, `#!/bin/sh\ntouch ${ran}\nexec git-upload-pack "$@"\n`, { mode: 0o755 });
  git(partial, "config", "remote.origin.uploadpack", program);
  git(partial, "config", "protocol.file.allow", "always");
  git(partial, "config", "core.fsmonitor", program);
  git(partial, "config", "core.pager", program);
  const [kind, message] = await failure(at("HEAD", join(partial, "a.xml")));
  expect([kind, existsSync(ran)]).toEqual(["input", false]);
  expect(message).toContain("git cannot read it");
  // As git itself would have it.
  git(partial, "-c", "protocol.file.allow=always", "cat-file", "blob", "HEAD:a.xml");
  expect(existsSync(ran)).toBe(true);
});

it("git that says more than was asked for is stopped", async () => {
  const version = (maxBytes: number) => runGit(root, ["--version"], { maxBytes, timeoutMs: 30_000 });
  expect(await version(1000)).toMatchObject({ ok: true });
  expect(await version(3)).toMatchObject({ ok: false, why: "too-large" });
});
