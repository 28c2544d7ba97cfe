import { describe, expect, test } from "vitest";
import { itemFits, kindFits } from "../../generator/payloads/fits.ts";
import { formOf, habits } from "../../generator/payloads/forms.ts";
import { readLenientJson } from "../../generator/payloads/lenient-json.ts";
import { nextValues } from "../../generator/payloads/next-values.ts";
import { indexTypes, plainUse } from "../../generator/payloads/type-index.ts";
import { nameFit, splitWords, withSingulars } from "../../generator/payloads/words.ts";
import { enumOf, modelOf } from "../model/support.ts";
import { sliceOf } from "../slice/support.ts";

describe("words", () => {
  test.each([
    ["activeModalities", ["active", "modalities"]],
    ["URLOfX2Page", ["url", "of", "x2", "page"]],
    ["snake_case-name", ["snake", "case", "name"]],
    ["größeÄndern", ["größe", "ändern"]],
    ["__", []],
  ])("%s", (name, words) => {
    expect(splitWords(name)).toEqual(words);
  });

  test.each([
    ["policies", ["policies", "policy", "policie"]],
    ["boxes", ["boxes", "box", "boxe"]],
    ["routes", ["routes", "route"]],
    ["access", ["access"]],
    ["s", ["s"]],
  ])("singulars of %s", (word, forms) => {
    expect(withSingulars([word]).map(([form]) => form)).toEqual(forms);
  });

  test.each([
    ["endpointType", "endpointType", 2],
    ["modalities", "modality", 2],
    ["activeModalities", "modality", 1],
    ["modality", "activeModality", 0],
    ["callState", "state", 1],
    ["estate", "state", 0],
    ["state", "", 0],
  ] as const)("%s fits %s: %i", (member, type, fit) => {
    expect(nameFit(member, type)).toBe(fit);
  });
});

describe("forms of strings", () => {
  test.each([
    ["dc368399-474c-4d40-900c-6265431fd81f", "Edm.Guid"],
    ["72f988bf-86f1-41af-91ab-2d1db47", "Edm.String"],
    ["2020-01-01T10:00Z", "Edm.DateTimeOffset"],
    ["2020-01-01T10:00:00", "Edm.String"],
    ["2020-01-01", "Edm.Date"],
    ["10:00:00.5", "Edm.TimeOfDay"],
    ["PT1.5S", "Edm.Duration"],
    // What the validators do not take for a value of the type is none.
    ["2020-13-01", "Edm.String"],
    ["2020-02-30T10:00Z", "Edm.String"],
    ["25:00:00", "Edm.String"],
    ["+P1D", "Edm.String"],
    ["", "Edm.String"],
  ])("%s", (text, form) => {
    expect(formOf(text)).toBe(form);
  });

  test("the majority of the declared members decides, and not a tie", () => {
    const [text, guid] = [
      { type: "Edm.String", form: "Edm.Guid" },
      { type: "Edm.Guid", form: "Edm.Guid" },
    ];
    expect(habits([text, guid]).get("Edm.Guid")).toBe("Edm.Guid");
    expect(habits([text, guid, text]).get("Edm.Guid")).toBe("Edm.String");
    expect(habits([]).get("Edm.Duration")).toBe("Edm.Duration");
  });
});

describe("numbers of further members", () => {
  test.each([
    ["", '<Member Name="a" Value="0"/><Member Name="b" Value="3"/>', [4n, 5n]],
    ["", "", [0n, 1n]],
    ["", '<Member Name="a" Value="-5"/>', [0n, 1n]],
    ['IsFlags="true"', '<Member Name="a" Value="1"/><Member Name="b" Value="6"/>', [8n, 16n]],
    ['IsFlags="true"', "", [1n, 2n]],
    ['UnderlyingType="Edm.Byte"', '<Member Name="a" Value="254"/><Member Name="b" Value="0"/>', [255n, 1n]],
    ['UnderlyingType="Edm.Int64"', '<Member Name="a" Value="9223372036854775807"/>', [0n, 1n]],
  ])("%s %s", (facets, members, values) => {
    const type = enumOf(modelOf(`<EnumType Name="e" ${facets}>${members}</EnumType>`), "n.e");
    expect(nextValues(type, 2)).toEqual(values);
  });
});

describe("JSON as documentation shows it", () => {
  const rows: [text: string, json: unknown, place: string][] = [
    ['{"a":1}', { a: 1 }, ""],
    ['{"a":[1,],}', { a: [1] }, "1:9"],
    ['// call\n{"a":1 /* one */, "b": "//,]"}', { a: 1, b: "//,]" }, "1:1"],
    ['{"a":[{"b":1 , /* last */ },], }', { a: [{ b: 1 }] }, ""],
  ];
  test.each(rows)("%s", async (text, json) => {
    expect(await readLenientJson(text)).toMatchObject({ ok: true, json });
  });

  test("says what was overlooked, and where", async () => {
    expect(await readLenientJson('{\n "a": 1,\n}')).toMatchObject({
      remark: { message: expect.stringMatching(/^this is not quite JSON: /) as unknown, line: 3, column: 1 },
    });
    expect(await readLenientJson("{}")).toMatchObject({ remark: undefined });
  });

  test.each(["", "{...}", '{"a":1,,}', "{,}", "[1 2]", "HTTP/1.1 200 OK", '{"a":1}}', "[".repeat(100_000)])(
    "%.20s is none",
    async (text) => {
      expect(await readLenientJson(text)).toMatchObject({
        ok: false,
        remark: { message: expect.stringMatching(/^this is not JSON: /) as unknown },
      });
    },
  );

  test("prototype names stay data", async () => {
    const read = await readLenientJson('{"__proto__":{"x":1},}');
    expect(read.ok && Object.keys(read.json as object)).toEqual(["__proto__"]);
  });
});

describe("what fits a type", () => {
  const index = indexTypes(
    sliceOf(
      `<TypeDefinition Name="size" UnderlyingType="Edm.Int16"/><EnumType Name="e"><Member Name="a" Value="0"/></EnumType>
       <ComplexType Name="t"><Property Name="p" Type="n.size"/><Property Name="q" Type="n.e"/></ComplexType>`,
      "all",
    ),
  );
  test.each<[type: string, right: unknown[], wrong: unknown[]]>([
    ["Edm.Untyped", [1, "a", {}, [], null], []],
    ["Edm.Boolean", [true, null], [1, "true", {}]],
    ["Edm.String", ["a"], [1, {}, true]],
    ["Edm.Date", ["2020-01-01"], ["a", 1]],
    ["Edm.SByte", [-128, 127], [128, 0.5, "1"]],
    ["Edm.Double", [0.5, 1e300], ["0.5", {}]],
    ["Edm.GeographyPoint", [{}], ["a", 1, []]],
    ["Edm.ComplexType", [{}], ["a", []]],
    ["Edm.EntityType", [{}], [1, []]],
    ["n.size", [1, 32_767], [32_768, "1"]],
    ["n.e", ["a"], ["b", 0]],
    ["n.t", [{}], ["a", []]],
  ])("%s", (type, right, wrong) => {
    expect(right.filter((value) => !itemFits(value, type, index))).toEqual([]);
    expect(wrong.filter((value) => itemFits(value, type, index))).toEqual([]);
  });

  test("a collection is an array, whatever is in it", () => {
    expect([[], [1], null].filter((value) => !kindFits(value, plainUse("Edm.String", true), index))).toEqual([]);
    expect(["a", {}].filter((value) => kindFits(value, plainUse("Edm.String", true), index))).toEqual([]);
  });
});
