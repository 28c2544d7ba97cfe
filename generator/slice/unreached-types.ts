import { maxProblems, type Problem } from "../errors.ts";
import { groupedBy } from "../group.ts";
import type { Model, OverlayEntry } from "../model/types.ts";
import { splitName } from "../split-name.ts";
import { didYouMean, suggest } from "../suggest.ts";

/**
 * Types that an overlay adds and the package does not need, mostly misspelt ones of the metadata. In a namespace of the
 * metadata each is told. Another namespace is one of a document that the metadata refers to, of which it needs what it
 * needs: it is told of once, where it needs nothing at all, and never where it has terms, because annotations need those.
 */
export function unreachedTypes(model: Model, reached: ReadonlyMap<string, unknown>): Problem[] {
  const added = model.overlay.filter(({ kind }) => kind === "type");
  const names = new Set(added.map(({ target }) => target));
  const published = [...model.types.values()].filter(({ name }) => !names.has(name));
  const namespaces = groupedBy(published, ({ namespace }) => namespace);
  const unreached = added.filter(({ target }) => !reached.has(target));
  return [...groupedBy(unreached, ({ target }) => splitName(target)[0])].flatMap(([namespace, entries]) => {
    const types = namespaces.get(namespace);
    if (types !== undefined) return entries.map(misspelt(types.map(({ simpleName }) => simpleName)));
    const isNeeded = [...reached.keys()].some((name) => splitName(name)[0] === namespace);
    const [first] = isNeeded || model.vocabularies.has(namespace) ? [] : entries;
    return first === undefined ? [] : [unneeded(namespace, first, [...namespaces.keys()])];
  });
}

const advice = "add a root that leads there, or take it out of the overlay";

/** More hints than are shown would take their time for nothing. */
function misspelt(names: readonly string[]): (entry: OverlayEntry, index: number) => Problem {
  return ({ target, at }, index) => {
    const near = index < maxProblems ? suggest(splitName(target)[1], names) : undefined;
    const message = `the overlay adds the type ${target}, and nothing in the package refers to it`;
    return { place: at, message, hint: didYouMean(near) ?? advice };
  };
}

function unneeded(namespace: string, { at }: OverlayEntry, namespaces: readonly string[]): Problem {
  const message = `the overlay adds types of ${namespace}, and nothing in the package refers to any of them`;
  return { place: at, message, hint: didYouMean(suggest(namespace, namespaces)) ?? advice };
}
