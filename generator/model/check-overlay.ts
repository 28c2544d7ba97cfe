import type { ScopedDocument } from "./annotations.ts";
import { declarationsOf, type Declaration, type EnumDeclaration, type StructuredDeclaration } from "./declarations.ts";
import { structured, type Members } from "./members.ts";
import { resolveName } from "./names.ts";
import type { Problems } from "./problems.ts";

/** What overlays are held against. */
export interface OverlayRules {
  readonly declarations: ReadonlyMap<string, Declaration>;
  readonly members: Members;
  readonly problems: Problems;
}

/** Something that an overlay says of a type, and what is the case; undefined where either is not written. */
interface Claim {
  readonly of: string;
  readonly said: string | undefined;
  readonly is: string | undefined;
}

/**
 * Reports what an overlay says of a type that is declared already, and that does not hold: it adds members, and nothing
 * else of it would have any effect.
 */
export function checkOverlay(documents: readonly ScopedDocument[], rules: OverlayRules): void {
  const overlays = documents.filter(({ scope }) => scope.origin === "overlay");
  for (const declaration of overlays.flatMap(declarationsOf)) {
    const { name, head } = declaration;
    const first = rules.declarations.get(name);
    if (first === undefined || first.head.node === head.node) continue;
    const who = first.head.scope.origin === "overlay" ? "what declares it first" : "the metadata";
    for (const { of, said, is } of claimsOf(declaration, first, rules.members)) {
      if (said === undefined || said === is) continue;
      const has = is === undefined ? `no ${of}` : written(of, is);
      rules.problems.conflict(
        head.node.at,
        `the overlay gives ${name} ${written(of, said)}, and ${who} has ${has}`,
        hint,
      );
    }
  }
}

const hint = "overlays add members to a type and leave the rest of it: take this out, or change a copy of the metadata";

function written(of: string, value: string): string {
  return of === "Key" ? `the Key ${value}` : `${of}="${value}"`;
}

/** Of two that are of different kinds that alone is told, elsewhere. */
function claimsOf(later: Declaration, first: Declaration, members: Members): readonly Claim[] {
  if (later.kind === "structured" && first.kind === "structured") {
    return later.head.node.kind === first.head.node.kind ? typeClaims(later, first, members) : [];
  }
  return later.kind === "enum" && first.kind === "enum" ? enumClaims(later, first) : [];
}

function typeClaims(later: StructuredDeclaration, first: StructuredDeclaration, { types }: Members): Claim[] {
  const [node, earlier] = [later.head.node, first.head.node];
  // Openness is inherited (CSDL 6.3, 9.3), and may be said again.
  const open = node.openType === earlier.openType ? node.openType : structured(types.get(first.name))?.open;
  return [
    { of: "BaseType", said: baseOf(later), is: baseOf(first) },
    { of: "Abstract", said: text(node.abstract), is: String(earlier.abstract === true) },
    { of: "OpenType", said: text(node.openType), is: String(open === true) },
    { of: "HasStream", said: text(streamOf(later)), is: String(streamOf(first) === true) },
    { of: "Key", said: keyOf(later), is: keyOf(first) },
  ];
}

function enumClaims({ head: { node } }: EnumDeclaration, { head: { node: earlier } }: EnumDeclaration): Claim[] {
  return [
    { of: "UnderlyingType", said: node.underlyingType, is: earlier.underlyingType ?? "Edm.Int32" },
    { of: "IsFlags", said: text(node.isFlags), is: String(earlier.isFlags === true) },
  ];
}

function text(flag: boolean | undefined): string | undefined {
  return flag === undefined ? undefined : String(flag);
}

function baseOf({ head: { node, scope } }: StructuredDeclaration): string | undefined {
  return node.baseType === undefined ? undefined : resolveName(node.baseType, scope);
}

function streamOf({ head: { node } }: StructuredDeclaration): boolean | undefined {
  return node.kind === "EntityType" ? node.hasStream : undefined;
}

function keyOf({ head: { node } }: StructuredDeclaration): string | undefined {
  return node.kind === "EntityType" ? node.key?.map(({ name }) => name).join(", ") : undefined;
}
