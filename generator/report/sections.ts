import { gathered, append } from "../group.ts";
import { code } from "../markdown.ts";
import { compareCodeUnits, sortedBy } from "../sort.ts";
import { withFamilies } from "./families.ts";
import { nameOfTarget, type Names } from "./names.ts";
import { quoted } from "./quoted.ts";
import type { Item, Piece, Section, Surface } from "./types.ts";

/** The heading above what no entry point exports. */
const HIDDEN = "Not exported, but part of the above";

/** Every declaration of a surface once, grouped by the entry points that have it. */
export function publicSections(surface: Surface, names: Names): readonly Section[] {
  const labels = new Map(surface.entries.map(({ subpath }) => [subpath, code(subpath)]));
  const headed = surface.items.flatMap((item) =>
    printItem(names, item).map((piece): [string, Piece] => [headingOf(item, piece, labels), piece]),
  );
  const byHeading = gathered(headed.filter(([heading]) => heading !== ""));
  const sections = [...byHeading].map(([heading, pieces]) => ({ heading, pieces: inOrder(withFamilies(pieces)) }));
  return sortedBy(sections, ({ heading }) => heading);
}

/** What the public declarations refer to although it has no public name, and what that refers to in turn. */
export function hiddenSection(names: Names): Section {
  const pieces: Piece[] = [];
  // Printing adds to what is hidden; a set hands out what is added while it is walked.
  for (const target of names.hidden) {
    append(pieces, target.print(names, { name: nameOfTarget(names, target), isLocal: true, other: undefined }));
  }
  return { heading: HIDDEN, pieces: inOrder(pieces) };
}

/** Takes a public name, returns the declarations behind it as the report shows them. */
function printItem(names: Names, { name, target }: Item): readonly Piece[] {
  if (target.kind === "foreign") {
    const path = target.name === "*" ? "" : `.${target.name}`;
    return [{ name, meaning: "both", lines: [`alias ${name} = import(${quoted(target.from)})${path}`] }];
  }
  const isMain = names.main.get(target)?.name === name;
  const other = isMain ? undefined : nameOfTarget(names, target);
  return target.print(names, { name, isLocal: name === target.name, other });
}

function inOrder(pieces: readonly Piece[]): readonly Piece[] {
  // By name first; a constant, then the type of the same name. Overloads keep their order.
  return [...pieces].sort((a, b) => compareCodeUnits(a.name, b.name) || rank(a) - rank(b));
}

function rank({ meaning }: Piece): number {
  return meaning === "type" ? 1 : 0;
}

/** `.`, `./types`: where the piece is found; empty where only the type of it is exported, and it is none. */
function headingOf({ entries }: Item, { meaning }: Piece, labels: ReadonlyMap<string, string>): string {
  let heading = "";
  for (const [subpath, typeOnly] of entries) {
    if (meaning === "value" && typeOnly) continue;
    const separator = heading === "" ? "" : ", ";
    heading += `${separator}${labels.get(subpath) ?? subpath}${meaning === "both" && typeOnly ? " (as a type)" : ""}`;
  }
  return heading;
}
