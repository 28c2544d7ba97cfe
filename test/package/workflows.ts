import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { parseDocument } from "yaml";
import { packagePath } from "../../generator/package-root.ts";

export interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly shell?: string;
  readonly run?: string;
}

export interface Job {
  readonly "timeout-minutes"?: number;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly strategy?: { readonly matrix: Readonly<Record<string, readonly unknown[]>> };
  readonly env?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

export interface Workflow {
  readonly text: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: unknown;
  readonly concurrency?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const folder = packagePath(".github", "workflows");

/** The workflows by the names of their files. */
export const workflows: ReadonlyMap<string, Workflow> = new Map(
  readdirSync(folder)
    .sort()
    .map((file) => {
      const text = readFileSync(join(folder, file), "utf8");
      const document = parseDocument(text, { strict: true });
      if (document.errors.length + document.warnings.length > 0) throw new Error(`${file} is not right as YAML.`);
      return [file, { ...(document.toJS() as Omit<Workflow, "text">), text }];
    }),
);

/** One job, or a failure that names it. */
export function jobOf(file: string, name: string): Job {
  const job = workflows.get(file)?.jobs[name];
  if (job === undefined) throw new Error(`${file} has no job ${name}.`);
  return job;
}

export interface Surroundings {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Programs that stand in for others: name and shell script. */
  readonly programs?: Readonly<Record<string, string>>;
  /** A folder for them. */
  readonly scratch: string;
}

export interface Outcome {
  readonly code: number | null;
  readonly output: string;
}

/** Runs one step of a job as a runner would, with programs that stand in for those that reach into the world. */
export function runStep(job: Job, name: string, { cwd, env, programs = {}, scratch }: Surroundings): Outcome {
  const step = job.steps.find((one) => one.name === name);
  if (step?.run === undefined) throw new Error(`no step ${name} that runs something`);
  const bin = join(scratch, "bin");
  mkdirSync(bin, { recursive: true });
  for (const [program, text] of Object.entries(programs)) {
    writeFileSync(join(bin, program), `#!/usr/bin/env bash\n${text}\n`, { mode: 0o755 });
  }
  const path = [bin, process.env["PATH"] ?? ""].join(delimiter);
  const { status, stdout, stderr } = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", step.run], {
    cwd,
    env: { ...process.env, ...job.env, ...env, PATH: path },
    encoding: "utf8",
  });
  return { code: status, output: stdout + stderr };
}
