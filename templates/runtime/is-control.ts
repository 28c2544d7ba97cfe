/** Control information of an object that is a string (OData JSON 4.01 section 4.6). */
export const CONTROL_NAMES: readonly string[] = ["@odata.context", "@odata.id", "@odata.etag"];

/**
 * Judges an annotation. The tag's short form is legal, but not canonical (OData JSON 4.01 section 4.6.3); what annotations
 * hold that are no control information is free.
 */
export function isControl(name: string, value: unknown): boolean {
  if (value === undefined) return true;
  return name !== "@type" && (typeof value === "string" || !CONTROL_NAMES.includes(name));
}
