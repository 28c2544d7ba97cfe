/** A heading of a changelog. */
interface Heading {
  /** Where its line begins. */
  readonly offset: number;
  readonly level: number;
  readonly text: string;
}

/** Whether a changelog has a heading for the version already. */
export function hasEntry(changelog: string, version: string): boolean {
  return headings(changelog).some(({ text }) => versionOf(text) === version);
}

/**
 * A changelog with the entry above those of earlier versions, and below what is not released yet; a new one where there
 * is none. What is there stays as it is, its line ends are used.
 */
export function withEntry(changelog: string | undefined, entry: string): string {
  if (changelog === undefined || changelog.trim() === "") return `# Changelog\n\n${entry}`;
  const lineEnd = changelog.includes("\r\n") ? "\r\n" : "\n";
  const next = headings(changelog).find(isRelease)?.offset ?? changelog.length;
  const [above, below] = [changelog.slice(0, next), changelog.slice(next)];
  const gap = above === "" || /\n\r?\n$/.test(above) ? "" : above.endsWith("\n") ? lineEnd : lineEnd + lineEnd;
  const added = entry.replaceAll("\n", lineEnd);
  return `${above}${gap}${added}${below === "" ? "" : lineEnd}${below}`;
}

/** A version, on whatever level; or another section of a changelog that names its releases. */
function isRelease({ level, text }: Heading): boolean {
  return versionOf(text) !== undefined || (level === 2 && !/^\[?unreleased\b/i.test(text));
}

/** `1.2.0`, `v1.2.0`, `[1.2.0] - 2026-01-31`. */
function versionOf(heading: string): string | undefined {
  return /^\[?v?(\d+\.\d+\.\d+[\w.+-]*)/.exec(heading)?.[1];
}

/** The headings of a Markdown text, but for those in fenced code and in comments (CommonMark 4.2, 4.5, 4.6). */
function headings(text: string): Heading[] {
  const found: Heading[] = [];
  let offset = 0;
  // What ends the block in which nothing is a heading.
  let end: RegExp | undefined;
  for (const line of text.split(/(?<=\n)/)) {
    const fence = /^ {0,3}(`{3,}(?!.*`)|~{3,})/.exec(line)?.[1];
    const [, marks, title = ""] = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?[ \t]*\r?\n?$/.exec(line) ?? [];
    if (end !== undefined) end = end.test(line) ? undefined : end;
    else if (fence !== undefined) end = new RegExp(`^ {0,3}${fence.charAt(0)}{${fence.length},}[ \\t]*\\r?\\n?$`);
    else if (/^ {0,3}<!--(?!.*-->)/.test(line)) end = /-->/;
    else if (marks !== undefined) found.push({ offset, level: marks.length, text: title });
    offset += line.length;
  }
  return found;
}
