/**
 * The plan: every file, name, order, union, import and doc comment decided, nothing printed. Names in it are final
 * identifiers as they stand in the file that the item belongs to.
 */
import type { PackageConfig } from "../config/types.ts";
import type { Docs } from "../model/types.ts";

/** A plan whose files are walked once. */
export interface LazyPlan {
  readonly modules: Iterable<ModulePlan>;
  readonly package: PackagePlan;
  /** The canonical CSDL of slice and overlay is hashed into `src/source.ts`. */
  readonly source: SourcePlan;
}

export interface Plan extends LazyPlan {
  /** Sorted by path. */
  readonly modules: readonly ModulePlan[];
}

export interface PackagePlan extends PackageConfig {
  /** Subpaths and the source file behind each, without `src/` and `.ts`. */
  readonly entries: readonly { readonly subpath: string; readonly file: string }[];
  /** Numbers for the package's own README. */
  readonly counts: Counts;
  /** Namespaces, and the name that each is exported under; the main one has none. */
  readonly namespaces: readonly { readonly namespace: string; readonly exportName: string | undefined }[];
  /** A structured type to show in the README, or undefined where there is none. */
  readonly sample: { readonly name: string; readonly identifier: string } | undefined;
}

export interface Counts {
  readonly entityTypes: number;
  readonly complexTypes: number;
  readonly enumTypes: number;
  readonly actions: number;
  readonly functions: number;
}

export interface SourcePlan {
  readonly namespaces: readonly string[];
  readonly sha256: string;
  readonly ieee754Compatible: boolean;
}

/** A file of `src/`. */
export type ModulePlan =
  | TypesModule
  | EnumsModule
  | GuardsModule
  | EnumGuardsModule
  | TaggedModule
  | ShapesModule
  | TagsModule
  | ValidatorsModule
  | FactoriesModule
  | OperationTypesModule
  | OperationValidatorsModule
  | BarrelModule
  | DynamicMembersModule
  | RegistryModule
  | WireModule;

interface ModuleBase {
  /** Relative to `src/`, with `/` and without `.ts`. */
  readonly path: string;
  readonly imports: readonly ImportPlan[];
}

/** One import declaration; names sorted. */
export interface ImportPlan {
  /** The specifier as printed. */
  readonly from: string;
  readonly names: readonly { readonly name: string; readonly as: string | undefined; readonly typeOnly: boolean }[];
  /** `import type * as X`, where set. */
  readonly namespace: string | undefined;
}

/** A type as it is written at a member, parameter or result. */
export type TypeExpression =
  | { readonly kind: "name"; readonly name: string; readonly arguments: readonly TypeExpression[] }
  | { readonly kind: "literal"; readonly value: string }
  | { readonly kind: "array"; readonly item: TypeExpression }
  | { readonly kind: "union"; readonly members: readonly TypeExpression[] };

export interface TypesModule extends ModuleBase {
  readonly kind: "types";
  readonly items: readonly (InterfaceItem | AliasItem)[];
}

export interface InterfaceItem {
  readonly kind: "interface";
  readonly name: string;
  readonly extends: readonly string[];
  readonly members: readonly InterfaceMember[];
  /** Whether any other name may be read and written (`openTypes: "index"`). */
  readonly index: boolean;
  readonly docs: DocsPlan;
}

export interface InterfaceMember {
  readonly name: string;
  readonly type: TypeExpression;
  readonly optional: boolean;
  readonly docs: DocsPlan | undefined;
}

export interface AliasItem {
  readonly kind: "alias";
  readonly name: string;
  readonly type: TypeExpression;
  readonly docs: DocsPlan;
}

/** A doc comment: description, then facts in our words, then deprecation. */
export interface DocsPlan extends Docs {
  readonly facts: readonly string[];
}

export interface EnumsModule extends ModuleBase {
  readonly kind: "enums";
  readonly enums: readonly EnumItem[];
  readonly definitions: readonly AliasItem[];
}

export interface EnumItem {
  readonly name: string;
  readonly flags: boolean;
  readonly members: readonly { readonly name: string; readonly docs: DocsPlan | undefined }[];
  readonly docs: DocsPlan;
}

/** How one value is tested. `callee` names a function of the file. */
export type TestPlan =
  | { readonly kind: "typeof"; readonly type: "string" | "boolean" }
  | CallTest
  | { readonly kind: "array"; readonly callee: string; readonly item: CallTest };

/** A function of the value: `deep` ones take the depth too, those that `note` what they find take the notes as well. */
export interface CallTest {
  readonly kind: "call";
  readonly callee: string;
  readonly arguments: readonly string[];
  readonly deep: boolean;
  readonly notes: boolean;
}

/**
 * What a member may be besides a value that passes its test: `nullish`, `undefined` or `none` of these (what is required
 * is never null). The `any…` forms are for tests that let null and undefined pass by themselves.
 */
export type Absence = "nullish" | "undefined" | "none" | "anyNullish" | "anyUndefined" | "anyNone";

export interface GuardMember {
  readonly name: string;
  readonly absence: Absence;
  readonly test: TestPlan;
}

/** Members of one name or more that a guard treats alike: the cases of a `switch` over names. */
export interface MemberCase {
  readonly names: readonly string[];
  /** Undefined for what the type declares and the presence does not send: guards let it pass, validators warn. */
  readonly rule: { readonly absence: Absence; readonly test: TestPlan } | undefined;
  /** Whether each of them has to be there. */
  readonly required: boolean;
}

/** The guard of all members of a type, inherited ones included. */
export interface MembersGuard {
  readonly name: string;
  /** The interface whose keys may be read. */
  readonly type: string;
  readonly subject: string;
  /** Names that others have looked at, or nobody has to: the discriminator's. */
  readonly skipped: readonly string[];
  readonly cases: readonly MemberCase[];
  /** How many members have to be there. */
  readonly required: number;
  /** An open type: what it does not declare is looked into. */
  readonly open: boolean;
  /** It declares names that every object inherits something for: as members, they count where they are own. */
  readonly ownOnly: boolean;
  readonly usesDepth: boolean;
}

export interface ObjectGuard {
  readonly name: string;
  readonly subject: string;
  /** What the guard proves. */
  readonly type: string;
  readonly mode: "declared" | "data" | "dataRequired" | "parameters";
  /** The guard of the type's members; empty where the type itself cannot stand there, and where `whole` is given. */
  readonly members: string;
  /** What it looks at by itself, because no other guard does. */
  readonly whole: MembersGuard | undefined;
  /** For `declared`: what is done for which tags. */
  readonly cases: readonly TagCase[];
  /** For `declared`: the guard of an object without a tag; undefined where there has to be one. It has a case as well. */
  readonly untagged: string | undefined;
  /** For `declared` without cases: nothing fits. */
  readonly never: boolean;
}

export interface ResourceGuard {
  readonly name: string;
  readonly subject: string;
  readonly cases: readonly TagCase[];
}

/** Tags behind which the same guard looks at the members. */
export interface TagCase {
  readonly tags: readonly string[];
  readonly members: string;
}

export interface GuardsModule extends ModuleBase {
  readonly kind: "guards";
  readonly members: readonly MembersGuard[];
  readonly objects: readonly ObjectGuard[];
  readonly resources: readonly ResourceGuard[];
  readonly runtime: RuntimeNames;
}

/** `export { a as b } from "…"`. */
export interface AliasGroup {
  readonly from: string;
  readonly names: readonly { readonly name: string; readonly as: string }[];
}

/** Local names of runtime helpers. */
export type RuntimeNames = { readonly [name: string]: string };

export interface EnumGuardsModule extends ModuleBase {
  readonly kind: "enumGuards";
  readonly enums: readonly {
    readonly name: string;
    readonly subject: string;
    readonly flags: boolean;
    readonly empty: boolean;
    readonly members: readonly string[];
  }[];
  readonly runtime: RuntimeNames;
}

/** Finds the guard for a tag, for dynamic members of open types. */
export interface TaggedModule extends ModuleBase {
  readonly kind: "tagged";
  readonly presence: string;
  /** All tags of the package. */
  readonly cases: readonly TagCase[];
  readonly runtime: RuntimeNames;
  /** Whether `wire` has another name in the file. */
  readonly renamed: boolean;
}

export interface ShapesModule extends ModuleBase {
  readonly kind: "shapes";
  readonly objects: readonly ShapeItem[];
  readonly enums: readonly {
    readonly name: string;
    /** Where issues tell it. */
    readonly subject: string | undefined;
    readonly members: readonly string[];
    readonly flags: boolean;
  }[];
  readonly resources: readonly { readonly name: string; readonly items: readonly string[] }[];
  readonly runtime: RuntimeNames;
}

export interface ShapeItem {
  readonly name: string;
  readonly subject: string;
  readonly entity: boolean;
  readonly discriminator: "declared" | "required" | "data" | "dataRequired" | "none";
  readonly base: string | undefined;
  readonly variants: readonly string[];
  /** Local name of the tag finder, for open types. */
  readonly open: string | undefined;
  readonly members: readonly ShapeMember[];
}

export interface ShapeMember {
  readonly name: string;
  /** Name of the value's shape in the file, and arguments where it is made by a function. */
  readonly shape: string;
  readonly arguments: readonly string[] | undefined;
  readonly facts: number;
}

export interface TagsModule extends ModuleBase {
  readonly kind: "tags";
  readonly shapes: readonly string[];
  readonly runtime: RuntimeNames;
}

export interface ValidatorsModule extends ModuleBase {
  readonly kind: "validators";
  readonly items: readonly ValidatorItem[];
  readonly aliases: readonly AliasGroup[];
  readonly runtime: RuntimeNames;
}

export interface ValidatorItem {
  readonly subject: string;
  /** What follows the subject in doc comments: the presence, or the part of an operation. */
  readonly words: string;
  readonly type: string;
  readonly is: string;
  readonly validate: string;
  readonly assert: string;
  readonly parse: string;
  readonly schema: string;
  readonly check: string;
  readonly shape: string;
  readonly terms: string;
  readonly partition: PartitionItem | undefined;
}

/** For types whose `value` is a collection of structured items. */
export interface PartitionItem {
  readonly name: string;
  readonly item: TypeExpression;
  /** The run-time function, and the type of what it returns. */
  readonly maker: string;
  readonly result: string;
  readonly check: string;
  readonly shape: string;
}

export interface FactoriesModule extends ModuleBase {
  readonly kind: "factories";
  readonly items: readonly FactoryItem[];
  readonly aliases: readonly AliasGroup[];
}

export interface FactoryItem {
  readonly name: string;
  readonly subject: string;
  readonly init: string;
  readonly initRequired: boolean;
  readonly result: string;
  readonly tag: string;
}

export interface OperationTypesModule extends ModuleBase {
  readonly kind: "operationTypes";
  readonly items: readonly (InterfaceItem | AliasItem)[];
}

export interface OperationValidatorsModule extends ModuleBase {
  readonly kind: "operationValidators";
  readonly items: readonly ValidatorItem[];
  readonly results: readonly ResultItem[];
  readonly runtime: RuntimeNames;
}

/** The validator of an operation's result: a structured type's own, or that of an envelope. */
export interface ResultItem {
  readonly subject: string;
  readonly name: string;
  readonly type: TypeExpression;
  /** Local name of the runtime function that makes the validator, and its argument. */
  readonly maker: string;
  readonly argument: string;
}

/** A file that exports what others do. */
export interface BarrelModule extends ModuleBase {
  readonly kind: "barrel";
  readonly title: string;
  readonly exports: readonly {
    readonly from: string;
    readonly names: readonly ExportedName[];
  }[];
  readonly stars: readonly { readonly from: string; readonly typeOnly: boolean }[];
  readonly namespaces: readonly { readonly name: string; readonly from: string; readonly typeOnly: boolean }[];
}

/** A name in an export list; `as` where it goes out under another one. */
export interface ExportedName {
  readonly name: string;
  readonly typeOnly: boolean;
  readonly as: string | undefined;
}

/** `dynamicMembers` and `withDynamic`, which know the names that a type declares by its tag. */
export interface DynamicMembersModule extends ModuleBase {
  readonly kind: "dynamicMembers";
  readonly runtime: RuntimeNames;
}

export interface RegistryModule extends ModuleBase {
  readonly kind: "registry";
  /** Names in the file of what the registry consists of, where it stands in several files. */
  readonly parts: readonly { readonly type: string; readonly value: string }[];
  readonly entries: readonly RegistryEntry[];
  readonly exports: BarrelModule["exports"];
  readonly stars: BarrelModule["stars"];
  readonly runtime: RuntimeNames;
}

export interface RegistryEntry {
  readonly key: string;
  readonly presences: readonly {
    readonly presence: string;
    readonly type: string;
    readonly is: string;
    readonly validate: string;
    readonly schema: string;
  }[];
}

export interface WireModule extends ModuleBase {
  readonly kind: "wire";
  readonly aliases: readonly { readonly alias: string; readonly namespace: string }[];
  readonly serviceRoot: string | undefined;
  /** Those of each presence, and those of what operations return; whether members have to be there, or are not sent. */
  readonly terms: readonly { readonly name: string; readonly presence: string; readonly demanding: boolean }[];
  readonly runtime: RuntimeNames;
}
