import type { IssueCode } from "./issue.js";
import type { PrimitiveShape } from "./shape.js";

/** Says what is wrong with a value that is not of a primitive type. */
type FaultOf = PrimitiveShape["faultOf"];

/** Takes the guard of a primitive type, what would have fitted, and what is wrong with anything else; returns the shape. */
export function primitive(
  is: PrimitiveShape["is"],
  expected: string,
  faultOf: FaultOf = () => "wrong-type",
): PrimitiveShape {
  return { kind: "primitive", is, expected, faultOf };
}

/** Of a type whose values are texts of a form. */
export function textFault(value: unknown): IssueCode {
  return typeof value === "string" ? "bad-format" : "wrong-type";
}

/** Takes the guard without facets, returns what is wrong where there are some: too long, too precise. */
export function facetFault(isAny: PrimitiveShape["is"]): FaultOf {
  return (value) => (isAny(value) ? "out-of-range" : textFault(value));
}
