import { describe, expect, it } from "vitest";
import { isLoopback, isPublic, startReach, type HostAddress } from "../../generator/source/addresses.ts";
import { resolveRedirect } from "../../generator/source/url.ts";

describe("hosts", () => {
  it.each([
    ["http://127.0.0.1/", true],
    ["http://127.9.9.9/", true],
    ["http://0x7f.1/", true],
    ["http://2130706433/", true],
    ["http://[::1]/", true],
    ["http://[::ffff:127.0.0.1]/", true],
    ["http://localhost/", true],
    ["http://LOCALHOST./", true],
    ["http://a.localhost/", true],
    ["http://0.0.0.0/", false],
    ["http://127.0.0.1.example.org/", false],
    ["http://localhost.example.org/", false],
    ["http://mylocalhost/", false],
    ["http://10.1.2.3/", false],
  ])("%s is this machine: %s", (url, want) => {
    expect(isLoopback(new URL(url))).toBe(want);
  });
});

describe("addresses", () => {
  const inner =
    "127.0.0.1 127.9.9.9 0.0.0.0 10.1.2.3 100.64.0.1 169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.8 192.0.2.1 " +
    "192.168.1.1 198.18.0.1 203.0.113.5 224.0.0.1 240.0.0.1 255.255.255.255 ::1 :: ::ffff:10.0.0.1 ::ffff:7f00:1 " +
    "::10.0.0.1 64:ff9b::10.0.0.1 64:ff9b:1::8.8.8.8 2002:a00:1:: 2001:0:1::1 2001:db8::1 fec0::1 fe80::1 fd00::1 " +
    "fe80::1%eth0 ff02::1 100::1";
  it.each(inner.split(" "))("%s is not public", (address) => {
    expect(isPublic(address)).toBe(false);
  });

  const outer = "8.8.8.8 172.15.0.1 172.32.0.1 100.128.0.1 2606:4700::1111 ::ffff:8.8.8.8 64:ff9b::8.8.8.8";
  it.each(outer.split(" "))("%s is public", (address) => {
    expect(isPublic(address)).toBe(true);
  });
});

describe("names", () => {
  const outside: HostAddress = { address: "8.8.8.8", family: 4 };
  const inside: HostAddress = { address: "10.0.0.1", family: 4 };
  const answers: Readonly<Record<string, readonly HostAddress[]>> = {
    "outside.test": [outside],
    "inside.test": [inside],
    "both.test": [outside, inside],
  };

  /** What each of the names is looked up as, one after the other in one download. */
  async function lookedUp(...hosts: readonly string[]): Promise<unknown[]> {
    const asked: string[] = [];
    const resolve = (host: string): Promise<readonly HostAddress[]> => {
      asked.push(host);
      return Promise.resolve(answers[host] ?? []);
    };
    const { lookup } = startReach({ resolve, isPublic });
    const found: unknown[] = [];
    for (const host of hosts) {
      found.push(
        await new Promise((done) => {
          lookup(host, { all: true }, (error, addresses) => done(error?.message ?? addresses));
        }),
      );
    }
    return [...found, asked];
  }

  it.each([
    [["outside.test"], [[outside], ["outside.test"]]],
    [["inside.test"], [[inside], ["inside.test"]]],
    [
      ["inside.test", "inside.test"],
      [[inside], [inside], ["inside.test", "inside.test"]],
    ],
    [
      ["outside.test", "inside.test"],
      [[outside], "inside.test has a private address", ["outside.test", "inside.test"]],
    ],
    [
      ["outside.test", "both.test"],
      [[outside], "both.test has a private address", ["outside.test", "both.test"]],
    ],
    [
      ["both.test", "inside.test"],
      [[outside, inside], "inside.test has a private address", ["both.test", "inside.test"]],
    ],
    [
      ["outside.test", "localhost"],
      [[outside], "localhost has a private address", ["outside.test"]],
    ],
  ])("%j", async (hosts, want) => {
    expect(await lookedUp(...hosts)).toEqual(want);
  });

  it.each(["localhost", "LOCALHOST", "localhost.", "a.localhost"])("nobody is asked for %s", async (host) => {
    const loopback = [
      { address: "127.0.0.1", family: 4 },
      { address: "::1", family: 6 },
    ];
    expect(await lookedUp(host)).toEqual([loopback, []]);
  });
});

describe("redirects", () => {
  const outside = new URL("https://8.8.8.8/a/$metadata");

  it.each([
    ["/b", "https://8.8.8.8/b"],
    ["c?d", "https://8.8.8.8/a/c?d"],
    ["//1.1.1.1/", "https://1.1.1.1/"],
    ["https://1.1.1.1/", "https://1.1.1.1/"],
  ])("to %s", (target, want) => {
    expect(resolveRedirect("l", outside, target).href).toBe(want);
  });

  it.each([
    ["https://u:p@8.8.8.8/", "https://…@8.8.8.8/: a URL with a user name or password"],
    ["http://8.8.8.8/", "from https: to http:"],
    ["http://127.0.0.1/", "from https: to http:"],
    ["data:application/xml,<a/>", "from https: to data:"],
    ["https://", "no valid URL"],
  ])("not to %s", (target, want) => {
    expect(() => resolveRedirect("l", outside, target)).toThrow(want);
  });

  it("hints at what the tool reads only", () => {
    expect(() => resolveRedirect("l", outside, "file:///etc/hosts")).toThrow(/to file:$/);
    const loopback = new URL("http://127.0.0.1/");
    expect(() => resolveRedirect("l", loopback, "https://a.test/")).toThrow("give https://a.test/ if you trust it");
  });
});
