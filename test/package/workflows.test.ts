import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { packagePath } from "../../generator/package-root.ts";
import { jobOf, type Step, workflows } from "./workflows.ts";

const jobs = [...workflows].flatMap(([file, { jobs: own }]) =>
  Object.entries(own).map(([name, job]) => ({ title: `${file}, ${name}`, job })),
);
const steps = jobs.flatMap(({ title, job }) => job.steps.map((step) => ({ title, step })));
const checkouts = steps.filter(({ step }) => step.uses?.startsWith("actions/checkout@"));

/** What each job may do. Whoever adds a line here says why in the workflow. */
const rights = {
  "ci.yml, test": { contents: "read" },
  "refresh.yml, refresh": { actions: "write", contents: "write", "pull-requests": "write" },
  "release.yml, test": { contents: "read" },
  "release.yml, publish": { contents: "read", "id-token": "write" },
};

describe("what runs with rights", () => {
  test("nothing is granted to a whole workflow, and to a job only what it needs", () => {
    expect([...workflows.values()].map(({ permissions }) => permissions)).toEqual([{}, {}, {}]);
    expect(Object.fromEntries(jobs.map(({ title, job }) => [title, job.permissions]))).toEqual(rights);
  });

  test("actions are GitHub's own, and pinned by a full hash with the version beside it", () => {
    const lines = [...workflows.values()].flatMap(({ text }) =>
      text.split("\n").filter((line) => /\buses:/.test(line)),
    );
    const pins = lines.map(
      (line) => /^ +- uses: (actions\/(?:checkout|setup-node)@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/.exec(line)?.[1],
    );
    expect(pins).toHaveLength(steps.filter(({ step }) => step.uses !== undefined).length);
    expect([...new Set(pins)].sort()).toEqual([
      expect.stringMatching(/^actions\/checkout@/),
      expect.stringMatching(/^actions\/setup-node@/),
    ]);
  });

  test("no step finds a token on the disk, and only the one that opens pull requests gets one", () => {
    expect(checkouts).toHaveLength(jobs.length);
    for (const { title, step } of checkouts) expect(step.with?.["persist-credentials"], title).toBe(false);
    const given = steps.filter(({ step }) => /token|secrets/i.test(JSON.stringify(step.env ?? {})));
    expect(given.map(({ step }) => step.name)).toEqual(["Open or update the pull request"]);
    expect([...workflows.values()].filter(({ text }) => text.includes("secrets."))).toEqual([]);
  });

  test("nothing is pasted into a script", () => {
    expect(steps.filter(({ step }) => step.run?.includes("${{"))).toEqual([]);
  });

  test("npm publishes by the identity of the workflow: no registry with a token is set up", () => {
    const options = jobOf("release.yml", "publish").steps.flatMap((step) => Object.keys(step.with ?? {}));
    expect(options).not.toContain("registry-url");
    expect(runs("release.yml", "publish").join("\n")).toContain("npm publish --provenance --access public");
  });
});

describe("what runs", () => {
  test.each(jobs)("$title: ends in time", ({ job }) => {
    expect(job["timeout-minutes"]).toBeGreaterThan(0);
    expect(job["timeout-minutes"]).toBeLessThanOrEqual(45);
  });

  test("a newer run takes the place of an older one where nothing is written, and waits where something is", () => {
    const concurrency = [...workflows].map(([file, workflow]) => [file, workflow.concurrency]);
    expect(Object.fromEntries(concurrency)).toEqual({
      "ci.yml": { group: "ci-${{ github.ref }}", "cancel-in-progress": true },
      "refresh.yml": { group: "refresh", "cancel-in-progress": false },
      "release.yml": { group: "release", "cancel-in-progress": false },
    });
  });

  test("CI runs everything on every system and version of Node.js that is supported", () => {
    const { strategy } = jobOf("ci.yml", "test");
    expect(strategy?.matrix).toEqual({
      os: ["ubuntu-latest", "macos-latest", "windows-latest"],
      node: [20, 22, 24],
    });
    expect(runs("ci.yml", "test").sort()).toEqual([
      "git diff --exit-code",
      "npm ci",
      "npm run check",
      "npm run lint",
      "npm run test:package",
      "npm run typecheck",
      "npm test",
    ]);
  });

  test("what needs the history has it", () => {
    const shallow = checkouts.filter(({ step }) => step.with?.["fetch-depth"] !== 0).map(({ title }) => title);
    expect(shallow).toEqual(["release.yml, publish"]);
  });

  test("every script exists", () => {
    const { scripts } = JSON.parse(readFileSync(packagePath("package.json"), "utf8")) as { scripts: object };
    const called = steps.flatMap(({ step }) => [
      ...(step.run ?? "").matchAll(/\bnpm (?:run )?(test|(?<=run )[\w:]+)/g),
    ]);
    expect(called.length).toBeGreaterThan(5);
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(called.map(([, name]) => name ?? "")));
  });

  test("scripts of more than one command run in a shell that all systems have", () => {
    const long = steps.filter(({ step }) => step.run?.trim().includes("\n"));
    expect(long.map(({ step }) => step.shell)).toEqual(long.map(() => "bash"));
  });
});

/** The commands of a job. */
function runs(file: string, name: string): string[] {
  return jobOf(file, name).steps.flatMap(({ run }: Step) => run ?? []);
}
