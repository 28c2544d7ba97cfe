import { isMembers } from "./own.js";

/** A collection as a response carries it, whole or one page of it (OData JSON 4.01 section 12). */
export interface ODataCollection<T> {
  "@odata.context"?: string | undefined;
  /** How many items there are, on all pages (OData JSON 4.01 section 4.6.6). */
  "@odata.count"?: number | undefined;
  /** Where the next page is (OData JSON 4.01 section 4.6.5). */
  "@odata.nextLink"?: string | undefined;
  /** Where later changes are (OData JSON 4.01 section 4.6.4). */
  "@odata.deltaLink"?: string | undefined;
  value: T[];
  [annotation: `${string}@${string}`]: unknown;
}

/** The same under `IEEE754Compatible=true`, where the count is a string (OData JSON 4.01 section 3.2). */
export interface ODataCollectionIeee754<T> {
  "@odata.context"?: string | undefined;
  /** How many items there are, on all pages (OData JSON 4.01 section 4.6.6). */
  "@odata.count"?: string | undefined;
  /** Where the next page is (OData JSON 4.01 section 4.6.5). */
  "@odata.nextLink"?: string | undefined;
  /** Where later changes are (OData JSON 4.01 section 4.6.4). */
  "@odata.deltaLink"?: string | undefined;
  value: T[];
  [annotation: `${string}@${string}`]: unknown;
}

/** One of several things that went wrong (OData JSON 4.01 section 21.1). */
export interface ODataErrorDetail {
  code: string;
  message: string;
  /** What the error is about, such as the name of a member. */
  target?: string | null | undefined;
}

/** What a service answers when a request fails (OData JSON 4.01 section 21.1). */
export interface ODataError {
  error: ODataErrorDetail & {
    details?: ODataErrorDetail[] | null | undefined;
    /** What the service says about its inside; a matter of the service. */
    innererror?: unknown;
    /** The same in the spelling of Microsoft Graph. */
    innerError?: unknown;
  };
}

/** Takes anything, says whether it is an error response. Never throws. */
export function isODataError(value: unknown): value is ODataError {
  try {
    if (!isMembers(value)) return false;
    const error = value["error"];
    if (!isMembers(error) || !isDetail(error)) return false;
    const details = error["details"];
    return details === undefined || details === null || (Array.isArray(details) && isEvery(details, isDetail));
  } catch {
    return false;
  }
}

function isDetail(value: unknown): boolean {
  if (!isMembers(value)) return false;
  const target = value["target"];
  const isTarget = target === undefined || target === null || typeof target === "string";
  return isTarget && typeof value["code"] === "string" && typeof value["message"] === "string";
}

/** Unlike `every`, does not pass over holes. */
function isEvery(items: readonly unknown[], is: (item: unknown) => boolean): boolean {
  for (let index = 0; index < items.length; index += 1) if (!is(items[index])) return false;
  return true;
}
