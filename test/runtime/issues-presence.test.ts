import { table } from "./issue-rows.ts";

/** A call that is complete in every presence. */
const whole = {
  color: "red",
  media: { "@odata.type": "#demo.appMedia", blob: "b" },
};
const media = whole.media;

// Semantics, sections 2 and 4.
table("missing-required, in model order after the members, base members first", [
  { given: {}, presence: "create", want: ["missing-required /color", "missing-required /media"] },
  {
    given: { media, x: 1, state: 5 },
    presence: "create",
    want: ["warning: undeclared-property /x", "unknown-enum-member /state", "missing-required /color"],
  },
  { given: whole, presence: "create", want: [] },
  {
    given: whole,
    presence: "declared",
    want: ["missing-required /id", "missing-required /createdAt", "missing-required /retries"],
  },
  { given: {}, presence: "update", want: [] },
  { given: { media: { "@odata.type": "#demo.appMedia" } }, presence: "update", want: ["missing-required /media/blob"] },
  { given: { participants: [{}], parent: {} }, presence: "update", want: [] },
  { given: { color: undefined, media }, presence: "create", want: ["missing-required /color"] },
  {
    given: {},
    as: "answer",
    presence: "create",
    want: ["missing-required /callbackUri", "missing-required /modalities"],
  },
]);

table("read-only", [
  { given: { ...whole, createdAt: 5 }, presence: "create", want: ["warning: read-only /createdAt"] },
  { given: { ...whole, createdAt: undefined }, presence: "create", want: [] },
  {
    given: { id: 5, createdAt: 5, tenantId: 5 },
    presence: "update",
    want: ["warning: read-only /id", "warning: read-only /createdAt", "warning: read-only /tenantId"],
  },
  { given: { ...whole, tenantId: "x" }, presence: "create", want: ["bad-format /tenantId"] },
  {
    given: { ...whole, createdAt: null },
    presence: "create",
    options: { strict: true },
    want: ["warning: read-only /createdAt"],
  },
]);

table("undeclared-property", [
  { given: { x: 1, y: undefined, "z@odata.bind": 1, "@any.thing": {} }, want: ["warning: undeclared-property /x"] },
  { given: { x: 1 }, options: { strict: true }, want: ["undeclared-property /x"] },
  { given: { x: 1 }, as: "identity", want: [] },
  {
    given: { x: 1, y: undefined, "@z": 1 },
    as: "identity",
    options: { strict: true },
    want: ["warning: undeclared-property /x"],
  },
  {
    given: JSON.parse('{"__proto__":{"retries":"5"},"constructor":1,"valueOf":2}'),
    want: [
      "warning: undeclared-property /__proto__",
      "warning: undeclared-property /constructor",
      "warning: undeclared-property /valueOf",
    ],
  },
]);
