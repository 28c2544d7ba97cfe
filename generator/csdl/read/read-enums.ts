import { isInteger } from "../grammar/constants.ts";
import type { EnumType, Member } from "../types.ts";
import type { XmlElement } from "../xml/tree-types.ts";
import { findAttribute, isNamed, optional, withDefault, type Kind } from "./attributes.ts";
import * as kinds from "./kinds.ts";
import { readAnnotations } from "./read-annotations.ts";
import { at, reportError, type Reading } from "./reading.ts";
import { checkShape } from "./shape.ts";

/** `EnumType` (CSDL 10). */
export function readEnumType(reading: Reading, element: XmlElement): EnumType {
  const children = checkShape(reading, element);
  const underlyingType = optional(reading, element, "UnderlyingType", kinds.enumUnderlyingType);
  const isFlags = optional(reading, element, "IsFlags", kinds.boolean);
  const memberValue = valueKind(underlyingType ?? "Edm.Int32", isFlags === true);
  const members = children.filter(({ name }) => name === "Member");
  checkAllOrNone(reading, members, isFlags === true);
  return {
    at: at(reading, element.index),
    name: withDefault(reading, element, "Name", kinds.identifier, ""),
    underlyingType,
    isFlags,
    members: members.map((member) => readMember(reading, member, memberValue)).filter(isNamed),
    annotations: readAnnotations(reading, children),
  };
}

/** CSDL 10.3: an integer of the underlying type, for flags not a negative one. */
function valueKind(type: string, isFlags: boolean): Kind<string> {
  return {
    parse: (text) => (isInteger(text, type) && !(isFlags && text.startsWith("-")) ? text : undefined),
    // `All = -1` sets every bit; the value never travels.
    tolerate: (text) => (isInteger(text, type) ? text : undefined),
    tolerated: isFlags ? "it is read as it stands" : undefined,
    expected: isFlags ? `a non-negative integer of type ${type}` : `an integer of type ${type}`,
  };
}

/** CSDL 10.3: either every member has a value or none has; flags always have. */
function checkAllOrNone(reading: Reading, members: readonly XmlElement[], isFlags: boolean): void {
  const without = members.filter((member) => findAttribute(member, "Value") === undefined);
  const [first] = without;
  if (first === undefined) return;
  if (isFlags) {
    reportError(reading, first.index, "Member has no Value, which members of an enumeration with IsFlags must have");
  } else if (without.length < members.length) {
    const message = "Member has no Value while others of its enumeration have one; all must have one, or none";
    reportError(reading, first.index, message);
  }
}

function readMember(reading: Reading, element: XmlElement, valueOf: Kind<string>): Member {
  const children = checkShape(reading, element);
  return {
    at: at(reading, element.index),
    name: withDefault(reading, element, "Name", kinds.identifier, ""),
    value: optional(reading, element, "Value", valueOf),
    annotations: readAnnotations(reading, children),
  };
}
