import type { FormattedFile } from "../output/types.ts";
import { code } from "../markdown.ts";
import { reportDocument } from "./document.ts";
import { packageName } from "./entry-points.ts";
import { namesOf, sharedNames } from "./names.ts";
import { openPackage, type OpenPackage } from "./open-package.ts";
import { typePrinter } from "./print-type.ts";
import { hiddenSection, publicSections } from "./sections.ts";
import { collectSurface } from "./surface.ts";
import type { DeclaredTarget, Section, Surface } from "./types.ts";

/**
 * Takes the files of a package (paths relative to it), returns a report of its public surface as Markdown: what each
 * entry point of `package.json` exports, and each declaration as consumers see it. Made for reading its diff: one fact
 * a line, sorted by code unit. Reads syntax alone, so that what depends on inference is shown as it is written; never
 * throws for what it does not know.
 */
export function apiReport(files: readonly FormattedFile[]): string {
  const opened = openPackage(files);
  const surface = collectSurface(opened);
  const name = packageName(opened);
  return reportDocument(name === undefined ? "the package" : code(name), surface, allSections(opened, surface));
}

function allSections(
  opened: OpenPackage,
  surface: Surface,
  shared: ReadonlySet<DeclaredTarget> = new Set(),
): readonly Section[] {
  const names = namesOf(opened, surface, shared);
  const print = typePrinter(names);
  const sections = [...publicSections(surface, names, print), hiddenSection(names, print)];
  // Only when everything is printed is it known which names several hidden declarations share.
  const found = sharedNames(names);
  return found.size === shared.size ? sections : allSections(opened, surface, found);
}
