import type { UntypedShape } from "./shape.js";

/** Edm.Untyped: any value (CSDL 4.01 section 4.5 of the common model). */
export const untyped: UntypedShape = { kind: "untyped" };
