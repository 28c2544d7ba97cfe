import { isRecord } from "../json.ts";
import type { SeenMember } from "./sightings.ts";

/** What the values of a member have in common. */
export interface Shape {
  /** Whether they are arrays; undefined where only null was seen. */
  readonly collection: boolean | "mixed" | undefined;
  /** All values that are not null, arrays taken apart. */
  readonly items: readonly unknown[];
  /** Arrays had null in them. */
  readonly nullItems: boolean;
  /** The items, if all of them are objects and there are any. */
  readonly objects: readonly Readonly<Record<string, unknown>>[] | undefined;
}

/** Looks at all values of a member together. */
export function shapeOf({ values }: Pick<SeenMember, "values">): Shape {
  const present = values.map(({ value }) => value).filter((value) => value !== null);
  const arrays = present.filter((value): value is unknown[] => Array.isArray(value));
  const all = present.flatMap((value): unknown[] => (Array.isArray(value) ? value : [value]));
  const items = all.filter((value) => value !== null);
  const objects = items.filter(isRecord);
  return {
    collection: present.length === 0 ? undefined : arrays.length === present.length || (arrays.length > 0 && "mixed"),
    items,
    nullItems: items.length < all.length,
    objects: objects.length > 0 && objects.length === items.length ? objects : undefined,
  };
}
