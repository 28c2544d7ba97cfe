/**
 * A tag as the standard writes it (RFC 9110 8.8.3), in ASCII: other characters do not come back from the platform as
 * they were sent. Any other text is no tag.
 */
export function entityTag(text: string | undefined): string | undefined {
  return text !== undefined && /^(W\/)?"[\x21\x23-\x7e]*"$/.test(text) ? text : undefined;
}
