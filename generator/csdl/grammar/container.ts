import type { ContainerChild } from "../types.ts";

/** What an entity container holds (CSDL 13), in the order in which it is printed. */
export const childKinds: readonly ContainerChild["kind"][] = [
  "EntitySet",
  "Singleton",
  "ActionImport",
  "FunctionImport",
];

/** Which attribute of a child names what the child exposes (CSDL 13.2, 13.3, 13.5, 13.6). */
export const exposedBy: { readonly [K in ContainerChild["kind"]]: string } = {
  EntitySet: "EntityType",
  Singleton: "Type",
  ActionImport: "Action",
  FunctionImport: "Function",
};
