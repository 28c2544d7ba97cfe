/** The two namespaces of OData 4.0 and 4.01 (CSDL 2.1, 2.2). */
export const edmx = "http://docs.oasis-open.org/odata/ns/edmx";
export const edm = "http://docs.oasis-open.org/odata/ns/edm";

/** Whether a namespace is one that OData V1 to V3 used for its metadata. */
export function isOldNamespace(namespace: string): boolean {
  return /^http:\/\/schemas\.microsoft\.com\/ado\/20\d\d\/\d\d\/edmx?$/.test(namespace);
}
