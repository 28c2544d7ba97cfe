import type { ModelOperation, ModelType } from "../model/types.ts";
import { divideByName } from "./name-ranges.ts";
import type { Names } from "./naming.ts";
import { byNamespace } from "./remembered.ts";
import type { StructuredPlan } from "./structured.ts";

/** So many types of a namespace, or half as many operations, take a file of half a megabyte. */
export const MANY = 250;

/** What a namespace has of a kind, or some of it where that would be too much for a file. */
export interface Portion<T> {
  readonly namespace: string;
  /** What the paths of its files end with: `/a-m`, or nothing where it is all. */
  readonly suffix: string;
  readonly items: readonly T[];
}

type PortionsOf<T> = (namespace: string) => readonly Portion<T>[];

/** What namespaces have, in the portions that a file takes. */
export interface Portions {
  readonly structured: PortionsOf<StructuredPlan>;
  /** Enumerations and type definitions. */
  readonly values: PortionsOf<ModelType>;
  readonly operations: PortionsOf<ModelOperation>;
  /** What the paths end with that have a type or operation, by qualified name or key. */
  readonly suffixOf: (nameOrKey: string) => string;
}

/** Whether a file does not take all types of a namespace, so that enumerations stand apart from structured types. */
export function isDivided({ structured, values }: Portions, namespace: string): boolean {
  return structured(namespace).length > 1 || values(namespace).length > 1;
}

/** What is divided. */
export interface Things {
  readonly types: readonly ModelType[];
  readonly structured: ReadonlyMap<string, StructuredPlan>;
  readonly operations: readonly ModelOperation[];
  readonly names: Names;
}

/** @param bound how many types a file may have; operations have an object for their parameters, and one for the result */
export function planPortions({ types, structured, operations, names }: Things, bound: number): Portions {
  const suffixes = new Map<string, string>();
  const divided = <T>(items: readonly T[], about: About<T>, most: number): PortionsOf<T> => {
    const portions = portionsOf(items, about, names.of, most);
    for (const { suffix, items: own } of portions) {
      if (suffix !== "") for (const item of own) suffixes.set(about(item).name, suffix);
    }
    return byNamespace(portions, ({ namespace }) => namespace);
  };
  const values = types.filter(({ kind }) => kind === "enum" || kind === "typeDefinition");
  return {
    structured: divided([...structured.values()], ({ type }) => type, bound),
    values: divided(values, (type) => type, bound),
    operations: divided(operations, ({ key, namespace }) => ({ name: key, namespace }), Math.ceil(bound / 2)),
    suffixOf: (name) => suffixes.get(name) ?? "",
  };
}

type About<T> = (item: T) => { readonly name: string; readonly namespace: string };

function portionsOf<T>(items: readonly T[], about: About<T>, nameOf: Names["of"], bound: number): Portion<T>[] {
  const all = byNamespace(items, (item) => about(item).namespace);
  return [...new Set(items.map((item) => about(item).namespace))].flatMap((namespace) =>
    divideByName(all(namespace), (item) => nameOf(about(item).name), bound).map(({ label, items: own }) => {
      return { namespace, suffix: label === "" ? "" : `/${label}`, items: own };
    }),
  );
}
