/** What was read and what to call it in messages. */
export interface Source {
  /** The path or URL, as shown to people. */
  readonly file: string;
  readonly bytes: Uint8Array;
}
