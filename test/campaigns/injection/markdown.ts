import { marked } from "marked";

/** What text may be written as: code, and a comment of our own between two spans of it. */
const plainTags = /^<(?:\/?code|!-- --)>$/;

/** The tags that Markdown becomes, but for code; a link that is meant to be one is none either. */
export function tagsOf(text: string, links: RegExp): readonly string[] {
  const html = marked
    .parse(text, { async: false, gfm: true })
    .replace(/<a href="([^"]*)">([^<]*)<\/a>/g, (whole: string, to: string) => (links.test(to) ? "" : whole));
  return (html.match(/<[^>]*>/g) ?? []).filter((tag) => !plainTags.test(tag));
}

/** How a document that takes texts differs in its tags from one with harmless texts. */
export function markupIn(path: string, text: string, harmless: string): string[] {
  const link = /^https:\/\/x\.test\//;
  const [tags, expected] = [tagsOf(text, link), tagsOf(harmless, link)];
  const at = tags.findIndex((tag, index) => tag !== expected[index]);
  if (at === -1 && tags.length === expected.length) return [];
  return [
    `${path}: ${JSON.stringify(tags.slice(at, at + 3))} instead of ${JSON.stringify(expected.slice(at, at + 3))}`,
  ];
}
