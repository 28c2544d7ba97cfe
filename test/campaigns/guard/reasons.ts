/*
 * Why the tool may refuse what a conforming parser accepts. Each reason says how its message looks and what must be in
 * the document for it, so that it excuses nothing else.
 */
interface Reason {
  readonly reason: string;
  readonly message: RegExp;
  readonly text: RegExp | ((text: string) => boolean);
}

const reasons: readonly Reason[] = [
  {
    reason: "no DOCTYPE is read: entities are how documents grow without bounds and reach for files",
    message: /^a DOCTYPE stands here/,
    text: /<!DOCTYPE/,
  },
  {
    reason: "people take pages for metadata, and are told so",
    message: /^this is HTML/,
    text: /<(?:html|head|body)\b/i,
  },
  {
    reason: "U+1680 and U+FEFF may stand in XML names, are white space to the parser, and in no name of CSDL",
    message: /is expected|white space|is not closed by|not followed by a name|^<\?xml may only stand/,
    text: /[\u1680\uFEFF]/,
  },
  {
    reason: "white space or ?> has to follow the target of an instruction (XML 2.6), and saxes lets ? follow",
    message: /^white space is missing after <\?/,
    text: /<\?[^\s?]+\?[^>]/,
  },
  {
    reason: "the prefix xml is bound to one name to the letter (Namespaces 3), and saxes takes white space off it",
    message: /^the prefix xml cannot be bound/,
    text: /xmlns:xml/,
  },
  {
    reason: "nesting is limited to 256",
    message: /^elements nest more than 256 deep/,
    text: (text) => text.split(/<[\w:]*a\b/).length > 240,
  },
  {
    reason: "what follows a colon is a name without one (Namespaces 4), and saxes looks at its characters only",
    message: /has a colon in the wrong place$/,
    text: /:[-.\d\u00B7\u0300-\u036F\u203F\u2040]/,
  },
];

/** The reason for which the tool may refuse a well-formed document with this message; undefined where there is none. */
export function allowed(message: string, text: string): string | undefined {
  const holds = (condition: Reason["text"]): boolean =>
    typeof condition === "function" ? condition(text) : condition.test(text);
  return reasons.find((one) => one.message.test(message) && holds(one.text))?.reason;
}
