import type { Random } from "../determinism/random.ts";
import { pick, produce } from "./abnf.ts";
import { grammar } from "./oracles.ts";

/** What values are made of, and what is easily taken for it: other digits, signs, blanks, line ends, controls. */
const pieces = [
  ..."0123456789:.+-TZPDHMSeE=AaQw_/,zptd% \n\r\t\u0000",
  ..."٣１−–：\u200b\u2028\u212a\ufeff\ud800😀",
  ...["00", "60", "29", "02-29", "23:59:60", "INF", "==", "0000000000", "T", "9".repeat(20), "\n"],
];

/** Years and days that calendars are got wrong with. */
const years = ["0000", "0004", "1900", "2000", "2023", "2024", "2100", "12000", "12100"];
const days = ["01-31", "02-28", "02-29", "02-30", "04-31", "06-31", "09-30", "11-31", "12-31"];

/** A text of a rule, as it is or with a few small things changed. */
export function textFor(rule: string, random: Random): string {
  const kin = random() < 0.05 ? pick([...grammar.keys()], random) : rule;
  let text = kin === "decimalValue" && random() < 0.2 ? atExponent(random) : produce(grammar, kin, random);
  if (random() < 0.2)
    text = text.replace(/[0-9]{4,}-[0-9]{2}-[0-9]{2}/, () => `${pick(years, random)}-${pick(days, random)}`);
  while (random() < 0.4) text = changed(text, random);
  return text;
}

function changed(text: string, random: Random): string {
  const at = Math.floor(random() * (text.length + 1));
  const [before, after] = [text.slice(0, at), text.slice(at)];
  return pick(
    [
      () => before + after.slice(1),
      () => before + pick(pieces, random) + after,
      () => before + pick(pieces, random) + after.slice(1),
      () => before + text.slice(Math.floor(random() * text.length)),
      () => before + (after[1] ?? "") + (after[0] ?? "") + after.slice(2),
      () => before + (after[0] ?? "") + after,
      () => pick(["+", "-", "0", " "], random) + text,
      () => pick([text.toLowerCase(), text.toUpperCase(), text.trim()], random),
      () => before.replace(/.$/s, swapCase) + after,
    ],
    random,
  )();
}

function swapCase(letter: string): string {
  const upper = letter.toUpperCase();
  return upper === letter ? letter.toLowerCase() : upper;
}

const edges = [
  0n,
  100n,
  127n,
  128n,
  255n,
  10n ** 5n,
  2n ** 15n,
  2n ** 31n,
  2n ** 53n,
  2n ** 63n,
  2n ** 128n,
  10n ** 308n,
];

const exponents = [-6177, -399, -102, -7, -3, 0, 2, 5, 96, 300, 384, 6144];

/** A decimal number close to where a format or a facet ends. */
function atExponent(random: Random): string {
  const digits = pick(["1", "9", "1.5", "10", "0.1", "9.999999", "1.234567", "12345"], random);
  return `${digits}e${pick(exponents, random) + Math.floor(random() * 3)}`;
}

/** A JSON number: any, or one close to where a type ends, written in one of many ways. */
export function numberText(random: Random): string {
  if (random() < 0.5) return produce(grammar, "jsonNumber", random);
  if (random() < 0.2) return atExponent(random);
  const spread = pick([1n, 3n, 2048n], random);
  const near = pick(edges, random) + BigInt(Math.floor(random() * 7) - 3) * spread;
  const [sign, digits] = [pick(["", "-"], random), (near < 0n ? -near : near).toString()];
  const [fraction, shift] = [pick(["", ".0", ".5", ".000001", ".9999999999"], random), Math.floor(random() * 4)];
  return pick(
    [
      `${sign}${digits}${fraction}`,
      `${sign}${digits}${"0".repeat(near === 0n ? 0 : shift)}${fraction}e-${shift}`,
      `${sign}${digits[0]}.${digits.slice(1)}0E+${digits.length - 1}`,
      `${sign}${digits}e${shift}`,
      `${sign}0.${"0".repeat(shift)}${digits}e${shift}`,
    ],
    random,
  );
}
