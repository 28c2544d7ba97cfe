import type { FormattedFile } from "../output/types.ts";
import type { Names } from "./names.ts";

/** A module of the package, read: what it declares, imports and exports. Nothing of it is resolved yet. */
export interface Module {
  /** Relative to the package, with `/`. */
  readonly path: string;
  /** By local name. */
  readonly declarations: ReadonlyMap<string, DeclaredTarget>;
  /** By local name. */
  readonly imports: ReadonlyMap<string, Link>;
  /** By exported name. */
  readonly exports: ReadonlyMap<string, Link>;
  /** What is exported as `*`. */
  readonly stars: readonly Star[];
}

/** Takes the text of a module, returns what it declares, imports and exports. */
export type ReadModule = (file: FormattedFile) => Module;

/** Where a name leads: to `name` of the module `from`, or of the module itself where there is no `from`. */
export interface Link {
  readonly from?: string | undefined;
  /** `*` stands for the whole module. */
  readonly name: string;
  readonly typeOnly: boolean;
}

export interface Star {
  readonly from: string;
  readonly typeOnly: boolean;
}

/** Everything that a module declares under one name: a type and a constant, the overloads of a function. */
export interface DeclaredTarget {
  readonly kind: "declaration";
  readonly module: Module;
  readonly name: string;
  /** The declarations as the report shows them, in the words of its readers. */
  readonly print: (names: Names, heading: Heading) => readonly Piece[];
}

/** What is printed under which name; `other` where the report has it under another name already. */
export interface Heading {
  readonly name: string;
  /** Whether the declaration itself has this name. */
  readonly isLocal: boolean;
  readonly other: string | undefined;
}

/** A name of another package, or of a file that is not there. */
export interface ForeignTarget {
  readonly kind: "foreign";
  readonly from: string;
  readonly name: string;
}

export interface NamespaceTarget {
  readonly kind: "namespace";
  readonly module: Module;
}

/** What a name means in the end, all re-exports followed. The same thing is the same object. */
export type Target = DeclaredTarget | ForeignTarget | NamespaceTarget;

/** A name with what it means; `typeOnly` where a re-export on the way leaves out the value. */
export interface Found {
  readonly target: Target;
  readonly typeOnly: boolean;
}

/** A subpath of `exports` in `package.json`; without `file` where it leads to nothing that can be read. */
export interface EntryPoint {
  readonly subpath: string;
  readonly target: string;
  readonly file?: string | undefined;
}

/** A public name as consumers write it (`callRecords.Session`), and where they find it. */
export interface Item {
  readonly name: string;
  readonly target: DeclaredTarget | ForeignTarget;
  /** By subpath, in order, whether the name stands for a type only. */
  readonly entries: ReadonlyMap<string, boolean>;
}

/** Everything that a package exports. */
export interface Surface {
  readonly entries: readonly EntryPoint[];
  readonly items: readonly Item[];
  /** By subpath, its namespaces by name, and whether they are for types only. */
  readonly namespaces: ReadonlyMap<string, ReadonlyMap<string, boolean>>;
  /** By subpath, the packages of which it exports everything. */
  readonly others: ReadonlyMap<string, readonly string[]>;
}

/** What a declaration is for consumers: a type, a value, or both at once (a class). */
export type Meaning = "type" | "value" | "both";

/** One declaration as the report shows it. */
export interface Piece {
  readonly name: string;
  readonly meaning: Meaning;
  readonly lines: readonly string[];
  /** What follows the name, where the piece is one line without markers and may belong to a family. */
  readonly signature?: string | undefined;
}

/** What stands in the same entry points; the heading names them. */
export interface Section {
  readonly heading: string;
  readonly pieces: readonly Piece[];
}
