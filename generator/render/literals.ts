/** Characters that may stand unescaped in emitted text: printable, visible, of one direction, no line ends. */
const unsafe =
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff0-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|\udb40[\udc00-\udfff]/g;

/** A string literal of ECMAScript: no text of the input can end it, hide in it or change how a line reads. */
export function literal(text: string): string {
  const quoted = JSON.stringify(text);
  return quoted.replace(unsafe, (found) =>
    [...Array(found.length).keys()].map((index) => escapeUnit(found, index)).join(""),
  );
}

function escapeUnit(text: string, index: number): string {
  return `\\u${text.charCodeAt(index).toString(16).padStart(4, "0")}`;
}

/**
 * Text for the inside of a doc comment: it cannot end the comment or start a tag (what looks like one is shown as code);
 * control and direction characters are dropped, line ends are kept as `\n`.
 */
export function commentText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n")
    .replace(/[^\n]+/g, (line) => line.replace(unsafe, ""))
    .replace(/\*\//g, "*\\/")
    .replace(/(?<![\w`])@[\w.]+/g, "`$&`")
    .replace(/^(\s*)@/gm, "$1\\@")
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .trim();
}
