const prefixes = [
  "",
  "P",
  "PT",
  "P1DT",
  "1",
  "a",
  "-",
  "0",
  "1.",
  "1e",
  "2026-11-30T09:15:00.",
  "&",
  "&#",
  "&#x",
  "(",
  "<",
  "`",
  '"',
  "a.",
  "a:",
  "http://a",
  "# ",
  "<?xml",
  "<!--",
  " ",
  "Argument: ",
  "/*",
  "é",
];
const bodies = [
  "0",
  "1",
  "a",
  "A",
  "_",
  "-",
  ".",
  " ",
  "\t",
  "\n",
  "(",
  ")",
  "`",
  "!",
  '"',
  "'",
  "&",
  "#",
  "/",
  "<",
  ">",
  "=",
  "@",
  ":",
  ",",
  "*",
  "~",
  "é",
  "\u0301",
  "\ud83d\ude00",
  "\ud800",
  "1H",
  "1.",
  "a.",
  "a-",
  "a:",
  " \n",
  "a ",
  "!a",
  "((",
  "\r\n",
  "{",
  "[",
  "|",
  "\\",
  "<!--",
  "-->",
  ", Given: ",
  "&a",
  "&#",
];
const endings = ["", "!", "\n"];

/** Strings of about n characters, each with a beginning, something over and over, and an end that rarely fits. */
export function* pumps(n: number): Generator<readonly [string, string, string]> {
  for (const prefix of prefixes) {
    for (const body of bodies) {
      for (const ending of endings) yield [prefix, body.repeat(Math.ceil(n / body.length)), ending];
    }
  }
}

/** What a regular expression does with a text in earnest: looks for it everywhere, or where it is put. */
export function use(regex: RegExp, text: string): void {
  regex.lastIndex = 0;
  if (regex.global) text.replace(regex, "");
  else regex.test(text);
}

/** The least time of the processor in some rounds, in milliseconds: others use the machine too. */
export function timeOf(regex: RegExp, text: string, rounds: number): number {
  let least = Infinity;
  for (let round = 0; round < rounds; round += 1) {
    const start = process.cpuUsage();
    use(regex, text);
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

/** The string that takes a regular expression more than linear time; undefined for none. */
export function attackOn(regex: RegExp): string | undefined {
  // Two million steps take longer than this, and longer than what was found to be linear.
  let usual = 1;
  for (const [prefix, body, ending] of pumps(2000)) {
    if (timeOf(regex, prefix + body + ending, 1) < usual) continue;
    const times = [1, 4, 16].map((many) => timeOf(regex, prefix + body.repeat(many) + ending, many === 16 ? 2 : 6));
    const [one = 0, , sixteen = 0] = times;
    // What takes no time at all is a matter of the clock.
    if (sixteen > 80 * Math.max(one, 0.5)) return `${prefix}${body.slice(0, 8)}…${ending}`;
    usual = Math.max(usual, 2 * one);
  }
  return undefined;
}

/** Groups and counted repetitions need room on a stack for each round: ten million of them must not be too many. */
export function survives(regex: RegExp): boolean {
  if (!/\)[*+{]|\{\d+,/.test(regex.source)) return true;
  return ["1", "a", "a.", "a-", "a:", " ", "0-", "1H"].every((body) => {
    try {
      use(regex, body.repeat(10_000_000 / body.length));
      return true;
    } catch (error) {
      if (error instanceof RangeError) return false;
      throw error;
    }
  });
}
