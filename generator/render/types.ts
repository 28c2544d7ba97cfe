/** A file of the generated package, not yet formatted. `path` is relative to its folder, with `/`. */
export interface RenderedFile {
  readonly path: string;
  readonly text: string;
}
