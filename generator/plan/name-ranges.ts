/** In the order in which parts divide them. What is neither counts as the first. */
const symbols = "0123456789abcdefghijklmnopqrstuvwxyz";
const [firstLetter, last] = [symbols.indexOf("a"), symbols.length - 1];

/** Names that begin with the prefix, and go on with one of the symbols from the one to the other. */
interface Range {
  readonly prefix: string;
  readonly from: number;
  readonly to: number;
}

/** Things with neighbouring names; an empty label where they are all. */
export interface NameRange<T> {
  readonly label: string;
  readonly items: readonly T[];
}

interface Spelled<T> {
  readonly item: T;
  readonly spelling: string;
}

/**
 * Divides things by the beginnings of their names into ranges of at most so many. The alphabet is halved again and again
 * where more than that stand, and so is that of the second letter: where a range ends depends on the alphabet and not
 * on the names. So a new name changes one range, and at most has that one halved.
 */
export function divideByName<T>(items: readonly T[], nameOf: (item: T) => string, bound: number): NameRange<T>[] {
  if (items.length <= bound) return items.length === 0 ? [] : [{ label: "", items }];
  const spelled = items.map((item) => ({ item, spelling: spell(nameOf(item)) }));
  const ranges = divide(spelled, { prefix: "", from: 0, to: last }, bound);
  return ranges.length === 1 ? [{ label: "", items }] : ranges;
}

function divide<T>(all: readonly Spelled<T>[], range: Range, bound: number): NameRange<T>[] {
  if (all.length === 0) return [];
  if (all.length > bound && !isAlike(all)) {
    return halves(range).flatMap((half) =>
      divide(
        all.filter((one) => isIn(one, half)),
        half,
        bound,
      ),
    );
  }
  return [{ label: labelOf(range), items: all.map(({ item }) => item) }];
}

/** As if each name went on with the first symbol for ever. */
function spell(name: string): string {
  return name.toLowerCase().replace(/[^0-9a-z]/gu, symbols.charAt(0));
}

/** Whether nothing tells the names apart, however far one looks. */
function isAlike(all: readonly Spelled<unknown>[]): boolean {
  return new Set(all.map(({ spelling }) => spelling.replace(/0+$/, ""))).size === 1;
}

function isIn({ spelling }: Spelled<unknown>, { prefix, from, to }: Range): boolean {
  // Behind the end there is nothing, which is found at the start.
  const index = symbols.indexOf(spelling.charAt(prefix.length));
  return index >= from && index <= to;
}

/** Digits stay with the first letters as long as there are letters to halve: few names have them. */
function halves({ prefix, from, to }: Range): Range[] {
  if (from === to) return halves({ prefix: prefix + symbols.charAt(from), from: 0, to: last });
  const first = to < firstLetter ? from : Math.max(from, firstLetter);
  const middle = from < first && first === to ? firstLetter - 1 : first + Math.floor((to - first) / 2);
  return [
    { prefix, from, to: middle },
    { prefix, from: middle + 1, to },
  ];
}

/** `a-m`, `woa-m` for `woa` to `wom`, `x`: names of files that every system takes. */
function labelOf({ prefix, from, to }: Range): string {
  const start = to < firstLetter ? from : Math.max(from, firstLetter);
  const label = prefix + symbols.charAt(start);
  if (start !== to) return `${label}-${symbols.charAt(to)}`;
  return devices.test(label) ? `${label}-` : label;
}

/** What Windows keeps for devices. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)$/;
