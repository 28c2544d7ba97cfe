/**
 * Control information and annotations, which any structured value may carry (OData JSON 4.01 sections 4.6 and 20).
 * Interfaces of the package extend this one.
 */
export interface ODataControl {
  /** Which part of the service the value is, as a URL (OData JSON 4.01 section 4.6.1). */
  "@odata.context"?: string | undefined;
  /** The version of the entity, for `If-Match` (OData JSON 4.01 section 4.6.7). */
  "@odata.etag"?: string | undefined;
  /** The entity's identifier (OData JSON 4.01 section 4.6.8). */
  "@odata.id"?: string | undefined;
  /** All other annotations: `member@odata.bind`, `member@odata.type`, instance annotations. */
  [annotation: `${string}@${string}`]: unknown;
}
