import { BindgenError } from "../errors.ts";
import { largest } from "./largest.ts";

/** What could not be read, and why. */
export function inputError(location: string, message: string, hint?: string, cause?: unknown): BindgenError {
  return new BindgenError("input", { message, place: { file: location }, hint }, cause === undefined ? {} : { cause });
}

/** A location that the tool does not read. */
export function usageError(message: string, hint?: string): BindgenError {
  return new BindgenError("usage", { message, hint });
}

/** The same words for a file and for a download that are too large. */
export function tooLarge(location: string, maxBytes: number, hint = metadataHint(maxBytes)): BindgenError {
  return inputError(location, `it is larger than the limit of ${maxBytes} bytes`, hint);
}

function metadataHint(maxBytes: number): string {
  const more = maxBytes < largest ? " (refresh --max-size takes more)" : "";
  return `is this really $metadata?${more}`;
}
