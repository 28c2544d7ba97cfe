import type { Fault, PrimitiveShape } from "./shape.js";

/** Takes the function that judges a value, returns the shape made of it. */
export function primitive(fault: (value: unknown) => Fault | undefined): PrimitiveShape {
  return { kind: "primitive", fault };
}

/** The JSON kind does not fit. */
export function wrongType(expected: string): Fault {
  return { code: "wrong-type", expected };
}

/** The JSON kind fits, the text does not. */
export function badFormat(expected: string): Fault {
  return { code: "bad-format", expected };
}

/** The form is right, the value is too long, too precise, too large or too small. */
export function outOfRange(expected: string): Fault {
  return { code: "out-of-range", expected };
}
