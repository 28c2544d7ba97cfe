import {
  decimal,
  decimalText,
  double,
  hasDay,
  hasSecond,
  int64Text,
  integer,
  octets,
  precise,
  ruled,
  single,
  type Decimal,
  type Oracle,
} from "./oracles.ts";

/** A type whose values are drawn from a rule of the grammar, and what judges them. */
export interface Specimen {
  readonly type: string;
  readonly facets: string;
  readonly rule: string;
  /** Texts become JSON strings or, with a rule for numbers, stand for themselves. */
  readonly oracle: { readonly text: Oracle<string> } | { readonly number: Oracle<number> };
}

const date = ruled("date", hasDay);
const dateTimeOffset = ruled("dateTimeOffsetValue", (text) => hasDay(text) && hasSecond(text));
const timeOfDay = ruled("timeOfDayValue", hasSecond);
const duration = ruled("durationValue");

/** Integers of so many bits, signed unless they are bytes. */
const integers: readonly Specimen[] = [
  number("Edm.Byte", integer(0n, 255n)),
  number("Edm.SByte", integer(-128n, 127n)),
  number("Edm.Int16", integer(-(2n ** 15n), 2n ** 15n - 1n)),
  number("Edm.Int32", integer(-(2n ** 31n), 2n ** 31n - 1n)),
  number("Edm.Int64", integer(-(2n ** 63n), 2n ** 63n)),
];

const decimals: readonly Decimal[] = [
  {},
  { precision: 3, scale: 2 },
  { precision: 5, scale: 0 },
  { precision: 6, scale: 6 },
  { scale: 2 },
  { precision: 4 },
  { precision: 4, scale: "variable" },
  { precision: 7, scale: "floating" },
  { precision: 12, scale: "floating" },
];

export const specimens: readonly Specimen[] = [
  text("Edm.Guid", "", "guid", ruled("guid")),
  text("Edm.Date", "", "date", date),
  text("Edm.DateTimeOffset", "", "dateTimeOffsetValue", dateTimeOffset),
  text("Edm.DateTimeOffset", 'Precision="3"', "dateTimeOffsetValue", precise(dateTimeOffset, 3)),
  text("Edm.TimeOfDay", "", "timeOfDayValue", timeOfDay),
  text("Edm.TimeOfDay", 'Precision="0"', "timeOfDayValue", precise(timeOfDay, 0)),
  text("Edm.Duration", "", "durationValue", duration),
  text("Edm.Duration", 'Precision="2"', "durationValue", precise(duration, 2)),
  text("Edm.Binary", "", "binaryValue", ruled("binaryValue")),
  text("Edm.Binary", 'MaxLength="5"', "binaryValue", octets(5)),
  ...integers,
  number("Edm.Single", single),
  number("Edm.Double", double),
  ...decimals.map((facets) => number("Edm.Decimal", decimal(facets), written(facets))),
];

/** Those whose texts are strings with `IEEE754Compatible=true` (OData JSON 3.2). */
export const compatibleSpecimens: readonly Specimen[] = [
  text("Edm.Int64", "", "int64Value", int64Text),
  ...decimals.map((facets) => text("Edm.Decimal", written(facets), "decimalValue", decimalText(facets))),
];

function text(type: string, facets: string, rule: string, oracle: Oracle<string>): Specimen {
  return { type, facets, rule, oracle: { text: oracle } };
}

function number(type: string, oracle: Oracle<number>, facets = ""): Specimen {
  return { type, facets, rule: "jsonNumber", oracle: { number: oracle } };
}

function written({ precision, scale }: Decimal): string {
  const parts = Object.entries({ Precision: precision, Scale: scale });
  return parts.flatMap(([name, value]) => (value === undefined ? [] : [`${name}="${value}"`])).join(" ");
}
