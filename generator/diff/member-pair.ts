import type { Presence, SurfaceMember } from "../plan/surface/types.ts";

/** Two states of one member, parameter or result. */
export interface MemberPair {
  readonly before: SurfaceMember;
  readonly after: SurfaceMember;
  readonly path: string;
}

/** Whether a client sends what has this presence. */
export function writes(presence: Presence): boolean {
  return presence === "create" || presence === "update";
}

/** Whether a client sends it at all. */
export function isSent({ rules }: SurfaceMember): boolean {
  return [...rules].some(([presence, { sent }]) => writes(presence) && sent);
}

/** Whether a client has to send it with something new. */
export function isRequired({ rules }: SurfaceMember): boolean {
  const create = rules.get("create");
  return create?.sent === true && create.required;
}

/** Whether a response holds it. */
export function isRead({ rules }: SurfaceMember): boolean {
  return [...rules.keys()].some((presence) => !writes(presence));
}
