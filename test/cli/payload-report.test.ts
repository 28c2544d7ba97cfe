import { expect, test } from "vitest";
import { describeDrift, driftAsJson } from "../../generator/commands/payload-report.ts";
import type { TypeUse } from "../../generator/model/types.ts";
import type {
  DiscriminatorFinding,
  Drift,
  EnumMemberFinding,
  MemberFinding,
  SeenAt,
} from "../../generator/payloads/types.ts";

const at = (file: string, pointer = ""): SeenAt => ({ file, pointer });
const seen = (...places: SeenAt[]): Pick<MemberFinding, "count" | "places" | "evidence"> => ({
  count: places.length,
  places,
  evidence: places.map(({ file }) => file),
});

const use = (name: string, collection = false): TypeUse => ({
  name,
  collection,
  maxLength: undefined,
  precision: undefined,
  scale: undefined,
});

function member(path: string, more: Partial<MemberFinding> = {}): MemberFinding {
  const [owner = "", name = ""] = path.split("/");
  const type = { use: use("Edm.String"), nullable: undefined, union: undefined, basis: "b" };
  const finding = { path, owner, name, type, empty: false, samples: [], meant: undefined, obstacle: undefined };
  return { ...finding, ...seen(at("a.json", "/p")), ...more };
}

function enumMember(path: string, more: Partial<EnumMemberFinding> = {}): EnumMemberFinding {
  const [owner = "", name = ""] = path.split("/");
  return { path, owner, name, meant: undefined, obstacle: undefined, ...seen(at("a.json")), ...more };
}

function discriminator(kind: DiscriminatorFinding["kind"], more: Partial<DiscriminatorFinding>): DiscriminatorFinding {
  const finding = { name: "n.X", kind, declared: "n.T", members: [], meant: undefined, obstacle: undefined };
  return { ...finding, ...seen(at("a.json")), ...more };
}

const nothing: Drift = { bodies: 1, members: [], enumMembers: [], discriminators: [], guesses: [], unrecognised: [] };
const members = "members that nothing declares:\n";
const discriminators = "discriminators that do not belong where they stand:\n";

test.each<[why: string, drift: Partial<Drift>, text: string]>([
  ["nothing, of one body", {}, "1 body: everything in them is declared\n"],
  ["nothing, of several", { bodies: 2 }, "2 bodies: everything in them is declared\n"],
  ["nothing, where there was nothing", { bodies: 0 }, "0 bodies: there is nothing in them\n"],
  [
    "nothing, because nothing was looked at",
    { bodies: 0, unrecognised: [{ ...at("a.json"), reason: "an error response" }] },
    "not looked at:\n  an error response\n      a.json\n\n0 bodies: nothing was looked at\n",
  ],
  [
    "nothing, in what was looked at",
    { unrecognised: [{ ...at("a.json", "/p"), reason: "too deep" }] },
    "not looked at:\n  too deep\n      a.json#/p\n\n1 body: everything that was looked at is declared\n",
  ],
  [
    "a collection of several kinds",
    {
      members: [
        member("n.T/items", {
          type: {
            use: use("Edm.Untyped", true),
            nullable: false,
            union: { name: "items", types: ["n.A", "n.B"] },
            basis: "by its tags",
          },
        }),
      ],
    },
    `${members}  n.T/items  1 time
      Collection(Edm.Untyped), one or many of n.A, n.B, by its tags
      a.json#/p

1 body: 1 member to look at
--pick n.T/items (repeatable) or --pick all prints an overlay that declares it
`,
  ],
  [
    "a name that another one is meant by: the example is one that none is",
    { members: [member("n.T/Name", { meant: "n.T/name", ...seen(at("a"), at("b")) }), member("n.T/more")] },
    `${members}  n.T/Name  2 times
      Edm.String, b
      perhaps n.T/name is meant
      a and 1 more
  n.T/more  1 time
      Edm.String, b
      a.json#/p

1 body: 2 members to look at
--pick n.T/more (repeatable) or --pick all prints an overlay that declares it
`,
  ],
  [
    "what no overlay can declare is no example",
    { members: [member("n.T/1", { obstacle: "no" })], enumMembers: [enumMember("n.E/a"), enumMember("n.E/b")] },
    `${members}  n.T/1  1 time
      Edm.String, b
      not to be picked: no
      a.json#/p

members of enumerations that nothing declares:
  n.E/a  1 time
      a.json
  n.E/b  1 time
      a.json

1 body: 1 member, 2 members of enumerations to look at
--pick n.E/a (repeatable) or --pick all prints an overlay that declares it
`,
  ],
  [
    "discriminators of each kind",
    {
      discriminators: [
        discriminator("unknown", { declared: undefined }),
        discriminator("unknown", { obstacle: "CSDL allows no such name", meant: "n.x" }),
        discriminator("outside", { meant: "n.Y" }),
        discriminator("unfit", {}),
        discriminator("unfit", { members: ["n.T/p", "n.T/q"] }),
        discriminator("unlisted", { members: ["n.T/p"] }),
      ],
    },
    `${discriminators}  n.X  1 time
      where nothing is declared
      to declare it as a type: --pick n.X
      a.json
  n.X  1 time
      where n.T is declared
      perhaps n.x is meant
      not to be picked: CSDL allows no such name
      a.json
  n.X  1 time
      where n.T is declared
      perhaps n.Y is meant
      a.json
  n.X  1 time
      where n.T is declared
      a.json
  n.X  1 time
      where n.T is declared
      if it is data there, and not the object's type: --pick n.T/p or --pick n.T/q
      a.json
  n.X  1 time
      where n.T is declared
      to add it to the union: --pick n.T/p
      a.json

1 body: 6 discriminators to look at
`,
  ],
  [
    "bodies taken for types, one line a type",
    { guesses: ["n.T", "n.U", "n.T"].map((type, index) => ({ ...at(`${index}.json`), type })) },
    `bodies taken for a type that they do not name:
  n.T  2 bodies
      0.json and 1 more
  n.U  1 body
      1.json

1 body: everything in them is declared
`,
  ],
])("%s", (_why, drift, text) => {
  expect(describeDrift({ ...nothing, ...drift })).toBe(text);
});

test("JSON has the types as CSDL writes them, and the first ten places", () => {
  const places = Array.from({ length: 11 }, (_, index) => at(`${index}.json`));
  const list = member("n.T/list", {
    ...seen(...places),
    type: { use: use("n.T", true), nullable: true, union: undefined, basis: "b" },
  });
  const one = member("n.T/one");
  expect(JSON.parse(driftAsJson({ ...nothing, members: [list, one] }, "<x/>"))).toMatchObject({
    members: [
      { type: "Collection(n.T)", nullable: true, count: 11, places: places.slice(0, 10) },
      { type: "Edm.String", places: [at("a.json", "/p")] },
    ],
    fragment: "<x/>",
  });
});
