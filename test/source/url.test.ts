import { describe, expect, it } from "vitest";
import { isInner, isLoopback } from "../../generator/source/addresses.ts";
import { resolveRedirect } from "../../generator/source/url.ts";

describe("hosts", () => {
  it.each([
    ["http://127.0.0.1/", true, true],
    ["http://127.9.9.9/", true, true],
    ["http://0x7f.1/", true, true],
    ["http://[::1]/", true, true],
    ["http://[::ffff:127.0.0.1]/", true, true],
    ["http://localhost/", true, true],
    ["http://LOCALHOST./", true, true],
    ["http://a.localhost/", true, true],
    ["http://0.0.0.0/", false, true],
    ["http://10.1.2.3/", false, true],
    ["http://172.31.0.1/", false, true],
    ["http://172.32.0.1/", false, false],
    ["http://192.168.1.1/", false, true],
    ["http://169.254.169.254/", false, true],
    ["http://[::]/", false, true],
    ["http://[fd00::1]/", false, true],
    ["http://[fe80::1]/", false, true],
    ["http://[::ffff:10.0.0.1]/", false, true],
    ["http://8.8.8.8/", false, false],
    ["http://[2606:4700::1111]/", false, false],
  ])("%s: this machine %s, private %s", async (url, loopback, inner) => {
    expect(isLoopback(new URL(url))).toBe(loopback);
    expect(await isInner(new URL(url))).toBe(inner);
  });
});

describe("redirects", () => {
  const outside = new URL("https://8.8.8.8/a/$metadata");

  it.each([
    ["/b", "https://8.8.8.8/b"],
    ["c?d", "https://8.8.8.8/a/c?d"],
    ["https://1.1.1.1/", "https://1.1.1.1/"],
  ])("to %s", async (target, want) => {
    expect((await resolveRedirect("l", outside, target)).href).toBe(want);
  });

  it.each([
    "https://127.0.0.1/",
    "https://localhost/",
    "https://10.0.0.1/",
    "https://[::1]/",
    "https://169.254.169.254/",
  ])("never from the Internet to %s", async (target) => {
    await expect(resolveRedirect("l", outside, target)).rejects.toThrow("into a private network");
  });

  it("from one private host to another", async () => {
    const target = await resolveRedirect("l", new URL("https://10.0.0.1/"), "https://10.0.0.2/");
    expect(target.host).toBe("10.0.0.2");
  });

  it("not to a URL with a password", async () => {
    await expect(resolveRedirect("l", outside, "https://u:p@8.8.8.8/")).rejects.toThrow("user name or password");
  });
});
