import { describe, expect, test } from "vitest";
import {
  type Document,
  type ExpectedVerdict,
  haveDocuments,
  judgeDocument,
  readDocuments,
  readVerdicts,
  toVerdict,
} from "./documents.ts";

const verdicts = readVerdicts();
const present = haveDocuments();
const documents = present ? readDocuments() : [];

/** The table's verdict without the reasons, which only people read. */
function withoutReasons(verdict: ExpectedVerdict | undefined): unknown {
  if (verdict?.verdict === "outside") return { ...verdict, reason: "" };
  if (verdict?.verdict !== "invalid") return verdict;
  return { ...verdict, errors: verdict.errors.map((error) => ({ ...error, reason: "" })) };
}

describe("the table of verdicts", () => {
  test("has all 139 bodies: 123 valid, 13 not, 3 outside the package", () => {
    const counts = { ok: 0, invalid: 0, outside: 0 };
    for (const { verdict } of verdicts.values()) counts[verdict] += 1;
    expect(counts).toEqual({ ok: 123, invalid: 13, outside: 3 });
  });

  test("gives a reason in words for each error, and for each body that is not judged", () => {
    const reasons = [...verdicts.values()].flatMap((expected) => {
      if (expected.verdict === "outside") return [expected.reason];
      return expected.verdict === "invalid" ? expected.errors.map(({ reason }) => reason) : [];
    });
    expect(reasons).toHaveLength(18);
    for (const reason of reasons) expect(reason).toMatch(/^\S+( \S+){5,}$/);
  });
});

describe.skipIf(!present)(`the documented bodies${present ? "" : " (skipped: ../shared/examples is not here)"}`, () => {
  test("the table lists exactly those that are there", () => {
    expect(documents.map(({ id }) => id)).toEqual([...verdicts.keys()]);
  });

  test.each(documents)("$id", (document) => {
    expect(toVerdict(judgeDocument(document))).toEqual(withoutReasons(verdicts.get(document.id)));
  });

  test.each(["355-changenotifications-for-onlinemeeting-3", "356-changenotifications-for-onlinemeeting-4"])(
    "%s, under the name that exists, is not valid either",
    (id) => {
      const document = documents.find((each) => each.id === id) as Document;
      expect(toVerdict(judgeDocument({ ...document, type: "microsoft.graph.onlineMeeting" }))).toEqual({
        verdict: "invalid",
        errors: [{ pointer: "/@odata.type", code: "unexpected-type", reason: "" }],
      });
    },
  );
});
