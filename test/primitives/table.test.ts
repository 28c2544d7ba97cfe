import { describe, expect, test } from "vitest";
import { primitiveTypes } from "../../generator/edm.ts";
import type { Access } from "../golden/examples.ts";
import { documentText } from "../readme/documents.ts";
import { emit, isCollection, presences, type Emitted, type Presence } from "./emitted.ts";
import { compatibleFolder, readTable, tableNames, type Row } from "./table.ts";
import { verdictOf } from "./verdict.ts";

describe.each([
  { folder: ".", ieee754Compatible: false },
  { folder: compatibleFolder, ieee754Compatible: true },
] as const)("the tables in spec/primitives/$folder", async ({ folder, ieee754Compatible }) => {
  const tables = new Map(tableNames(folder).map((name) => [name, readTable(name)]));
  const rows = [...tables.values()].flat();
  const emitted = await emit(rows, ieee754Compatible);

  test.each([...tables])("%s: as the value of a member", (_, given) => {
    expect(given.flatMap((row) => presences.flatMap((presence) => differs(emitted, row, presence)))).toEqual([]);
  });

  test("single values are judged alike as items of a collection", () => {
    const items = rows.filter((row) => !isCollection(row) && row.json !== "null");
    expect(items.flatMap((row) => differsAsItem(emitted(row, "received"), row))).toEqual([]);
  });

  test("absence is an issue only where null is not allowed, and only of what is whole", () => {
    const found = rows.flatMap((row) => {
      const required = row.facets.includes('Nullable="false"') && !isCollection(row);
      return presences.flatMap((presence) => {
        const want = required && presence !== "received" ? "missing-required" : "ok";
        return mismatch(row, want, verdictOf(emitted(row, presence), {}, "/value"));
      });
    });
    expect(found).toEqual([]);
  });
});

describe("the tables as a whole", () => {
  const rows = [...tableNames("."), ...tableNames(compatibleFolder)].flatMap(readTable);

  test("every primitive type has values that are right and values that are not", () => {
    const wants = (type: string): string[] =>
      rows.filter((row) => row.type === type).map(({ want }) => (want === "ok" ? "right" : "wrong"));
    const without = primitiveTypes.filter((type) => new Set(wants(type)).size < 2);
    expect(without).toEqual([]);
    expect(rows.length).toBeGreaterThanOrEqual(1200);
  });

  test("no row stands there twice", () => {
    const keys = rows.map(({ place, type, facets, json }) => [place.split(":")[0], type, facets, json].join("\t"));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  test("the choices are those of the README, and each is shown", () => {
    const [, choices = ""] = documentText("README.md").split("### Lexical choices");
    const listed = [...(choices.split("###")[0]?.matchAll(/^\| (.*?) +\|/gm) ?? [])].map(([, name]) => name).slice(2);
    const shown = new Set(rows.flatMap(({ section }) => /^choice: (.*)$/.exec(section)?.[1] ?? []));
    expect([...shown].sort()).toEqual(listed.sort());
  });
});

/** What the row wants under a presence: warnings of what is to come are for what is read. */
function wanted({ want }: Row, presence: Presence): string {
  return presence === "create" ? want.replace("warning ", "") : want;
}

function differs(emitted: Emitted, row: Row, presence: Presence): string[] {
  const value: unknown = JSON.parse(`{"value": ${row.json}}`);
  return mismatch(row, wanted(row, presence), verdictOf(emitted(row, presence), value, "/value"), presence);
}

function differsAsItem(access: Access, row: Row): string[] {
  const value: unknown = JSON.parse(`{"items": [${row.json}]}`);
  const want = row.want === "ok" ? "ok" : `${row.want} at /0`;
  return mismatch(row, want, verdictOf(access, value, "/items"), "as an item");
}

function mismatch({ place, type, facets, json }: Row, want: string, got: string, how = "absent"): string[] {
  return got === want ? [] : [`${place} ${type} ${facets} ${json}, ${how}: wanted ${want}, got ${got}`];
}
