import { BindgenError, type Problem } from "../errors.ts";
import type { Model } from "../model/types.ts";
import { splitName } from "../split-name.ts";
import { sortedBy } from "../sort.ts";
import { likely } from "./likely.ts";
import type { Root } from "./types.ts";

/** Roots by what they mean, and those that mean nothing. */
export interface ResolvedRoots {
  readonly roots: readonly Root[];
  readonly missing: readonly string[];
}

/**
 * What the names of the roots mean: a child of the entity container, an operation key, a qualified name (an alias will
 * do) of a type or of all overloads of an operation, or the simple name of the one type that has it.
 * @throws BindgenError `usage` naming each root that means several things or, unless `tolerant`, nothing.
 */
export function resolveRoots(roots: readonly string[] | "all", model: Model, tolerant: boolean): ResolvedRoots {
  if (roots === "all") return { roots: allRoots(model), missing: [] };
  const missing: string[] = [];
  const problems: Problem[] = [];
  const found = roots.flatMap((asked, index) => {
    const setting = ["roots", String(index)];
    const candidates = resolveRoot(asked, model);
    const names = [...new Set(candidates.filter(({ kind }) => kind === "type").map(({ target }) => target))];
    if (candidates.length === 0 && tolerant) missing.push(asked);
    else if (candidates.length === 0) {
      const message = `there is no type, operation or container child called ${asked}`;
      problems.push({ message, hint: likely(asked, rootNames(model)), setting });
    } else if (names.length > 1) {
      problems.push({ message: `the root ${asked} is ambiguous`, hint: `say which: ${names.join(" or ")}`, setting });
    }
    return candidates;
  });
  if (problems.length > 0) throw new BindgenError("usage", problems);
  return { roots: found, missing };
}

function allRoots(model: Model): Root[] {
  return [
    ...[...model.types.keys()].map((target): Root => ({ asked: target, kind: "type", target })),
    ...[...model.operations.keys()].map((target): Root => ({ asked: target, kind: "operation", target })),
    // What they stand for is a root already.
    ...[...model.children.values()].map(({ name, type }): Root => ({ asked: name, kind: "child", target: type })),
  ];
}

function resolveRoot(asked: string, model: Model): Root[] {
  const child = model.children.get(asked);
  if (child?.kind === "ActionImport" || child?.kind === "FunctionImport") {
    return overloads(child.type, model).map((target): Root => ({ asked, kind: "operation", target }));
  }
  if (child !== undefined) return [{ asked, kind: "child", target: child.type }];
  if (model.operations.has(asked)) return [{ asked, kind: "operation", target: asked }];
  const [prefix, simpleName] = splitName(asked);
  const namespaces = [
    prefix,
    ...model.aliases.filter(({ alias }) => alias === prefix).map(({ namespace }) => namespace),
  ];
  const qualified = namespaces.map((namespace) => `${namespace}.${simpleName}`);
  const types = prefix === "" ? simplyNamed(asked, model) : qualified.filter((name) => model.types.has(name));
  if (types.length > 0) return types.map((target): Root => ({ asked, kind: "type", target }));
  return qualified
    .flatMap((name) => overloads(name, model))
    .map((target): Root => ({ asked, kind: "operation", target }));
}

function simplyNamed(simpleName: string, model: Model): string[] {
  return [...model.types.values()].filter((type) => type.simpleName === simpleName).map(({ name }) => name);
}

function overloads(name: string, model: Model): string[] {
  return [...model.operations.values()].filter((operation) => operation.name === name).map(({ key }) => key);
}

function rootNames(model: Model): string[] {
  const operations = new Set([...model.operations.values()].map(({ name }) => name));
  return sortedBy([...model.types.keys(), ...operations, ...model.children.keys()], (name) => name);
}
