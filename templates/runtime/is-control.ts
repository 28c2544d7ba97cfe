import type { Notes } from "./notes.js";

/** Control information of an object that is a string (OData JSON 4.01 section 4.6). */
export const CONTROL_NAMES: readonly string[] = ["@odata.context", "@odata.id", "@odata.etag"];

/**
 * Judges an annotation. The tag's short form is legal, but not canonical (OData JSON 4.01 section 4.6.3); what annotations
 * hold that are no control information is free.
 */
export function isControl(name: string, value: unknown): boolean {
  return value === undefined || (name !== "@type" && (typeof value === "string" || !CONTROL_NAMES.includes(name)));
}

/**
 * Whether a name is that of an operation that the service advertises for the object, or for a collection in it, whose name
 * stands before the `#` (OData JSON 4.01 sections 16 and 17).
 */
export function isAdvertised(name: string): boolean {
  return name.includes("#");
}

/** Whether a name is no member's: an annotation's, or that of an advertised operation. */
export function isAnnotation(name: string): boolean {
  return name.includes("@") || isAdvertised(name);
}

/**
 * Judges a member that a closed type does not declare: control information, or what is nobody's business but that of
 * validators, which warn of it unless it is an advertised operation.
 */
export function isUndeclared(name: string, value: unknown, notes?: Notes): boolean {
  return name.includes("@") ? isControl(name, value) : notes === undefined || isAdvertised(name);
}
