import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import type { RefreshFlags } from "../../generator/commands/arguments.ts";
import { ordersOf } from "../../generator/commands/refresh-orders.ts";
import type { Config } from "../../generator/config/types.ts";
import type { BindgenError } from "../../generator/errors.ts";
import { configOf } from "../plan/support.ts";

const v1 = configOf({ name: "v1", metadata: "/spec/v1.xml", source: "https://x.test/v1.0/$metadata", roots: ["a"] });
const beta = configOf({ name: "beta", metadata: "/spec/beta.xml", source: "https://x.test/beta/$metadata" });
const more = { ...v1, name: "more", out: "/more", roots: ["b"] };

type Flags = Partial<RefreshFlags>;

function ordered(flags: Flags, all: readonly Config[], chosen = all): ReturnType<typeof ordersOf> {
  const none = { config: undefined, only: undefined, metadata: undefined, api: undefined };
  const unbounded = { timeout: undefined, retries: undefined, "max-size": undefined };
  return ordersOf({ ...none, ...unbounded, ...flags }, { all, chosen }, "/here");
}

/** From where to where, and with which page: `URL → file, page`. */
function orders(flags: Flags, all: readonly Config[], chosen = all): string[] {
  return ordered(flags, all, chosen).map(({ metadata, config, page }) => `${metadata} → ${config.metadata}, ${page}`);
}

describe("what is downloaded", () => {
  const rows: readonly (readonly [string, Flags, Config[], Config[], string[]])[] = [
    ["one document", {}, [v1], [v1], ["https://x.test/v1.0/$metadata → /spec/v1.xml, SOURCE.md"]],
    ["from a file", { metadata: "m.xml" }, [v1], [v1], [`${resolve("/here/m.xml")} → /spec/v1.xml, SOURCE.md`]],
    ["from another URL", { metadata: "https://y.test/m" }, [v1], [v1], ["https://y.test/m → /spec/v1.xml, SOURCE.md"]],
    ["another version", { api: "beta" }, [v1], [v1], ["https://x.test/beta/$metadata → /spec/v1.xml, SOURCE.md"]],
    [
      "two documents",
      {},
      [v1, beta],
      [v1, beta],
      [
        "https://x.test/v1.0/$metadata → /spec/v1.xml, v1.SOURCE.md",
        "https://x.test/beta/$metadata → /spec/beta.xml, beta.SOURCE.md",
      ],
    ],
    [
      "the one of two that was chosen, with the same page",
      {},
      [v1, beta],
      [beta],
      ["https://x.test/beta/$metadata → /spec/beta.xml, beta.SOURCE.md"],
    ],
    [
      "the one of two that is of a version",
      { api: "Beta" },
      [v1, beta],
      [v1, beta],
      ["https://x.test/Beta/$metadata → /spec/beta.xml, beta.SOURCE.md"],
    ],
    [
      "another version of the one that was chosen",
      { api: "beta" },
      [v1, beta],
      [v1],
      ["https://x.test/beta/$metadata → /spec/v1.xml, v1.SOURCE.md"],
    ],
  ];
  test.each(rows)("%s", (_, flags, all, chosen, want) => {
    expect(orders(flags, all, chosen)).toEqual(want);
  });

  test("a document that two outputs share: once, for both, even if only one of them was chosen", () => {
    for (const chosen of [[v1, more], [v1], [more]]) {
      const found = ordered({}, [v1, more], chosen);
      expect(found.map(({ config, page }) => [config.roots, page])).toEqual([[["a", "b"], "SOURCE.md"]]);
    }
  });

  test("is published where --api found it, and where the config says otherwise", () => {
    const source = (flags: Flags): (string | undefined)[] => ordered(flags, [v1]).map(({ config }) => config.source);
    expect(source({ api: "beta" })).toEqual([beta.source]);
    expect(source({ metadata: "https://mirror.test/m" })).toEqual([v1.source]);
  });

  test("within the bounds that the flags set", () => {
    const bounds = (flags: Flags): unknown => ordered(flags, [v1])[0]?.download;
    expect(bounds({})).toEqual({ timeoutMs: undefined, maxBytes: undefined, retries: undefined });
    expect(bounds({ timeout: "0.5", retries: "0", "max-size": "1.5" })).toEqual({
      timeoutMs: 500,
      maxBytes: 1_572_864,
      retries: 0,
    });
  });
});

describe("flags that do not say what to do", () => {
  const url = configOf({ metadata: "https://x.test/m", source: "https://x.test/m" });
  const silent = configOf({ metadata: "/spec/m.csdl.xml" });
  const git = configOf({ metadata: "git:HEAD:/m.xml", source: "https://x.test/m" });
  const rows: readonly (readonly [Flags, Config[], string])[] = [
    [{}, [url], "the config generates from https://x.test/m, there is no file to refresh"],
    [{}, [git], "the config generates from git:HEAD:/m.xml, there is no file to refresh"],
    [{}, [{ ...v1, metadata: "/spec/Source.md" }], "Source.md is what refresh writes about a document"],
    [{}, [silent], "the config does not say where to download m.csdl.xml from"],
    [{}, [v1, silent], "the config does not say where to download m.csdl.xml from"],
    [{ metadata: "m.xml" }, [v1, beta], "--metadata is for one document, and the config has several"],
    [{ metadata: "m.xml", api: "beta" }, [v1], "--metadata and --api exclude each other"],
    [{ api: "v2" }, [v1, beta], "--api v2: no output of the config is from this version"],
    [{ api: "../beta" }, [v1], "--api ../beta names no version"],
    [{ api: "beta" }, [{ ...v1, source: "https://x.test/m" }], "https://x.test/m names no version of an API"],
    [{ timeout: "0" }, [v1], '--timeout takes a number above 0 and below a million, found "0"'],
    [{ timeout: "1e3" }, [v1], '--timeout takes a number above 0 and below a million, found "1e3"'],
    [{ "max-size": "-1" }, [v1], '--max-size takes a number above 0 and below a million, found "-1"'],
    [{ "max-size": "257" }, [v1], '--max-size takes at most 256 megabytes, found "257"'],
    [{ "max-size": "1000000" }, [v1], '--max-size takes a number above 0 and below a million, found "1000000"'],
    [{ retries: "1.5" }, [v1], '--retries takes a whole number below a million, found "1.5"'],
    [{ retries: "many" }, [v1], '--retries takes a whole number below a million, found "many"'],
  ];
  test.each(rows)("%j: %#", (flags, all, message) => {
    const problem = expect.objectContaining({ message, hint: expect.stringMatching(/./) as string }) as object;
    const wanted = expect.objectContaining({ kind: "usage", problems: [problem] }) as BindgenError;
    expect(() => orders(flags, all)).toThrow(wanted);
  });
});
