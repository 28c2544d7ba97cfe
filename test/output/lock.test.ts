import { existsSync } from "node:fs";
import { lstat, mkdir, mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { isAlive, nameOf, ownClaim, parseClaim, type Claim } from "../../generator/output/claim.ts";
import { nodeFileSystem, type FileSystem } from "../../generator/output/file-system.ts";
import { makeFolder } from "../../generator/output/folders.ts";
import { lockFolders } from "../../generator/output/lock.ts";
import type { Host } from "../../generator/output/types.ts";
import { failing, failsAt, nextHost, put, tree } from "./support.ts";

let base = "";
let [a, b] = ["", ""];
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), "lock-"));
  [a, b] = [join(base, "a"), join(base, "deep", "b")];
});
afterEach(() => rm(base, { recursive: true, force: true }));

/** One of several processes that are all alive. */
function alive(): Host {
  return { ...nextHost(), isRunning: () => true };
}

const staging = (folder: string): string => join(folder, ".odata-bindgen");
const claims = async (folder: string): Promise<string[]> =>
  (await readdir(staging(folder))).filter((name) => parseClaim(name) !== undefined);

describe("locking", () => {
  test("makes what it needs, keeps it out of commits, and takes it away again", async () => {
    await put(base, { "other.txt": "theirs" });
    const { folders, release } = await lockFolders([b, a, `${a}/`], { host: alive() });
    expect([...folders]).toEqual([a, b]);
    expect(await claims(a)).toHaveLength(1);
    expect((await readFile(join(staging(a), ".gitignore"), "utf8")).split("\n")).toContain("*");
    await release();
    expect(await readdir(base)).toEqual(["other.txt"]);
  });

  test("leaves folders that are in use by then", async () => {
    const { release } = await lockFolders([b], { host: alive() });
    await put(b, { "x.txt": "x" });
    await put(staging(b), { "notes.md": "mine" });
    await release();
    expect(Object.keys(await tree(b))).toEqual([".odata-bindgen/.gitignore", ".odata-bindgen/notes.md", "x.txt"]);
  });

  test("a second run says who is at work, and holds nothing", async () => {
    const host = alive();
    const first = await lockFolders([b], { host });
    const waited: number[] = [];
    const second = lockFolders([a, b], { host: alive(), patience: 150, waiting: (pid) => waited.push(pid) });
    const hint = expect.stringMatching(/^wait until .*delete .*lock\./) as string;
    await expect(second).rejects.toMatchObject({
      kind: "input",
      problems: [{ place: { file: b }, message: `another run is writing here: process ${host.pid}`, hint }],
    });
    expect(waited).toContain(host.pid);
    expect(existsSync(a)).toBe(false);
    expect(await claims(b)).toHaveLength(1);
    await first.release();
  });

  test("one of another machine is called that", async () => {
    const claim = { pid: 7, started: "0", machine: "00000000", numbering: "00000000", token: "00000000" };
    await put(staging(a), { [nameOf(claim)]: "" });
    await expect(lockFolders([a], { host: alive(), patience: 0 })).rejects.toThrow(
      /process 7 of another machine or container\n/,
    );
  });

  test("a second run begins when the first has ended", async () => {
    const first = await lockFolders([a], { host: alive() });
    const second = lockFolders([a], { host: alive(), patience: 20_000, waiting: () => void first.release() });
    await (await second).release();
    expect(existsSync(a)).toBe(false);
  });

  test("one at a time, of many that come at once, for folders in any order", async () => {
    await put(base, { "a/x.txt": "x", "deep/b/x.txt": "x" });
    const before = await tree(base);
    let inside = 0;
    let most = 0;
    const job = async (index: number): Promise<void> => {
      const { release } = await lockFolders(index % 2 === 0 ? [a, b] : [b, a], { host: alive(), patience: 60_000 });
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setTimeout(resolve, 5));
      inside -= 1;
      await release();
    };
    await Promise.all([...Array(8).keys()].map(job));
    expect(most).toBe(1);
    expect(await tree(base)).toEqual(before);
  });

  test("the same folder by two names is one", async () => {
    await mkdir(join(base, "real", "a"), { recursive: true });
    await symlink(join(base, "real"), join(base, "link"));
    const folders = [join(base, "real", "a"), join(base, "link", "a")];
    const { release } = await lockFolders(folders, { host: alive(), patience: 0 });
    await release();
    expect(await readdir(join(base, "real", "a"))).toEqual([]);
  });

  test("goes on saying that it is there", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    const { release } = await lockFolders([a], { host: alive() });
    const [claim = ""] = await claims(a);
    const longAgo = new Date(Date.now() - 3_600_000);
    await utimes(join(staging(a), claim), longAgo, longAgo);
    vi.advanceTimersByTime(10_000);
    vi.useRealTimers();
    const touched = async (): Promise<number> => (await lstat(join(staging(a), claim))).mtimeMs;
    await vi.waitFor(async () => expect(Date.now() - (await touched())).toBeLessThan(60_000), { timeout: 10_000 });
    await release();
    expect(existsSync(a)).toBe(false);
  });

  test("failing at any call leaves nothing behind", async () => {
    const counting = failing(() => false);
    await lockFolders([a, b], { host: nextHost(), fs: counting.fs });
    const calls = counting.calls();
    await rm(base, { recursive: true });
    for (let nth = 1; nth <= calls; nth += 1) {
      await put(base, { "other.txt": "theirs" });
      const locking = lockFolders([a, b], { host: nextHost(), fs: failing(failsAt(nth)).fs, patience: 0 });
      const error: unknown = await locking.then(
        ({ release }) => release(),
        (thrown: unknown) => thrown,
      );
      if (error !== undefined) expect(error).toMatchObject({ kind: "input" });
      expect(await readdir(base), `call ${nth}`).toEqual(["other.txt"]);
    }
    expect(calls).toBeGreaterThan(20);
  });
});

describe("what was planted", () => {
  const links: [what: string, path: () => string][] = [
    ["the folder", () => a],
    ["the staging folder", () => staging(a)],
  ];
  test.each(links)("a link at %s is refused, and nothing is written through it", async (_what, path) => {
    const elsewhere = join(base, "elsewhere");
    await mkdir(elsewhere);
    if (path() !== a) await mkdir(a);
    await symlink(elsewhere, path());
    await expect(lockFolders([a], { host: alive(), patience: 0 })).rejects.toMatchObject({
      kind: "usage",
      problems: [{ place: { file: path() }, message: expect.stringMatching(/symbolic link/) as string }],
    });
    expect(await readdir(elsewhere)).toEqual([]);
  });

  test("a link where we would keep commits away is not followed", async () => {
    await mkdir(staging(a), { recursive: true });
    await symlink(join(base, "made"), join(staging(a), ".gitignore"));
    await (await lockFolders([a], { host: alive() })).release();
    expect(await readdir(base)).toEqual(["a"]);
  });

  test("a file where the folder should be", async () => {
    await writeFile(a, "x");
    await expect(lockFolders([a], { host: alive() })).rejects.toMatchObject({ kind: "usage" });
    await expect(lockFolders([join(a, "b")], { host: alive() })).rejects.toMatchObject({ kind: "input" });
  });

  test("a folder that takes no entries", async () => {
    // Exists on Linux and refuses; elsewhere it is a folder that cannot be made.
    const refused = lockFolders(["/proc/x/y"], { host: alive(), patience: 0 });
    await expect(refused).rejects.toMatchObject({ kind: "input", problems: [{ place: { file: "/proc/x/y" } }] });
  });
});

describe("making a folder", () => {
  test("tells what it has made, and takes back what was made in vain", async () => {
    expect(await makeFolder(join(base, "x", "y"), nodeFileSystem)).toEqual([join(base, "x", "y"), join(base, "x")]);
    expect(await makeFolder(join(base, "x", "y"), nodeFileSystem)).toEqual([]);
    const late = failing(({ name, args }) => name === "mkdir" && args[0] === join(base, "p", "q") && !first(args[0]));
    await expect(makeFolder(join(base, "p", "q"), late.fs)).rejects.toThrow("disk on fire");
    expect(await readdir(base)).toEqual(["x"]);
  });

  const seen = new Set<unknown>();
  /** Whether it is asked for the first time. */
  function first(path: unknown): boolean {
    if (seen.has(path)) return false;
    seen.add(path);
    return true;
  }
});

describe("whether the other is alive", () => {
  const fresh = { theirs: Date.now(), ours: Date.now() };
  const old = { theirs: Date.now() - 6 * 60_000, ours: Date.now() };
  const running = { pid: process.pid, isRunning: () => true, onInterrupt: () => () => undefined };
  const ended = { ...running, isRunning: () => false };
  let own: Claim;
  beforeEach(async () => {
    own = await ownClaim(running, nodeFileSystem);
  });
  const judge = (claim: Partial<Claim>, host: Host, touched = fresh): Promise<boolean> =>
    isAlive({ ...own, ...claim }, { own, touched, host }, nodeFileSystem);

  test("a claim is its name", () => {
    expect(parseClaim(nameOf(own))).toEqual(own);
    for (const name of ["journal.json", "lock", `${nameOf(own)}.tmp`, nameOf({ ...own, token: "../../x" })]) {
      expect(parseClaim(name)).toBeUndefined();
    }
  });

  test.runIf(process.platform === "linux")("where processes can be asked when they began", async () => {
    expect(own.started).toMatch(/^[1-9]\d*$/);
    // However long it has been silent: it may have been busy, or asleep with its machine.
    expect(await judge({}, running, old)).toBe(true);
    expect(await judge({}, ended)).toBe(false);
    // Another process has its number now.
    expect(await judge({ started: "1" }, running)).toBe(false);
  });

  test.each([
    ["R", true],
    ["Z", false],
    ["X", false],
  ])("where the system says that its state is %s", async (state, expected) => {
    const fields = [state, ...Array.from({ length: 18 }, () => "0"), "77", "0"].join(" ");
    const readFile = () => Promise.resolve(`1 (a) b) ${fields}\n`);
    const fs: FileSystem = Object.assign(Object.create(nodeFileSystem) as FileSystem, { readFile });
    expect(await isAlive({ ...own, started: "77" }, { own, touched: fresh, host: running }, fs)).toBe(expected);
  });

  test("where only its heart tells", async () => {
    const elsewhere = { machine: "00000000", numbering: "00000000" };
    for (const claim of [elsewhere, { started: "0", pid: 5_999_999 }]) {
      expect(await judge(claim, running)).toBe(true);
      expect(await judge(claim, running, old)).toBe(false);
    }
    // Of another machine, the number says nothing.
    expect(await judge(elsewhere, ended)).toBe(true);
    // Before this machine was started, on this machine.
    expect(await judge({ numbering: "00000000" }, running, { theirs: 1, ours: 2 })).toBe(false);
    expect(await judge(elsewhere, running, { theirs: 1, ours: 2 })).toBe(true);
  });

  test("a dead one's claim is taken over and removed", async () => {
    await mkdir(staging(a), { recursive: true });
    const dead = nameOf({ ...own, pid: 5_999_998, started: "0" });
    await writeFile(join(staging(a), dead), "");
    const sixMinutesAgo = new Date(Date.now() - 6 * 60_000);
    const host = alive();
    await expect(lockFolders([a], { host, patience: 0 })).rejects.toThrow(/process 5999998/);
    await utimes(join(staging(a), dead), sixMinutesAgo, sixMinutesAgo);
    const { release } = await lockFolders([a], { host, patience: 0 });
    expect(await claims(a)).not.toContain(dead);
    await release();
  });
});
