import { describe, expect, test } from "vitest";
import { declarationsAt, planOf } from "./support.ts";

const complex = (name: string, inner = "", attributes = ""): string =>
  `<ComplexType Name="${name}" ${attributes}>${inner}</ComplexType>`;
const property = (name: string, type: string, attributes = "", inner = ""): string =>
  `<Property Name="${name}" Type="${type}" ${attributes}>${inner}</Property>`;
describe("presences", () => {
  const text =
    `<EntityType Name="call"><Key><PropertyRef Name="id"/></Key>${property("id", "Edm.String", 'Nullable="false"')}` +
    property("to", "Edm.String", 'Nullable="false"') +
    property("made", "Edm.String", 'Nullable="false"', '<Annotation Term="Core.Computed"/>') +
    property("kind", "Edm.String", 'Nullable="false"', '<Annotation Term="Core.Immutable"/>') +
    `${property("wait", "Edm.Int32", 'Nullable="false" DefaultValue="5"')}</EntityType>`;
  const plan = planOf(text);
  test.each([
    [
      "received",
      "id?: string | null | undefined; kind?: string | undefined; made?: string | undefined; to?: string | undefined; wait?: number | undefined",
    ],
    ["create", "id?: string | undefined; kind: string; to: string; wait?: number | undefined"],
    ["update", "to?: string | undefined; wait?: number | undefined"],
    ["declared", "id: string; kind: string; made: string; to: string; wait: number"],
  ])("%s: %s", (presence, members) => {
    const [line] = declarationsAt(plan, `n/types/${presence}`);
    expect(line?.replace(/^.*'#n\.call' \| undefined; (.*) }$/, "$1")).toBe(members);
  });

  test("what says the same is an alias, of structure and verdict, through members and bases", () => {
    const same = complex("options", property("p", "Edm.String")) + complex("holder", property("o", "n.options"));
    expect(declarationsAt(planOf(same), "n/types/create")).toEqual([
      "HolderCreateTagged = HolderTagged",
      "HolderCreate = Holder",
      "OptionsCreateTagged = OptionsTagged",
      "OptionsCreate = Options",
    ]);
  });

  test("one member deep inside that differs makes all that hold it differ", () => {
    const differs =
      complex("options", property("p", "Edm.String", 'Nullable="false"')) +
      complex("holder", property("o", "n.options")) +
      complex("apart");
    const lines = declarationsAt(planOf(differs), "n/types/create");
    expect(lines.filter((line) => line.startsWith("interface")).map((line) => line.split(" ")[1])).toEqual([
      "HolderCreate",
      "HolderCreateTagged",
      "OptionsCreate",
      "OptionsCreateTagged",
    ]);
    expect(lines).toContain("ApartCreate = Apart");
    expect(lines.join()).toContain("o?: OptionsCreate | null | undefined");
  });

  test("however far down", () => {
    const length = 600;
    const chain = (last: string): string =>
      Array.from({ length }, (_, n) => complex(`t${n}`, n === length - 1 ? last : property("o", `n.t${n + 1}`))).join(
        "",
      );
    const made = (last: string): string[] => {
      const plan = planOf(chain(last));
      const paths = plan.modules.map(({ path }) => path).filter((path) => path.startsWith("n/types/create/"));
      return paths.flatMap((path) => declarationsAt(plan, path));
    };
    expect(made(property("p", "Edm.String")).filter((line) => line.startsWith("interface"))).toEqual([]);
    const differing = made(property("p", "Edm.String", 'Nullable="false"'));
    expect(differing.filter((line) => /^interface \w+Create /.test(line))).toHaveLength(length);
  });

  test("an evolvable enumeration is judged otherwise in what is sent: no alias", () => {
    const evolvable = (name: string): string =>
      complex("T", property("p", "n.M")) + `<EnumType Name="M"><Member Name="a"/><Member Name="${name}"/></EnumType>`;
    expect(declarationsAt(planOf(evolvable("b")), "n/types/create")).toContain("TCreate = T");
    expect(declarationsAt(planOf(evolvable("unknownFutureValue")), "n/types/create")[0]).toMatch(/^interface TCreate /);
  });

  test("dynamic members of an open type are judged in its own presence: no alias", () => {
    const open = complex("T", "", 'OpenType="true"') + complex("holder", property("p", "n.T"));
    const lines = declarationsAt(planOf(open), "n/types/create");
    expect(lines.filter((line) => line.includes(" = "))).toEqual([]);
  });

  test("inside an update, complex values follow create", () => {
    const required = property("p", "Edm.String", 'Nullable="false"');
    const nested =
      complex("inner", required) + `<EntityType Name="E">${required}${property("in", "n.inner")}</EntityType>`;
    expect(declarationsAt(planOf(nested), "n/types/update").join()).toContain("in?: InnerCreate | null | undefined");
  });
});
