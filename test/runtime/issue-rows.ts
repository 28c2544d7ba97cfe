import { expect, test } from "vitest";
import type { Presence } from "../../templates/runtime/shape.ts";
import type { ValidateOptions } from "../../templates/runtime/validate.ts";
import { found, judge, type TypeName } from "./model-cases.ts";

/** A value, how it is judged (a received call when not said), and what is found. */
export interface Row {
  readonly given: unknown;
  readonly want: readonly string[];
  readonly as?: TypeName;
  readonly presence?: Presence;
  readonly options?: ValidateOptions;
}

/** One test for each row. */
export function table(title: string, given: readonly Row[]): void {
  test.each(given)(
    `${title}: $given ($as $presence) gives $want`,
    ({ given, want, as = "call", presence, options }) => {
      expect(found(judge(as, given, presence, options))).toEqual(want);
    },
  );
}
