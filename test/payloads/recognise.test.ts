import { describe, expect, test } from "vitest";
import { indexTypes } from "../../generator/payloads/type-index.ts";
import { recognise } from "../../generator/payloads/recognise.ts";
import { unwrap } from "../../generator/payloads/unwrap.ts";
import { sliceOf } from "../slice/support.ts";
import { exchange } from "./support.ts";

const index = indexTypes(sliceOf(exchange, "all"));

/** What a content is taken for, and where the body stands in it. */
function seenAs(content: unknown): string {
  const body = unwrap(content);
  const found = recognise(body, index);
  const guess = found.guess === undefined ? "" : "guessed ";
  if (found.kind === "unrecognised") return found.reason;
  if (found.kind === "empty") return "empty";
  if (found.kind === "parameters") return `${guess}${found.operation.key}${body.pointer}`;
  const { type, collection } = found.position;
  return `${guess}${collection ? `Collection(${type})` : type}${body.pointer}${found.pointer}`;
}

const page = { value: [{ x: 1 }] };
const url = "https://x.test/v1/$metadata#";
const nothing = "nothing says what it is, and no type explains its members clearly best";

describe("a body is", () => {
  const rows: [why: string, content: unknown, want: string][] = [
    [
      "as documentation names it",
      { docType: "n.call", role: "response", operation: "GET /x", json: {} },
      "n.call/json",
    ],
    ["as a case names it", { type: "n.call", presence: "create", json: {} }, "n.call/json"],
    [
      "as it names itself in what describes it",
      { role: "response", json: { "@odata.type": "#n.call" } },
      "n.call/json",
    ],
    ["of no type where a page holds none", { value: [1, "a"] }, nothing],
    ["as an example names it", { type: "n.call", scenario: 1, title: "t", body: {} }, "n.call/body"],
    ["a collection", { type: "n.call", collection: true, json: page }, "Collection(n.call)/json/value"],
    ["a collection by name", { type: "Collection(n.call)", json: page }, "Collection(n.call)/json/value"],
    ["a page all the same", { type: "n.call", json: page }, "Collection(n.call)/json/value"],
    ["an array", { type: "n.call", json: [{}] }, "Collection(n.call)/json"],
    ["a primitive value", { type: "Edm.String", json: { value: "x" } }, "Edm.String/json/value"],
    ["parameters", { type: "action:n.hangUp(n.call)", json: { why: "x" } }, "action:n.hangUp(n.call)/json"],
    ["a result", { type: "function:n.last(n.office)", json: page }, "Collection(n.call)/json/value"],
    [
      "no result",
      { type: "action:n.hangUp(n.call)", role: "response", json: {} },
      "action:n.hangUp(n.call) returns nothing",
    ],
    ["spelt in other letters", { type: "N.call", json: {} }, "guessed n.call/json"],
    [
      "of a type elsewhere",
      { type: "m.call", json: {} },
      'it is said to be m.call, which is not in the package; did you mean "n.call"?',
    ],
    ["of no type", { type: "m.gone", json: {} }, "it is said to be m.gone, which is not in the package"],
    [
      "of no action",
      { type: "action:n.hangOp(n.call)", json: {} },
      'it is said to be action:n.hangOp(n.call), which is not in the package; did you mean "action:n.hangUp(n.call)"?',
    ],
    ["of a hostile name", { type: "__proto__", json: {} }, "it is said to be __proto__, which is not in the package"],
    ["tagged", { "@odata.type": "#n.job", "@odata.context": `${url}calls/$entity` }, "n.job"],
    ["tagged for 4.01", { "@type": "n.job" }, "n.job"],
    ["tagged with a type that is nowhere", { "@odata.type": "#m.gone", q: 1 }, "Edm.Untyped"],
    ["of an entity set", { "@odata.context": `${url}calls`, value: [] }, "Collection(n.call)/value"],
    ["one of a set", { "@odata.context": `${url}calls/$entity` }, "n.call"],
    ["a singleton", { "@odata.context": `${url}office` }, "n.office"],
    ["below a singleton", { "@odata.context": `${url}office/calls/$entity` }, "n.call"],
    [
      "below a key",
      { "@odata.context": `${url}office/calls('a(b)/c')/jobs(code,place(town))`, value: [] },
      "Collection(n.job)/value",
    ],
    ["below a key segment", { "@odata.context": `${url}calls/1/media` }, "n.media"],
    ["a cast", { "@odata.context": `${url}calls/1/jobs/n.bigJob/$entity` }, "n.bigJob"],
    ["a delta", { "@odata.context": `${url}calls/$delta`, value: [] }, "Collection(n.call)/value"],
    [
      "of a collection of a type",
      { "@odata.context": `${url}Collection(n.who)`, value: [] },
      "Collection(n.who)/value",
    ],
    ["of a type", { "@odata.context": `${url}n.who` }, "n.who"],
    ["of a value", { "@odata.context": `${url}calls/1/state`, value: "Up" }, "n.state/value"],
    ["on an unknown way", { "@odata.context": `${url}gone/calls/$entity`, q: 1 }, nothing],
    ["references", { "@odata.context": `${url}calls/$ref`, value: [{ q: 1 }] }, nothing],
    ["without a fragment", { "@odata.context": "calls", q: 1 }, nothing],
    ["clearly one type", { state: "Up", tags: [], id: "1" }, "guessed n.call"],
    ["clearly a base type", { code: 5, place: {}, id: "1" }, "guessed n.job"],
    ["clearly one action", { why: "x", waitTimeoutInSeconds: 5 }, "guessed action:n.hangUp(n.call)"],
    ["a page of one type", { value: [{ state: "Up", tags: [] }, { id: "1" }] }, "guessed Collection(n.call)/value"],
    ["a page of tagged objects", { value: [{ "@odata.type": "#n.job" }] }, "Collection(Edm.Untyped)/value"],
    ["one name", { state: "Up" }, nothing],
    ["names with values that do not fit", { state: 5, tags: "x", id: "1" }, nothing],
    ["mostly unknown names", { state: "Up", tags: [], a: 1, b: 1, c: 1 }, nothing],
    ["two names of one type", { id: "1", name: "x" }, "guessed n.who"],
    ["an error", { error: { code: "x", message: "y" } }, "an error response"],
    ["nothing", {}, "empty"],
    ["null", null, "empty"],
    ["an empty page", { value: [] }, "empty"],
    ["a number", 5, "neither an object nor an array of objects"],
    ["a body with a body", { body: { content: "x" }, subject: "y" }, nothing],
    ["a body with a type and a body", { type: "n.call", body: {}, subject: "y" }, nothing],
    ["a wrapper that says nothing", { json: { state: "Up" } }, nothing],
    ["hostile names", JSON.parse('{"__proto__":{"x":1},"constructor":1}'), nothing],
  ];
  test.each(rows)("%s", (_why, content, want) => {
    expect(seenAs(content)).toBe(want);
  });
});
