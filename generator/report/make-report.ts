import type { FormattedFile } from "../output/types.ts";
import { code } from "../markdown.ts";
import { reportDocument } from "./document.ts";
import { packageName } from "./entry-points.ts";
import { namesOf, sharedNames } from "./names.ts";
import { openPackage, type OpenPackage } from "./open-package.ts";
import { hiddenSection, publicSections } from "./sections.ts";
import { collectSurface } from "./surface.ts";
import type { DeclaredTarget, ReadModule, Section, Surface } from "./types.ts";

/** The report of a package whose modules are read like this. */
export function makeReport(files: readonly FormattedFile[], read: ReadModule): string {
  const opened = openPackage(files, read);
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
  const sections = [...publicSections(surface, names), hiddenSection(names)];
  // Only when everything is printed is it known which names several hidden declarations share.
  const found = sharedNames(names);
  return found.size === shared.size ? sections : allSections(opened, surface, found);
}
