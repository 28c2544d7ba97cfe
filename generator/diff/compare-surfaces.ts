import type { Surface, SurfaceType } from "../plan/surface/types.ts";
import type { ValuePlan } from "../plan/values.ts";
import { compareEnums } from "./compare-enums.ts";
import { judgeValues } from "./compare-members.ts";
import { compareOperations } from "./compare-operations.ts";
import { compareMembers, compareStructured } from "./compare-structured.ts";
import { compareOptions, compareRuntimeNames } from "./compare-options.ts";
import { compareShown } from "./compare-names.ts";
import { note } from "./notes.ts";
import { effectiveFacets, facetShift, isPrimitive } from "./facets.ts";
import { laterName, sameType, type Comparing } from "./relations.ts";
import { renamedOperations } from "./renamed-operations.ts";
import { renamedTypes } from "./renames.ts";
import { facetsText, typeText } from "./texts.ts";
import type { Change, Comparison } from "./types.ts";
import { judgements, summarize } from "./verdicts.ts";

/** Takes what users see of a package before and after, returns what differs for them and what that means. */
export function compareSurfaces(before: Surface, after: Surface): Comparison {
  const comparing = {
    renamed: renamedTypes(before, after),
    ieee754Compatible: after.ieee754Compatible,
    isCombined: (name: string) => isCombined(after.types.get(name)),
    standsAlone: (name: string) => [before, after].every(({ types }) => standsAlone(types.get(name))),
    indexed: { before: isIndexed(before), after: isIndexed(after) },
    toldByDefinition: (earlier: ValuePlan, later: ValuePlan) =>
      hasFacetsOfDefinition(earlier, before) && hasFacetsOfDefinition(later, after),
  };
  return summarize([
    ...compareOptions(before, after),
    ...compareRuntimeNames(before, after),
    ...compareAllTypes(before, after, comparing),
    ...compareAllOperations(before, after, comparing),
  ]);
}

function isIndexed({ options }: Surface): boolean {
  return options.get("openTypes") === "index";
}

function isCombined(type: SurfaceType | undefined): boolean {
  return type?.kind === "enum" && type.flags;
}

/** Another kind of type, and one that is not there, are told on their own. */
function standsAlone(type: SurfaceType | undefined): boolean {
  return type === undefined || !isStructured(type) || type.position.types.every((name) => name === type.name);
}

function hasFacetsOfDefinition(value: ValuePlan, { types }: Surface): boolean {
  const type = value.kind === "definition" ? types.get(value.name) : undefined;
  if (type?.kind !== "typeDefinition" || !isPrimitive(type.value) || !isPrimitive(value)) return false;
  return JSON.stringify(effectiveFacets(type.value)) === JSON.stringify(effectiveFacets(value));
}

function compareAllTypes(before: Surface, after: Surface, comparing: Comparing): Change[] {
  const known = new Set([...before.types.keys()].map((name) => laterName(name, comparing)));
  const inherited = memberChanges(before, after, comparing);
  const changes = [...before.types.values()].flatMap((type) => {
    const { name, at } = type;
    const other = after.types.get(laterName(name, comparing));
    if (other === undefined) {
      return [note("type-removed", { path: name, before: type.kind, at }, judgements.typeRemoved)];
    }
    return [...compareShown("type-renamed", type, other), ...compareType(type, other, comparing), ...inherited(type)];
  });
  for (const { name, kind, at } of after.types.values()) {
    if (!known.has(name)) changes.push(note("type-added", { path: name, after: kind, at }, judgements.typeAdded));
  }
  return changes;
}

function compareType(before: SurfaceType, after: SurfaceType, comparing: Comparing): Change[] {
  const where = { path: before.name, at: after.at };
  if (before.kind === "enum" && after.kind === "enum") return compareEnums(before, after);
  if (before.kind === "typeDefinition" && after.kind === "typeDefinition") {
    return compareDefinitions(before, after, comparing);
  }
  if (isStructured(before) && isStructured(after)) return compareStructured({ before, after }, comparing);
  return [note("kind-changed", { ...where, before: before.kind, after: after.kind }, judgements.kindChanged)];
}

type Definition = Extract<SurfaceType, { readonly kind: "typeDefinition" }>;

function compareDefinitions(before: Definition, after: Definition, comparing: Comparing): Change[] {
  const where = { path: before.name, at: after.at };
  const [earlier, later] = [underlying(before), underlying(after)];
  if (!sameType(earlier, later, comparing)) {
    const subject = { ...where, before: typeText(earlier, false), after: typeText(later, false) };
    return [note("type-changed", subject, judgeValues({ value: earlier }, { value: later }, comparing))];
  }
  const shift = facetShift(earlier, later);
  if (shift === undefined) return [];
  const subject = { ...where, before: facetsText(earlier), after: facetsText(later) };
  return [note(`facets-${shift}`, subject, shift === "loosened" ? judgements.loosened : judgements.tightened)];
}

/** The definition without its own name, which is not what changed. */
function underlying({ value }: Definition): Definition["value"] {
  return value.kind === "definition" ? { kind: "primitive", type: value.type, facets: value.facets } : value;
}

function isStructured(type: SurfaceType): type is Extract<SurfaceType, { readonly kind: "entity" | "complex" }> {
  return type.kind === "entity" || type.kind === "complex";
}

/** Changes of a type's members; what is the same on its base type is told there. */
function memberChanges(before: Surface, after: Surface, comparing: Comparing): (type: SurfaceType) => Change[] {
  const known = new Map<string, Change[]>();
  const all = (type: SurfaceType): Change[] => {
    const found = known.get(type.name);
    if (found !== undefined) return found;
    const other = after.types.get(laterName(type.name, comparing));
    const comparable = isStructured(type) && other !== undefined && isStructured(other);
    const changes = comparable ? compareMembers({ before: type, after: other }, comparing) : [];
    known.set(type.name, changes);
    return changes;
  };
  return (type) => {
    const changes = all(type);
    const base = isStructured(type) && type.base !== undefined ? before.types.get(type.base) : undefined;
    const other = after.types.get(laterName(type.name, comparing));
    if (base === undefined || other === undefined || !isStructured(other)) return changes;
    if (laterName(base.name, comparing) !== other.base) return changes;
    const told = new Set(all(base).map((change) => inPlace(change, base.name)));
    return changes.filter((change) => !told.has(inPlace(change, type.name)));
  };
}

/** A change but for the type that it is told of. */
function inPlace({ code, path, before, after, presences }: Change, owner: string): string {
  return JSON.stringify([code, path.slice(owner.length), before, after, presences]);
}

function compareAllOperations(before: Surface, after: Surface, comparing: Comparing): Change[] {
  const renamed = renamedOperations(before, after, comparing);
  const known = new Set([...before.operations.keys()].map((key) => renamed.get(key) ?? key));
  const changes = [...before.operations.values()].flatMap((operation) => {
    const { name, at } = operation;
    const other = after.operations.get(renamed.get(name) ?? name);
    if (other === undefined) {
      return [note("operation-removed", { path: name, before: operation.kind, at }, judgements.operationRemoved)];
    }
    return [...compareShown("operation-renamed", operation, other), ...compareOperations(operation, other, comparing)];
  });
  for (const { name, kind, at } of after.operations.values()) {
    if (known.has(name)) continue;
    changes.push(note("operation-added", { path: name, after: kind, at }, judgements.operationAdded));
  }
  return changes;
}
