import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { jobOf, type Outcome, runStep } from "./workflows.ts";

const folder = mkdtempSync(join(tmpdir(), "odata-bindgen-workflows-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let scratch: string;
let cwd: string;
beforeEach(() => {
  scratch = mkdtempSync(join(folder, "run-"));
  cwd = join(scratch, "checkout");
  mkdirSync(cwd);
});

/** What a program that stands in for another was called with, one call a line. */
function calls(): string[] {
  const log = join(scratch, "log");
  return existsSync(log) ? readFileSync(log, "utf8").trimEnd().split("\n") : [];
}

// The runners of these two workflows have Linux.
describe.skipIf(process.platform === "win32")("the refresh", () => {
  const job = jobOf("refresh.yml", "refresh");
  const isolated = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" };

  function git(...args: readonly string[]): string {
    const identity = ["-c", "user.name=test", "-c", "user.email=test@example.com"];
    const { stdout, stderr, status } = spawnSync("git", [...identity, ...args], {
      cwd,
      env: { ...process.env, ...isolated },
      encoding: "utf8",
    });
    expect(status, stderr).toBe(0);
    return stdout.trim();
  }

  beforeEach(() => {
    git("init", "--quiet", "--bare", "--initial-branch=main", "../remote.git");
    git("init", "--quiet", "--initial-branch=main");
    git("remote", "add", "origin", "../remote.git");
    for (const path of ["generated", "spec/graph"]) mkdirSync(join(cwd, path), { recursive: true });
    write("generated/index.ts", "1");
    write("spec/graph/SOURCE.md", "1");
    git("add", "--all");
    git("commit", "--quiet", "--message", "start");
    git("push", "--quiet", "origin", "main");
  });

  function write(path: string, text: string): void {
    writeFileSync(join(cwd, path), text);
  }

  function step(name: string, openPullRequest = "", programs = {}): Outcome {
    const gh = `echo "gh $*" >> "${scratch}/log"; case "$*" in "pr list"*) printf '%s' "${openPullRequest}";; esac`;
    const files = {
      RUNNER_TEMP: scratch,
      GITHUB_OUTPUT: join(scratch, "output"),
      GITHUB_STEP_SUMMARY: join(scratch, "summary"),
    };
    const env = { ...isolated, ...files, GITHUB_REF_NAME: "main" };
    return runStep(job, name, { cwd, env, scratch, programs: { gh, ...programs } });
  }

  test.each([
    ["nothing", undefined, undefined],
    ["a changed file of the package", "generated/index.ts", "found=true\n"],
    ["a new file of the package", "generated/new.ts", "found=true\n"],
    ["another document with the same slice", "spec/graph/SOURCE.md", undefined],
  ])("after %s", (_title, path, output) => {
    if (path !== undefined) write(path, "2");
    expect(step("See whether the package changed").code).toBe(0);
    const file = join(scratch, "output");
    expect(existsSync(file) ? readFileSync(file, "utf8") : undefined).toBe(output);
  });

  test("the body is the diff, which is shown with the run, too", () => {
    const program = `[ "$*" = "dist/cli.js diff git:HEAD --format markdown --fail-on none" ] && echo "# Compatible"`;
    expect(step("Say what changed", "", { node: program })).toEqual({ code: 0, output: "" });
    expect(readFileSync(join(scratch, "body.md"), "utf8")).toBe("# Compatible\n");
    expect(readFileSync(join(scratch, "summary"), "utf8")).toBe("# Compatible\n");
  });

  const propose = "Open or update the pull request";
  const title = "--title Refresh from Microsoft Graph";

  test("a pull request is opened, with everything in it, and checked", () => {
    write("generated/new.ts", "2");
    expect(step(propose).code).toBe(0);
    expect(git("show", "--format=%s", "--name-only", "origin/refresh/graph").split("\n")).toEqual([
      "Refresh from Microsoft Graph",
      "",
      "generated/new.ts",
    ]);
    expect(calls()).toEqual([
      "gh auth setup-git",
      "gh workflow run ci.yml --ref refresh/graph",
      expect.stringMatching(/^gh pr list --head refresh\/graph --state open .*select\(\.isCrossRepository \| not\)/),
      `gh pr create --base main --head refresh/graph ${title} --body-file ${scratch}/body.md`,
    ]);
  });

  test("the one that is open is updated", () => {
    write("generated/index.ts", "2");
    step(propose);
    git("switch", "--quiet", "main");
    git("branch", "--quiet", "-D", "refresh/graph");
    write("generated/index.ts", "3");
    rmSync(join(scratch, "log"));
    expect(step(propose, "17").code).toBe(0);
    expect(git("show", "origin/refresh/graph:generated/index.ts")).toBe("3");
    expect(calls()).toContain("gh workflow run ci.yml --ref refresh/graph");
    expect(calls().at(-1)).toBe(`gh pr edit 17 ${title} --body-file ${scratch}/body.md`);
  });

  test("the same files are neither pushed nor checked again", () => {
    write("generated/index.ts", "2");
    step(propose);
    const pushed = git("rev-parse", "origin/refresh/graph");
    git("switch", "--quiet", "main");
    git("branch", "--quiet", "-D", "refresh/graph");
    write("generated/index.ts", "2");
    rmSync(join(scratch, "log"));
    expect(step(propose, "17").output).toContain("has these very files already");
    git("fetch", "--quiet", "origin");
    expect(git("rev-parse", "origin/refresh/graph")).toBe(pushed);
    expect(calls().map((call) => call.split(" ", 3).join(" "))).toEqual([
      "gh auth setup-git",
      "gh pr list",
      "gh pr edit",
    ]);
  });
});

describe.skipIf(process.platform === "win32")("the release", () => {
  beforeEach(() => {
    mkdirSync(join(cwd, "generated"));
    writeFileSync(join(cwd, "package.json"), '{ "name": "tool", "version": "2.0.0" }');
    writeFileSync(join(cwd, "generated", "package.json"), '{ "name": "@own/bindings", "version": "3.1.0-beta.1" }');
  });

  test.each([
    ["v2.0.0", 0],
    ["v3.1.0-beta.1", 0],
    ["v3.1.0", 1],
    ["v2.0.00", 1],
    ["v", 1],
  ])("tag %s: exit code %i", (tag, code) => {
    const outcome = runStep(jobOf("release.yml", "test"), "Compare the tag with the versions", {
      cwd,
      scratch,
      env: { GITHUB_REF_NAME: tag },
    });
    expect(outcome).toEqual({
      code,
      output: code === 0 ? "" : expect.stringContaining("v3.1.0-beta.1 (the generated"),
    });
  });

  function publish(published: string, failing = "nothing"): Outcome {
    const npm = [
      `case "$1" in`,
      `view) case " ${published} " in *" $2 "*) echo "\${2##*@}";; *) exit 1;; esac;;`,
      `*) echo "$(basename "$PWD"): npm $*" >> "${scratch}/log"; [ "$1" != "${failing}" ];;`,
      `esac`,
    ].join("\n");
    const env = { GITHUB_SERVER_URL: "https://github.com", GITHUB_REPOSITORY: "own/repo" };
    const job = jobOf("release.yml", "publish");
    return runStep(job, "Publish the versions that are new", { cwd, scratch, env, programs: { npm } });
  }

  const repository = "pkg set repository.type=git repository.url=git+https://github.com/own/repo.git";
  const bindings = [
    `generated: npm ${repository} repository.directory=generated`,
    "generated: npm publish --provenance --access public --tag next",
  ];
  const tool = [`checkout: npm ${repository}`, "checkout: npm publish --provenance --access public --tag latest"];

  test.each([
    ["both are new", "", [...bindings, ...tool]],
    ["the tool is published", "tool@2.0.0", bindings],
    ["another version of each is published", "tool@1.0.0 @own/bindings@3.1.0-beta.2", [...bindings, ...tool]],
    ["both are published", "tool@2.0.0 @own/bindings@3.1.0-beta.1", []],
  ])("%s", (_title, published, wanted) => {
    expect(publish(published).code).toBe(0);
    expect(calls()).toEqual(wanted);
  });

  test("a failure is one", () => {
    expect(publish("", "publish").code).not.toBe(0);
    expect(calls()).toEqual(bindings);
  });

  test.each([
    ["11.5.1", 0],
    ["11.10.0", 0],
    ["12.0.0", 0],
    ["11.5.0", 1],
    ["10.9.4", 1],
  ])("npm %s: exit code %i", (version, code) => {
    const name = "See whether npm knows trusted publishing";
    const surroundings = { cwd, scratch, env: {}, programs: { npm: `echo ${version}` } };
    expect(runStep(jobOf("release.yml", "publish"), name, surroundings).code).toBe(code);
  });
});
