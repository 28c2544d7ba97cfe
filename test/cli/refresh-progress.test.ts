import type { RequestListener } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { downloadOptions } from "../../generator/commands/download-options.ts";
import { withProgress } from "../../generator/commands/progress.ts";
import { readSource } from "../../generator/source/read-source.ts";
import { serve } from "../source/support.ts";
import { fakeTerminal } from "./fake-terminal.ts";

const part = Buffer.alloc(256 * 1024, " ");
const parts = 7;

/** Sends 1.75 MB in little more than a second. */
const drip: RequestListener = (_, response) => {
  response.writeHead(200, { "content-length": parts * part.length });
  void (async () => {
    for (let sent = 0; sent < parts; sent++) {
      response.write(part);
      await delay(200);
    }
    response.end();
  })();
};

async function shown(progress: boolean, columns: number): Promise<{ stdout: string; stderr: string; url: string }> {
  const { url } = await serve(drip);
  const { terminal, stdout, stderr } = fakeTerminal({ progress, columns });
  const { bytes } = await withProgress(terminal, (step) => readSource(url, downloadOptions.listeners(url, step)));
  expect(bytes.length).toBe(parts * part.length);
  return { stdout: stdout(), stderr: stderr(), url };
}

describe("a download that takes more than a second", () => {
  test("shows a person how many megabytes have come, in one line that is erased in the end", async () => {
    const { stdout, stderr, url } = await shown(true, 100);
    expect(stdout).toBe("");
    const [start, ...lines] = stderr.split("\r\u001b[2K");
    expect([start, lines.pop()]).toEqual(["", ""]);
    expect(lines.length).toBeGreaterThan(0);
    const megabytes = lines.map((line) => Number(/^Downloading (\d\.\d) MB of 1\.8 MB from (\S+)…$/.exec(line)?.[1]));
    expect(megabytes).toEqual([...megabytes].sort((a, b) => a - b));
    expect(megabytes.at(-1)).toBeGreaterThan(1);
    expect(lines.at(-1)).toContain(url);
  });

  test("shows the megabytes however narrow the terminal is", async () => {
    const { stderr } = await shown(true, 33);
    expect(stderr).toMatch(/Downloading 1\.\d MB of 1\.8 MB f/);
    expect(Math.max(...stderr.split("\r\u001b[2K").map((line) => line.length))).toBe(32);
  });

  test("shows nothing in a pipe", async () => {
    expect(await shown(false, 100)).toMatchObject({ stdout: "", stderr: "" });
  });
});

describe("steps", () => {
  const steps = (tell: (listeners: ReturnType<typeof downloadOptions.listeners>) => void): string[] => {
    const told: string[] = [];
    tell(downloadOptions.listeners("https://x.test/m", (step) => void told.push(step)));
    return told;
  };

  test("of parts that arrive faster than anybody reads are left out", () => {
    const told = steps(({ onProgress }) => {
      for (let received = 1; received <= 1000; received++) onProgress?.({ received: received * 1_048_576 });
    });
    expect(told.slice(0, 1)).toEqual(["Downloading 1.0 MB from https://x.test/m"]);
    expect(told.length).toBeLessThan(10);
  });

  test("say why it is tried again and when, without letting the server steer the terminal", () => {
    const told = steps(({ onRetry }) => onRetry?.({ attempt: 1, waitMs: 1500, reason: "503 \u009b31mBusy\u001b[2J" }));
    expect(told).toEqual(["503 \\u009b31mBusy\\u001b[2J: attempt 2 in 2 s"]);
  });
});
