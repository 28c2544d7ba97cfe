import { createHash, randomBytes } from "node:crypto";
import { hostname, uptime } from "node:os";
import type { FileSystem } from "./file-system.ts";
import type { Host } from "./types.ts";

/** Who claims a folder. Everything stands in the name of the file, so that no claim is ever half written. */
export interface Claim {
  readonly pid: number;
  /** When the process started, in ticks since the machine did; 0 where the system does not tell. */
  readonly started: string;
  /** Stands for the machine's name. */
  readonly machine: string;
  /** Stands for what numbers the processes: one boot of one machine, and there one container. */
  readonly numbering: string;
  /** Tells the runs of one process apart. */
  readonly token: string;
}

const claimName = /^lock\.(\d{1,10})\.(\d{1,20})\.([0-9a-f]{8})\.([0-9a-f]{8})\.([0-9a-f]{8})$/;
/** How often the owner says that it is still there, and how long it may be silent. */
export const heartbeat = 10_000;
const patience = 5 * 60_000;

/** The claim of this process. */
export async function ownClaim({ pid }: Host, fs: FileSystem): Promise<Claim> {
  const boot = await ifReadable(fs.readFile("/proc/sys/kernel/random/boot_id", "utf8"));
  const numbering = await ifReadable(fs.readlink("/proc/self/ns/pid"));
  return {
    pid,
    started: (await processAt(pid, fs))?.started ?? "0",
    machine: short(hostname()),
    numbering: short(`${hostname()}\n${boot ?? ""}\n${numbering ?? ""}`),
    token: randomBytes(4).toString("hex"),
  };
}

/** The claim as the name of a file. */
export function nameOf({ pid, started, machine, numbering, token }: Claim): string {
  return ["lock", pid, started, machine, numbering, token].join(".");
}

/** The claim that a file stands for; undefined where it is another file. */
export function parseClaim(name: string): Claim | undefined {
  const [, pid = "", started = "", machine = "", numbering = "", token = ""] = claimName.exec(name) ?? [];
  if (pid === "") return undefined;
  return { pid: Number(pid), started, machine, numbering, token };
}

/** When a claim was last touched, and when ours was a moment ago: by one clock, that of the file system. */
export interface Touched {
  readonly theirs: number;
  readonly ours: number;
}

/**
 * Whether the process behind a claim is still at work. Its number alone does not tell, because numbers are used again:
 * where the system says when a process started, that decides; elsewhere, and for other machines and containers, whether
 * its heart still beats.
 */
export async function isAlive(
  claim: Claim,
  { own, touched, host }: { readonly own: Claim; readonly touched: Touched; readonly host: Host },
  fs: FileSystem,
): Promise<boolean> {
  if (claim.numbering === own.numbering) {
    if (!host.isRunning(claim.pid)) return false;
    const now = await processAt(claim.pid, fs);
    // What has ended and nobody has waited for still has its number.
    if (now?.ended === true) return false;
    if (now !== undefined && claim.started !== "0") return now.started === claim.started;
  }
  const booted = Date.now() - uptime() * 1000;
  if (claim.machine === own.machine && touched.theirs < booted) return false;
  return touched.ours - touched.theirs < patience;
}

/** What Linux says of a process (proc(5)): its state is the first field behind its name, its start the twentieth. */
async function processAt(
  pid: number,
  fs: FileSystem,
): Promise<{ readonly started: string; readonly ended: boolean } | undefined> {
  const text = await ifReadable(fs.readFile(`/proc/${pid}/stat`, "utf8"));
  // The name stands in brackets and may hold any character.
  const fields = text?.slice(text.lastIndexOf(")") + 2).split(" ") ?? [];
  const [state, started] = [fields[0], fields[19]];
  if (state === undefined || started === undefined || !/^\d+$/.test(started)) return undefined;
  return { started, ended: state === "Z" || state === "X" };
}

async function ifReadable(read: Promise<string>): Promise<string | undefined> {
  try {
    return await read;
  } catch {
    return undefined;
  }
}

function short(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}
