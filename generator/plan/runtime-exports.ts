import { gathered } from "../group.ts";
import { sortedBy } from "../sort.ts";
import { collectionNames } from "./collection-names.ts";
import type { PlanContext } from "./context.ts";
import { barrel, edmNamespace, exported, type ExportList, type Surface } from "./export-lists.ts";
import type { NameSet } from "./local-names.ts";
import { mainOf } from "./namespaces.ts";
import type { BarrelModule } from "./types.ts";

/** A subpath behind which names of the run-time library stand beside those of the model. */
type Door = Surface | "registry" | "index";

/** What the run-time library offers to users, under the names that users see. */
const runtimeExports: readonly (ExportList & { readonly surfaces: readonly Door[] })[] = [
  { from: "./runtime/control.js", names: [exported("ODataControl", true)], surfaces: ["types", "index"] },
  {
    from: "./runtime/collection.js",
    names: [exported("Partition", true), exported("partitionCollection", false)],
    surfaces: ["validators", "index"],
  },
  {
    from: "./runtime/issue.js",
    names: [
      exported("Issue", true),
      exported("IssueCode", true),
      exported("IssuePath", true),
      exported("IssueSeverity", true),
      exported("ODataValidationError", false),
      exported("toPointer", false),
    ],
    surfaces: ["validators", "operations", "registry", "index"],
  },
  {
    from: "./runtime/standard-schema.js",
    names: ["StandardIssue", "StandardResult", "StandardSchema"].map((name) => exported(name, true)),
    surfaces: ["validators", "operations", "registry", "index"],
  },
  {
    from: "./runtime/validate.js",
    names: [
      exported("Guard", true),
      exported("ValidateOptions", true),
      exported("Validation", true),
      exported("Validator", true),
    ],
    surfaces: ["validators", "operations", "registry", "index"],
  },
  {
    from: "./runtime/envelope.js",
    names: [exported("ODataError", true), exported("ODataErrorDetail", true), exported("isODataError", false)],
    surfaces: ["validators", "index"],
  },
  {
    from: "./dynamic-members.js",
    names: [exported("dynamicMembers", false), exported("withDynamic", false)],
    surfaces: ["validators", "index"],
  },
  {
    from: "./runtime/registry-entry.js",
    names: [exported("RegistryEntry", true)],
    surfaces: ["registry"],
  },
];

/** Every name of the run-time library that the index of a package may have; sorted. */
export const runtimeNames: readonly string[] = [
  ...runtimeExports
    .filter(({ surfaces }) => surfaces.includes("index"))
    .flatMap(({ names }) => names.map(({ name }) => name)),
  "Edm",
  "ODataCollection",
  "validateCollection",
].sort();

/** Names of the run-time library give way to what the model brings beside them; `./runtime` has them all. */
export function runtimeFor(context: PlanContext, surface: Door): ExportList[] {
  const namespaces = [...context.namespaces.values()].flatMap(({ exportName }) => exportName ?? []);
  const main = mainNames(context);
  const isTaken = (name: string): boolean => main.has(name) || namespaces.includes(name);
  const collection = collectionExports(context);
  const lists = [...runtimeExports, ...collection].filter((list) => list.surfaces.includes(surface));
  return mergeLists(
    lists.map(({ from, names }) => ({ from, names: names.filter(({ name, as }) => !isTaken(as ?? name)) })),
  );
}

function mergeLists(lists: readonly ExportList[]): ExportList[] {
  const merged = gathered(lists.flatMap(({ from, names }) => names.map((name) => [from, name] as const)));
  const sorted = [...merged].map(([from, names]) => ({ from, names: sortedBy(names, ({ as, name }) => as ?? name) }));
  return sortedBy(sorted, ({ from }) => from);
}

/** The names that the main namespace takes. */
export function mainNames(context: PlanContext): NameSet {
  return context.names.taken.get(mainOf(context.namespaces)?.namespace ?? "") ?? new Set();
}

/** The envelope of collections and its validator, by how 64-bit numbers travel. */
function collectionExports(context: PlanContext): typeof runtimeExports {
  const { type, validator } = collectionNames(context.config);
  return [
    {
      from: "./runtime/envelope.js",
      names: [exported(type, true, "ODataCollection")],
      surfaces: ["types", "validators", "operations", "registry", "index"],
    },
    {
      from: "./runtime/collection.js",
      names: [exported(validator, false, "validateCollection")],
      surfaces: ["validators", "index"],
    },
  ];
}

/** All run-time names, whatever the model's names are. */
export function planRuntimeBarrel(context: PlanContext): BarrelModule {
  return barrel("runtime", "The run-time library, under names that never change.", {
    exports: mergeLists([...runtimeExports, ...collectionExports(context)]),
    namespaces: [edmNamespace],
  });
}
