import { table } from "./issue-rows.ts";

/** Right in every presence but declared. */
const whole = { color: "red", media: { "@odata.type": "#demo.appMedia", blob: "b" } };

// Semantics, section 4, code by code.
table("wrong-type", [
  { given: { retries: "5" }, want: ["wrong-type /retries"] },
  { given: { state: true }, want: ["wrong-type /state"] },
  { given: { state: {} }, want: ["wrong-type /state"] },
  { given: { state: ["idle"] }, want: ["wrong-type /state"] },
  { given: { tags: [1, "a", undefined] }, want: ["wrong-type /tags/0", "wrong-type /tags/2"] },
  { given: { modalities: [undefined] }, want: ["wrong-type /modalities/0"] },
  { given: { "@odata.type": 5, retries: "5" }, want: ["wrong-type /@odata.type"] },
  { given: { "@odata.type": null }, want: ["wrong-type /@odata.type"] },
  { given: { "@type": [] }, want: ["wrong-type /@odata.type"] },
  { given: { "@odata.type": "#demo.call", "@type": 5 }, want: ["wrong-type /@odata.type"] },
  { given: { "@odata.id": 5 }, want: ["wrong-type /@odata.id"] },
  { given: { toString: 5 }, want: ["wrong-type /toString"] },
  { given: { toString: "t" }, want: [] },
]);

table("out-of-range and bad-format", [
  { given: { retries: 2 ** 31 }, want: ["out-of-range /retries"] },
  { given: { retries: 1.5 }, want: ["bad-format /retries"] },
  { given: { tenantId: "x" }, want: ["bad-format /tenantId"] },
  { given: { uri: "toolong" }, as: "info", want: ["out-of-range /uri"] },
  { given: { createdAt: "2026-11-30T09:15:00.1234Z" }, want: ["out-of-range /createdAt"] },
  { given: { createdAt: "2026-11-30" }, want: ["bad-format /createdAt"] },
]);

table("unknown-enum-member", [
  { given: { color: "Red" }, want: ["unknown-enum-member /color"] },
  // Only of flags there are several.
  { given: { color: "red,green" }, want: ["unknown-enum-member /color"] },
  { given: { rights: "read,write" }, want: [] },
  { given: { color: 1 }, want: ["unknown-enum-member /color"] },
  { given: { color: "1" }, want: ["unknown-enum-member /color"] },
  { given: { state: "Running" }, want: ["warning: unknown-enum-member /state"] },
  { given: { state: 1 }, want: ["unknown-enum-member /state"] },
  { given: { ...whole, state: "new" }, presence: "create", want: ["unknown-enum-member /state"] },
  { given: { state: "new" }, presence: "update", want: ["unknown-enum-member /state"] },
  {
    given: { callbackUri: "u", modalities: ["new"] },
    as: "answer",
    presence: "create",
    want: ["unknown-enum-member /modalities/0"],
  },
  {
    given: { modalities: ["idle", "a", "b"] },
    want: ["warning: unknown-enum-member /modalities/1", "warning: unknown-enum-member /modalities/2"],
  },
  { given: { rights: "read,write" }, want: [] },
  { given: { rights: "write" }, want: [] },
  { given: { rights: "read,read" }, want: ["unknown-enum-member /rights"] },
  { given: { rights: "read, write" }, want: ["unknown-enum-member /rights"] },
  { given: { rights: "" }, want: ["unknown-enum-member /rights"] },
  { given: { rights: "read," }, want: ["unknown-enum-member /rights"] },
  { given: { rights: "none" }, want: ["unknown-enum-member /rights"] },
]);

table("null-not-allowed", [
  { given: { id: null }, want: [] },
  { given: { ...whole, id: null }, presence: "create", want: ["null-not-allowed /id"] },
  { given: { state: null, source: null, parent: null, extra: null }, want: [] },
  { given: { color: null }, want: ["null-not-allowed /color"] },
  { given: { modalities: null, tags: null }, want: ["null-not-allowed /modalities", "null-not-allowed /tags"] },
  { given: { modalities: [null], tags: [null] }, want: ["null-not-allowed /modalities/0"] },
  { given: { participants: [null] }, want: ["null-not-allowed /participants/0"] },
  { given: { "@odata.etag": null, "@odata.context": undefined }, want: ["null-not-allowed /@odata.etag"] },
  { given: { resourceData: null }, as: "notification", want: [] },
  { given: { resourceData: [null] }, as: "notification", want: ["null-not-allowed /resourceData/0"] },
]);

table("expected-array and expected-object", [
  { given: { modalities: "idle" }, want: ["expected-array /modalities"] },
  { given: { participants: {} }, want: ["expected-array /participants"] },
  { given: { source: [] }, want: ["expected-object /source"] },
  { given: { source: "x" }, want: ["expected-object /source"] },
  { given: { participants: ["x", []] }, want: ["expected-object /participants/0", "expected-object /participants/1"] },
  { given: [], want: ["expected-object "] },
  { given: null, want: ["expected-object "] },
  { given: undefined, want: ["expected-object "] },
  { given: { resourceData: 5 }, as: "notification", want: ["expected-object /resourceData"] },
  {
    given: { resourceData: [5, [{}]] },
    as: "notification",
    want: ["expected-object /resourceData/0", "expected-object /resourceData/1"],
  },
]);
