import { expect, test } from "vitest";
import type { IssueCode } from "../../templates/runtime/issue.ts";
import type { PrimitiveShape } from "../../templates/runtime/shape.ts";

/** A value and the code that it is refused with; `ok` when it is right. */
export type Row = readonly [value: unknown, want: IssueCode | "ok"];

/** What a shape says of a value. */
export function verdictOf(shape: PrimitiveShape, value: unknown): IssueCode | "ok" {
  return shape.is(value) ? "ok" : shape.faultOf(value);
}

/** One test for each row: the shape says what is wanted, and the guard holds exactly when the shape is content. */
export function rows(
  title: string,
  shape: PrimitiveShape,
  is: (value: unknown) => boolean,
  given: readonly Row[],
): void {
  test.each(given.map((row) => ({ value: row[0], want: row[1] })))(`${title}: $value is $want`, ({ value, want }) => {
    expect(verdictOf(shape, value)).toBe(want);
    expect(is(value)).toBe(want === "ok");
  });
}

/** Of no primitive type that is written as a string or number. */
export const notLeaves: readonly Row[] = [true, [], {}, ["5"], Symbol("s"), 5n, () => 5].map((value) => [
  value,
  "wrong-type",
]);
