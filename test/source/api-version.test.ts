import { describe, expect, test } from "vitest";
import { apiVersion, withApiVersion } from "../../generator/source/api-version.ts";
import { failing } from "./support.ts";

const beta = "https://x.test/beta/$metadata";

describe("the version that a URL names", () => {
  const rows: readonly (readonly [location: string, version: string | undefined, asBeta: string | undefined])[] = [
    ["https://graph.microsoft.com/v1.0/$metadata", "v1.0", "https://graph.microsoft.com/beta/$metadata"],
    ["https://x.test/V4/$metadata", "V4", beta],
    ["https://x.test/beta/$metadata", "beta", beta],
    ["https://x.test/v1.0", "v1.0", "https://x.test/beta"],
    ["https://x.test/a/v1/b/v1.2.3/$metadata", "v1.2.3", "https://x.test/a/v1/b/beta/$metadata"],
    ["https://x.test/v1.0/$metadata?v=/v2/#/v3/", "v1.0", "https://x.test/beta/$metadata?v=/v2/#/v3/"],
    ["https://x.test/v1.0//$metadata%20", "v1.0", "https://x.test/beta//$metadata%20"],
    ["https://beta/$metadata", undefined, undefined],
    ["https://v1.0", undefined, undefined],
    ["https://x.test/v1.0-old/$metadata", undefined, undefined],
    ["https://x.test/$metadata?at=/v1.0/", undefined, undefined],
    ["https://x.test/$metadata", undefined, undefined],
    ["", undefined, undefined],
  ];

  test.each(rows)("%s: %s", async (location, version, asBeta) => {
    expect(apiVersion(location)).toBe(version);
    if (asBeta !== undefined) return expect(withApiVersion(location, "beta")).toBe(asBeta);
    const failed = await failing(() => Promise.resolve().then(() => withApiVersion(location, "beta")));
    const message = `${location} names no version of an API\n  say where the document is with --metadata URL`;
    expect(failed).toEqual(["usage", message]);
  });
});

test.each(["2024-01", "v2.0", "next_1"])("%s is taken as a version", (name) => {
  expect(withApiVersion(beta, name)).toBe(`https://x.test/${name}/$metadata`);
});

test.each(["", ".", "..", "../x", "a/b", "a?b", "a b", "-a", "é"])("%j is none", async (name) => {
  const failed = await failing(() => Promise.resolve().then(() => withApiVersion(beta, name)));
  expect(failed).toEqual(["usage", `--api ${name} names no version\n  for instance: --api beta`]);
});
