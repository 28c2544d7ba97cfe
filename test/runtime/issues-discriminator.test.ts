import { table } from "./issue-rows.ts";

// Semantics, section 4; OData JSON 4.01 section 4.6.3.
table("the discriminator", [
  { given: { "@odata.type": "#demo.info", retries: "5", "@odata.id": 5 }, want: ["unexpected-type /@odata.type"] },
  { given: { "@odata.type": "#demo.Call" }, want: ["unexpected-type /@odata.type"] },
  { given: { "@odata.type": "" }, want: ["unexpected-type /@odata.type"] },
  { given: { media: { "@odata.type": "#demo.media" } }, want: ["unexpected-type /media/@odata.type"] },
  { given: { media: { blob: 5 } }, want: ["missing-discriminator /media"] },
  { given: { media: { blob: 5, "@odata.type": undefined } }, want: ["missing-discriminator /media"] },
  { given: { source: { "@odata.type": "#demo.phoneSet", phone: { id: 1 } } }, want: ["wrong-type /source/phone/id"] },
  { given: { resourceData: { id: 5 } }, as: "notification", want: ["missing-discriminator /resourceData"] },
  {
    given: { resourceData: [{ "@odata.type": "#demo.info" }, { "@odata.type": "#demo.call", id: 1 }] },
    as: "notification",
    want: ["unexpected-type /resourceData/0/@odata.type", "wrong-type /resourceData/1/id"],
  },
  { given: { "@odata.type": "any thing", id: 5 }, as: "changed", want: ["wrong-type /id"] },
  { given: { "@odata.type": 5 }, as: "changed", want: ["wrong-type /@odata.type"] },
  {
    given: { callbackUri: "u", modalities: [], "@odata.type": 5, "@type": {} },
    as: "answer",
    presence: "create",
    want: [],
  },
]);

table("non-canonical-type", [
  { given: { "@odata.type": "demo.call" }, want: ["warning: non-canonical-type /@odata.type"] },
  { given: { "@odata.type": "#d.call" }, want: ["warning: non-canonical-type /@odata.type"] },
  { given: { "@odata.type": "d.call" }, want: ["warning: non-canonical-type /@odata.type"] },
  {
    given: { "@odata.type": "https://demo.example/v1/$metadata#demo.call" },
    want: ["warning: non-canonical-type /@odata.type"],
  },
  {
    given: { "@odata.type": "https://demo.example/v1/$metadata#d.call" },
    want: ["warning: non-canonical-type /@odata.type"],
  },
  { given: { "@odata.type": "https://else.example/$metadata#demo.call" }, want: ["unexpected-type /@odata.type"] },
  { given: { "@odata.type": "$metadata#demo.call" }, want: ["unexpected-type /@odata.type"] },
  { given: { "@odata.type": "##demo.call" }, want: ["unexpected-type /@odata.type"] },
  { given: { "@type": "#demo.call" }, want: ["warning: non-canonical-type /@type"] },
  { given: { "@type": "#demo.call", "@odata.type": "#demo.call" }, want: ["warning: non-canonical-type /@type"] },
  { given: { "@odata.type": "d.call", "@type": "demo.call" }, want: ["warning: non-canonical-type /@type"] },
  { given: { "@type": "#demo.info", "@odata.type": "#demo.call" }, want: ["unexpected-type /@odata.type"] },
  { given: { "@type": "#demo.info" }, want: ["unexpected-type /@odata.type"] },
  { given: { "@type": undefined, "@odata.type": "#demo.call" }, want: [] },
  {
    given: { resourceData: { "@type": "demo.call", color: "x" } },
    as: "notification",
    want: ["warning: non-canonical-type /resourceData/@type", "unknown-enum-member /resourceData/color"],
  },
]);
