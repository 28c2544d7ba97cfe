/** A file of the generated package. `path` is relative to its folder, with `/`. */
export interface RenderedFile {
  readonly path: string;
  readonly text: string;
  /** Whether the text is in its final form already: what prettier would make of it is itself. */
  readonly canonical?: boolean;
}
