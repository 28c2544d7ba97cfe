import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseCsdl } from "../../generator/csdl/parse-csdl.ts";
import { buildModel } from "../../generator/model/build-model.ts";
import { packagePath } from "../../generator/package-root.ts";
import { deepFreeze, inputOf, modelOf } from "./support.ts";

test("the documents are not changed, and a second model of them is the same", () => {
  const input = deepFreeze(
    inputOf(
      `<ComplexType Name="b" BaseType="n.a"/><ComplexType Name="a"><Property Name="z" Type="Edm.String"/><Property Name="a" Type="n.M"/></ComplexType>
       <EnumType Name="M"><Member Name="z" Value="2"/><Member Name="a" Value="1"/></EnumType><Action Name="go"><Parameter Name="p" Type="n.a"/></Action>`,
      { overlay: '<ComplexType Name="a"><Property Name="b" Type="Edm.String"/></ComplexType>' },
    ),
  );
  expect(buildModel(input)).toEqual(buildModel(input));
});

const folder = packagePath("spec", "cases");
const cases = readdirSync(folder).filter((name) => name.endsWith(".csdl.xml"));

test.each(cases)("spec/cases/%s: the document stays as it is", (name) => {
  const document = deepFreeze(parseCsdl({ file: name, bytes: readFileSync(`${folder}/${name}`) }));
  const { warnings } = buildModel({ metadata: [document], overlay: [], docs: "metadata" });
  expect(warnings.slice(document.warnings.length).map(({ message }) => message)).toEqual(
    // Services write it, and it is the most hostile name of all.
    name.startsWith("hostile-names-that")
      ? [expect.stringContaining("constructor/constructor has the name of its own")]
      : [],
  );
});

test("what the reader tolerates is handed on", () => {
  const model = modelOf('<ComplexType Name="T" Colour="red"/>', { overlay: '<ComplexType Name="T" Smell="none"/>' });
  expect(model.warnings.map(({ place, message }) => [place?.file, message])).toEqual([
    ["t.xml", expect.stringContaining("Colour")],
    ["overlay.xml", expect.stringContaining("Smell")],
  ]);
});
