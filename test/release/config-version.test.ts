import { describe, expect, test } from "vitest";
import { versionKeys, withVersion } from "../../generator/release/config-version.ts";

const single = '{\n\t"roots": ["a"],   "package":{"version" :"0.1.0","name": "x"}\r\n}';
const several = `{
  "package": { "name": "x", "version": "1.0.0" },
  "outputs": {
    "v1": { "out": "v1" },
    "beta": { "out": "beta", "package": { "name": "y", "version": "0.1.0" } }
  }
}
`;

describe("where the version stands", () => {
  test.each<[text: string, output: string | undefined, keys: readonly string[] | undefined]>([
    [single, undefined, ["package", "version"]],
    [several, "v1", ["package", "version"]],
    [several, "beta", ["outputs", "beta", "package", "version"]],
    ['{ "roots": ["a"] }', undefined, undefined],
    ['{ "outputs": { "v1": { "out": "v1" } } }', "v1", undefined],
    ["", undefined, undefined],
  ])("%j of %s", (text, output, keys) => {
    expect(versionKeys(text, output)).toEqual(keys);
  });
});

describe("another version", () => {
  test("changes nothing else", () => {
    const keys = ["package", "version"];
    expect(withVersion(single, keys, "0.2.0")).toBe(single.replace("0.1.0", "0.2.0"));
    expect(withVersion(several, keys, "1.0.1")).toBe(several.replace("1.0.0", "1.0.1"));
    const own = ["outputs", "beta", "package", "version"];
    expect(withVersion(several, own, "0.1.1")).toBe(several.replace("0.1.0", "0.1.1"));
  });
});
