import { facetFault, primitive, textFault } from "./fault.js";
import type { PrimitiveShape } from "./shape.js";

const guidText = /^[\dA-Fa-f]{8}-[\dA-Fa-f]{4}-[\dA-Fa-f]{4}-[\dA-Fa-f]{4}-[\dA-Fa-f]{12}$/;
// One search for a character that does not belong: no backtracking, whatever the length.
const notBase64 = /[^A-Za-z\d+/]/;
const notBase64Url = /[^A-Za-z\d_-]/;
const lastOfTwo = /[AQgw]$/;
const lastOfThree = /[AEIMQUYcgkosw048]$/;

/** Edm.Boolean (OData JSON 4.01 section 7.1). */
export function isBoolean(value: unknown): value is boolean {
  return typeof value === "boolean";
}

/** Edm.String of at most `maxLength` code points (CSDL 4.01 section 7.2.2). */
export function isString(value: unknown, maxLength?: number): value is string {
  return typeof value === "string" && (maxLength === undefined || isWithin(value, maxLength));
}

/** As `isString`, of any length. */
export function isAnyString(value: unknown): value is string {
  return typeof value === "string";
}

/** Edm.Guid in either case (ABNF `guid`). */
export function isGuid(value: unknown): value is string {
  return typeof value === "string" && guidText.test(value);
}

/** Edm.Stream: a link (OData JSON 4.01 section 9). */
export function isStream(value: unknown): value is string {
  return typeof value === "string";
}

/** Edm.PrimitiveType: a Boolean, number or string (CSDL 4.01 section 4.5). */
export function isPrimitive(value: unknown): value is boolean | number | string {
  return typeof value === "string" || typeof value === "boolean" || (typeof value === "number" && isFinite(value));
}

/**
 * Edm.Binary of at most `maxLength` octets: base64url (ABNF `binaryValue`) or base64, one alphabet in one string,
 * padded or not.
 */
export function isBinary(value: unknown, maxLength?: number): value is string {
  if (typeof value !== "string") return false;
  const octets = countOctets(value);
  return octets >= 0 && (maxLength === undefined || octets <= maxLength);
}

/** As `isBinary`, of any length. */
export function isAnyBinary(value: unknown): value is string {
  return isBinary(value);
}

/** The shape of Edm.Boolean. */
export const boolean: PrimitiveShape = /* @__PURE__ */ primitive(isBoolean, "true or false");
/** The shape of Edm.Guid. */
export const guid: PrimitiveShape = /* @__PURE__ */ primitive(
  isGuid,
  "a GUID such as 01234567-89ab-cdef-0123-456789abcdef",
  textFault,
);
/** The shape of Edm.Stream. */
export const stream: PrimitiveShape = /* @__PURE__ */ primitive(isStream, "a string with a link");
/** The shape of Edm.PrimitiveType. */
export const primitiveType: PrimitiveShape = /* @__PURE__ */ primitive(
  isPrimitive,
  "a Boolean, a finite number or a string",
  (value) => (value === Infinity || value === -Infinity ? "out-of-range" : "wrong-type"),
);
/** The shape of Edm.String of any length. */
export const anyText: PrimitiveShape = /* @__PURE__ */ primitive(isAnyString, "a string");
/** The shape of Edm.Binary of any length. */
export const anyBinary: PrimitiveShape = /* @__PURE__ */ primitive(isAnyBinary, "a string of base64url", textFault);

/** The shape of Edm.String; takes MaxLength. */
export function text(maxLength: number): PrimitiveShape {
  const is = (value: unknown): boolean => isString(value, maxLength);
  return primitive(is, `a string of at most ${maxLength} characters`, facetFault(isAnyString));
}

/** The shape of Edm.Binary; takes MaxLength. */
export function binary(maxLength: number): PrimitiveShape {
  const is = (value: unknown): boolean => isBinary(value, maxLength);
  return primitive(is, `a string of base64url with at most ${maxLength} octets`, facetFault(isAnyBinary));
}

/** A code point is one or two code units, so most strings need no counting. */
function isWithin(value: string, maxLength: number): boolean {
  if (value.length <= maxLength) return true;
  if (value.length > 2 * maxLength) return false;
  let count = value.length;
  for (let index = 0; index + 1 < value.length && count > maxLength; index += 1) {
    if (isHigh(value.charCodeAt(index)) && isLow(value.charCodeAt(index + 1))) count -= 1;
  }
  return count <= maxLength;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** Takes any string, returns how many octets it stands for, -1 when it is not of the form. */
function countOctets(value: string): number {
  const padding = value.endsWith("==") ? 2 : value.endsWith("=") ? 1 : 0;
  const body = padding === 0 ? value : value.slice(0, -padding);
  if (notBase64Url.test(body) && notBase64.test(body)) return -1;
  const rest = body.length % 4;
  // The last character holds two or four bits that stand for nothing and have to be zero.
  const complete =
    rest === 0
      ? padding === 0
      : rest === 2
        ? padding !== 1 && lastOfTwo.test(body)
        : rest === 3 && padding !== 2 && lastOfThree.test(body);
  return complete ? Math.floor((body.length * 3) / 4) : -1;
}
