import type { Declaration, StructuredDeclaration } from "./declarations.ts";
import { comparePlaces, type Place } from "../errors.ts";
import { isAbstractTypeName, isPrimitiveTypeName } from "../edm.ts";
import { resolveName } from "./names.ts";
import type { Problems } from "./problems.ts";
import type { References } from "./references.ts";
import { aKind } from "./schema-children.ts";

/** What types inherit from, as far as it is sound: no chain of base types in it ends nowhere or runs in a circle. */
export interface Bases {
  readonly of: ReadonlyMap<string, string>;
  /** Types of which not all base types are known; what they inherit is not to be judged. */
  readonly broken: ReadonlySet<string>;
}

type Declarations = ReadonlyMap<string, Declaration>;

/** The longest chain of base types. Services have up to ten; a longer one is a mistake, or meant to do harm. */
const maxDepth = 100;

/** Links types to their base types (CSDL 6.1, 9.1). One error for each reference that is wrong, and for each circle. */
export function linkBases(declarations: Declarations, references: References, problems: Problems): Bases {
  const of = new Map<string, string>();
  const cut = new Set<string>();
  for (const declaration of declarations.values()) {
    if (declaration.kind !== "structured" || declaration.head.node.baseType === undefined) continue;
    const base = checkBase(declaration, declarations, references, problems);
    if (base === undefined) cut.add(declaration.name);
    else of.set(declaration.name, base);
  }
  for (const circle of circlesOf(of)) {
    reportCircle(circle, declarations, problems);
    for (const name of circle) {
      of.delete(name);
      cut.add(name);
    }
  }
  return withoutBroken(of, cut, (name) => {
    const at = declarations.get(name)?.head.node.at;
    const message = `${name} has ${maxDepth} base types in a row and more, which is more than can be generated`;
    if (at !== undefined) problems.conflict(at, message, "let it be based on one of the types further up");
  });
}

/** The base type's name, where it is a type of the same kind. */
function checkBase(
  { name, head: { node, scope } }: StructuredDeclaration,
  declarations: Declarations,
  references: References,
  problems: Problems,
): string | undefined {
  const base = resolveName(node.baseType ?? "", scope);
  const found = declarations.get(base);
  if (found?.kind === "structured" && found.head.node.kind === node.kind) return base;
  const own = node.kind === "EntityType" ? "entity type" : "complex type";
  const child = references.children.get(base);
  if (child !== undefined) {
    problems.input(node.at, `${name} is ${aKind(own)} and cannot be based on ${aKind(child.kind)}, ${base}`);
  } else if (isAbstractTypeName(base) || isPrimitiveTypeName(base)) {
    problems.input(node.at, `${name} has the base type ${base}, which is built in and no base for other types`);
  } else {
    const hint = references.hint(base, [own]);
    problems.input(node.at, `${name} has the base type ${base}, which is not declared`, hint);
  }
  return undefined;
}

/** The circles in which names run that lead to other names, each once. */
export function circlesOf(of: ReadonlyMap<string, string>): readonly (readonly string[])[] {
  const circles: string[][] = [];
  const done = new Set<string>();
  for (const start of of.keys()) {
    const path = new Set<string>();
    let current: string | undefined = start;
    while (current !== undefined && !done.has(current) && !path.has(current)) {
      path.add(current);
      current = of.get(current);
    }
    if (current !== undefined && path.has(current)) {
      const names = [...path];
      circles.push(names.slice(names.indexOf(current)));
    }
    for (const name of path) done.add(name);
  }
  return circles;
}

function reportCircle(circle: readonly string[], declarations: Declarations, problems: Problems): void {
  const first = firstOf(circle, (name) => declarations.get(name)?.head.node.at);
  if (first !== undefined) problems.input(first.at, `${first.name} is its own base type: ${first.shown}`);
}

/** What stands first of a circle, whatever the walk met first, and the circle from there on in words. */
export function firstOf(
  circle: readonly string[],
  placeOf: (name: string) => Place | undefined,
): { readonly name: string; readonly at: Place; readonly shown: string } | undefined {
  const placed = circle.flatMap((name, index) => {
    const at = placeOf(name);
    return at === undefined ? [] : [{ name, index, at }];
  });
  const [first] = placed.sort((a, b) => comparePlaces(a.at, b.at));
  if (first === undefined) return undefined;
  const turned = [...circle.slice(first.index), ...circle.slice(0, first.index + 1)];
  const shown = turned.length > 9 ? [...turned.slice(0, 4), "…", ...turned.slice(-4)] : turned;
  return { name: first.name, at: first.at, shown: shown.join(" → ") };
}

/** Cuts chains that are too long, and tells which types lead to a cut. */
function withoutBroken(of: Map<string, string>, broken: Set<string>, reportDepth: (name: string) => void): Bases {
  const depths = new Map<string, number>();
  for (const start of [...of.keys()]) {
    const path: string[] = [];
    let current: string | undefined = start;
    while (current !== undefined && !depths.has(current)) {
      path.push(current);
      current = of.get(current);
    }
    let depth = current === undefined ? -1 : (depths.get(current) ?? -1);
    let isBroken = current !== undefined && broken.has(current);
    for (const name of path.reverse()) {
      depth += 1;
      depths.set(name, depth);
      if (depth === maxDepth + 1) reportDepth(name);
      if (depth > maxDepth) of.delete(name);
      isBroken ||= broken.has(name) || depth > maxDepth;
      if (isBroken) broken.add(name);
    }
  }
  return { of, broken };
}
