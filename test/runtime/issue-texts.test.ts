import { expect, test } from "vitest";
import type { Issue } from "../../templates/runtime/issue.ts";
import type { Presence } from "../../templates/runtime/shape.ts";
import { judge, type TypeName } from "./model-cases.ts";

interface Row {
  readonly title: string;
  readonly given: unknown;
  readonly as?: TypeName;
  readonly presence?: Presence;
  readonly want: Issue;
}

const error = (
  code: Issue["code"],
  path: Issue["path"],
  expected: string,
  received: string,
  message?: string,
): Issue => {
  const text = message ?? `Expected ${expected}, got ${received}.`;
  return { path, code, severity: "error", message: text, expected, received };
};
const warned = (issue: Issue, message: string): Issue => ({ ...issue, severity: "warning", message });
const media = 'one of "#demo.appMedia", "#demo.serviceMedia"';
const dynamic = { "@odata.type": "#demo.info", "@type": "#demo.participant" };

/** Nested as deep as is allowed, and once more. */
function tooDeep(): unknown {
  let value: unknown = {};
  for (let depth = 0; depth < 511; depth += 1) value = [value];
  return { extra: value };
}

// Everything that an issue says, for each place in the walk that makes one (semantics, section 4).
test.each<Row>([
  {
    title: "no array",
    given: { tags: "a" },
    want: error("expected-array", ["tags"], "an array", '"a"'),
  },
  {
    title: "null",
    given: { color: null },
    want: error("null-not-allowed", ["color"], "a value other than null", "null"),
  },
  {
    title: "null in place of an array",
    given: { tags: null },
    want: error("null-not-allowed", ["tags"], "an array", "null"),
  },
  {
    title: "a null item",
    given: { modalities: [null] },
    want: error("null-not-allowed", ["modalities", 0], "a value other than null", "null"),
  },
  {
    title: "null among resources",
    as: "notification",
    given: { resourceData: [null] },
    want: error("null-not-allowed", ["resourceData", 0], "an object", "null"),
  },
  {
    title: "an undefined item",
    given: { tags: [undefined] },
    want: error("wrong-type", ["tags", 0], "a value", "undefined"),
  },
  {
    title: "a hole",
    given: { tags: new Array<string>(1) },
    want: error("wrong-type", ["tags", 0], "a value", "undefined"),
  },
  {
    title: "no object",
    given: { source: [] },
    want: error("expected-object", ["source"], "an object", "an array"),
  },
  {
    title: "no resource",
    as: "notification",
    given: { resourceData: "call" },
    want: error("expected-object", ["resourceData"], "an object or an array of objects", '"call"'),
  },
  { title: "an annotation", given: { "@odata.id": 5 }, want: error("wrong-type", ["@odata.id"], "a string", "5") },
  {
    title: "a null annotation",
    given: { "@odata.etag": null },
    want: error("null-not-allowed", ["@odata.etag"], "a string", "null"),
  },
  {
    title: "a tag that is no string",
    given: { "@odata.type": 5 },
    want: error("wrong-type", ["@odata.type"], "a string", "5"),
  },
  {
    title: "a short tag that is no string",
    given: { "@type": 5 },
    want: error("wrong-type", ["@odata.type"], "a string", "5", 'Expected a string, got 5 in "@type".'),
  },
  {
    title: "a tag that does not fit",
    given: { media: { "@odata.type": "#demo.call" } },
    want: error("unexpected-type", ["media", "@odata.type"], media, '"#demo.call"'),
  },
  {
    title: "a short tag that does not fit",
    given: { media: { "@type": "#demo.call" } },
    want: error(
      "unexpected-type",
      ["media", "@odata.type"],
      media,
      '"#demo.call"',
      `Expected ${media}, got "#demo.call" in "@type".`,
    ),
  },
  {
    title: "two tags that disagree",
    given: { "@odata.type": "#demo.call", "@type": "#demo.info" },
    want: error("unexpected-type", ["@odata.type"], 'the same type as in "@type"', '"#demo.call"'),
  },
  {
    title: "two tags of a dynamic member that disagree",
    as: "identity",
    given: { more: dynamic },
    want: error("unexpected-type", ["more", "@odata.type"], 'the same type as in "@type"', '"#demo.info"'),
  },
  {
    title: "a dynamic member with a tag that is no string beside one that is",
    as: "identity",
    given: { more: { "@odata.type": "#demo.info", "@type": 5 } },
    want: error("wrong-type", ["more", "@odata.type"], "a string", "5", 'Expected a string, got 5 in "@type".'),
  },
  {
    title: "a tag that is data and no string",
    as: "changed",
    given: { "@odata.type": {} },
    want: error("wrong-type", ["@odata.type"], "a string", "an object"),
  },
  {
    title: "no tag",
    given: { media: {} },
    want: {
      path: ["media"],
      code: "missing-discriminator",
      severity: "error",
      message: `"@odata.type" is missing; expected ${media}.`,
      expected: media,
    },
  },
  {
    title: "a required member",
    as: "info",
    presence: "declared",
    given: {},
    want: {
      path: ["resourceId"],
      code: "missing-required",
      severity: "error",
      message: '"resourceId" is required.',
      expected: "a value",
    },
  },
  {
    title: "a member of an enumeration",
    given: { color: "blue" },
    want: error("unknown-enum-member", ["color"], 'one of "red", "green"', '"blue"'),
  },
  {
    title: "a member of an enumeration that may grow",
    given: { state: "later" },
    want: {
      ...warned(
        error("unknown-enum-member", ["state"], 'one of "idle", "running", "unknownFutureValue"', '"later"'),
        'Expected one of "idle", "running", "unknownFutureValue", got "later".',
      ),
      original: "later",
    },
  },
  {
    title: "a tag in another form",
    given: { "@odata.type": "demo.call" },
    want: warned(
      error("non-canonical-type", ["@odata.type"], '"@odata.type": "#demo.call"', '"demo.call"'),
      'The canonical form is "@odata.type": "#demo.call".',
    ),
  },
  {
    title: "what is not sent",
    as: "participant",
    presence: "update",
    given: { joinedAt: "2026-11-30T09:15:00Z" },
    want: {
      path: ["joinedAt"],
      code: "read-only",
      severity: "warning",
      message: '"joinedAt" is not part of what is sent; the service ignores or refuses it.',
      received: '"2026-11-30T09:15:00Z"',
    },
  },
  {
    title: "what is not declared",
    given: { x: 5 },
    want: {
      path: ["x"],
      code: "undeclared-property",
      severity: "warning",
      message: "The type does not declare this member.",
      received: "5",
    },
  },
  {
    title: "depth",
    given: tooDeep(),
    want: error(
      "too-deep",
      ["extra", ...new Array<number>(511).fill(0)],
      "at most 512 objects and arrays within each other",
      "an object",
      "Expected at most 512 objects and arrays within each other.",
    ),
  },
])("$title", ({ given, as = "call", presence = "received", want }) => {
  const result = judge(as, given, presence);
  expect(result.ok ? result.warnings : result.issues).toStrictEqual([want]);
});
