import type { NavigationProperty } from "../csdl/types.ts";
import type { Declaration, Declared } from "./declarations.ts";
import { resolveName } from "./names.ts";
import { tellMissing, walkPath } from "./paths.ts";
import type { Members } from "./members.ts";
import type { Problems } from "./problems.ts";

/** Tells of what navigation properties say of other members, where these are not there (CSDL 8.3, 8.5). */
export function checkNavigation(
  declarations: ReadonlyMap<string, Declaration>,
  members: Members,
  problems: Problems,
): void {
  for (const declaration of declarations.values()) {
    if (declaration.kind !== "structured") continue;
    for (const property of declaration.navigationProperties)
      checkPartner(declaration.name, property, { members, problems });
    for (const property of declaration.navigationProperties)
      checkConstraints(declaration.name, property, { members, problems });
  }
}

interface Rules {
  readonly members: Members;
  readonly problems: Problems;
}

function checkPartner(
  owner: string,
  { node, scope }: Declared<NavigationProperty>,
  { members, problems }: Rules,
): void {
  const { name, type, partner, at } = node;
  if (partner === undefined) return;
  const walk = walkPath(resolveName(type.name, scope), partner, scope, members);
  const what = `${owner}/${name} has Partner="${partner}"`;
  tellMissing(at, what, walk, problems);
  if (walk.kind === "type" || (walk.kind === "member" && walk.found.member.kind !== "navigation")) {
    problems.warn(at, `${what}, which is no navigation property`);
  }
}

function checkConstraints(
  owner: string,
  { node, scope }: Declared<NavigationProperty>,
  { members, problems }: Rules,
): void {
  const principal = resolveName(node.type.name, scope);
  for (const { at, property, referencedProperty } of node.constraints) {
    const ends = [
      ["Property", property, walkPath(owner, property, scope, members)],
      ["ReferencedProperty", referencedProperty, walkPath(principal, referencedProperty, scope, members)],
    ] as const;
    for (const [attribute, path, walk] of ends) {
      tellMissing(at, `${owner}/${node.name} has ${attribute}="${path}"`, walk, problems);
    }
  }
}
