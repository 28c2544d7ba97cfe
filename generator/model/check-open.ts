import type { Declaration } from "./declarations.ts";
import { structured, type Members } from "./members.ts";
import type { Problems } from "./problems.ts";

/** Tells of types that say to be closed while what they inherit from is open, which CSDL forbids (CSDL 6.3, 9.3). */
export function checkOpen(declarations: Iterable<Declaration>, { types, bases }: Members, problems: Problems): void {
  for (const { kind, name, head } of declarations) {
    const base = bases.of.get(name);
    if (kind !== "structured" || head.node.openType !== false || base === undefined) continue;
    if (structured(types.get(base))?.open !== true) continue;
    problems.warn(head.node.at, `${name} has OpenType="false", and is open like its base type ${base}`);
  }
}
