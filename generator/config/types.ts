/** What the maintainer decides; the metadata decides everything else. Paths are absolute once read. */
export interface Config {
  /** The output's name where the file describes several; undefined where there is only one. */
  readonly name: string | undefined;
  /** Where messages say the configuration comes from: a file, also of a git revision, or the command line. */
  readonly from: string;
  /** Settings that the command line gives in the place of the file. */
  readonly overridden?: readonly string[] | undefined;
  /** The `$metadata` document: a file or a URL. */
  readonly metadata: string;
  /** Where `refresh` downloads from when nothing else is said. */
  readonly source: string | undefined;
  /** Overlay documents, applied in order. */
  readonly overlay: readonly string[];
  /** The folder of the generated package. */
  readonly out: string;
  /** Names of types, operations or container children; `all` for everything. */
  readonly roots: readonly string[] | "all";
  /** Types, by qualified name, whose derived types are followed (`all`) or not (`none`) where they are used. */
  readonly derived: ReadonlyMap<string, "none" | "all">;
  /** Where doc comments come from. */
  readonly docs: "metadata" | "overlay" | "none";
  /** Ends in a slash; `<serviceRoot>$metadata#…` is accepted in discriminators. */
  readonly serviceRoot: string | undefined;
  /** The namespace whose names the package exports without a prefix. */
  readonly mainNamespace: string | undefined;
  /** Module names by namespace, where the derived name does not suit. */
  readonly modules: ReadonlyMap<string, string>;
  /** TypeScript names by qualified name or operation key, where the derived name clashes or does not suit. */
  readonly names: ReadonlyMap<string, string>;
  readonly openTypes: "closed" | "index";
  readonly ieee754Compatible: boolean;
  /** Whether `generate` also writes `api.md`, a report of the package's public surface. */
  readonly apiReport: boolean;
  readonly package: PackageConfig;
}

/** What `package.json` of the generated package says of itself. */
export interface PackageConfig {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly license: string;
  /** Year and holder, as the LICENSE of a package under MIT names them; without it none is written. */
  readonly copyright?: string | undefined;
  readonly keywords: readonly string[];
}
