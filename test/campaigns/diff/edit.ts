import type { Random } from "../../determinism/random.ts";
import * as d from "./documents.ts";

/** Changes a document, where there is something to change. */
export type Edit = (doc: d.Doc, random: Random) => void;

/** Changes one of some things, where there is one. */
export function on<T>(items: readonly T[], random: Random, change: (item: T) => void): void {
  const item = d.pick(items, random);
  if (item !== undefined) change(item);
}

/** Takes facets away, and what only a member of the present type has. */
export function plainly(use: d.Use & Partial<d.Member>): void {
  Object.assign(use, { maxLength: undefined, precision: undefined, scale: undefined });
  Object.assign(use, { unresolved: undefined, union: undefined });
}

export const types = ({ structured }: d.Doc): d.Structured[] => structured;
export const members = (doc: d.Doc): d.Member[] => doc.structured.flatMap((type) => type.members);
export const properties = (doc: d.Doc): d.Member[] => members(doc).filter(({ navigation }) => !navigation);
export const parameters = (doc: d.Doc): d.Parameter[] => doc.operations.flatMap((operation) => operation.parameters);
export const uses = (doc: d.Doc): d.Use[] => [
  ...properties(doc).filter(({ key }) => !key),
  ...parameters(doc),
  ...doc.operations.flatMap(({ result }) => result ?? []),
];

/** Gives a type another name, wherever it stands. */
export function renameType(doc: d.Doc, from: string, to: string): void {
  const each = (use: d.Use): void => {
    if (use.type === from) use.type = to;
  };
  for (const type of [...doc.structured, ...doc.enums, ...doc.definitions]) if (type.name === from) type.name = to;
  for (const type of doc.structured) if (type.base === from) type.base = to;
  members(doc).forEach(each);
  for (const member of members(doc)) member.union = member.union?.map((name) => (name === from ? to : name));
  for (const operation of doc.operations) {
    operation.parameters.forEach(each);
    if (operation.result !== undefined) each(operation.result);
    if (operation.binding?.type === from) operation.binding.type = to;
  }
  for (const child of doc.children) if (child.target === from) child.target = to;
}

export function remove<T>(items: T[], item: T): void {
  items.splice(items.indexOf(item), 1);
}

export const toggle =
  <K extends string>(list: (doc: d.Doc) => Record<K, boolean>[], key: K): Edit =>
  (doc, random) =>
    on(list(doc), random, (item) => {
      item[key] = !item[key];
    });
