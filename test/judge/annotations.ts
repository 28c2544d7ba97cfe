import { childrenOf, deep, type Element } from "./xml.ts";

/** Takes a name as a document writes it, returns it with its namespace instead of an alias. */
export type Resolve = (name: string) => string;

/** What is said about something, by the qualified name of the term (CSDL 14). */
export type Notes = ReadonlyMap<string, Element>;

/** The annotations that stand inside an element; qualified ones speak of a special case (CSDL 14.2.3). */
export function notesIn(element: Element, resolve: Resolve): Notes {
  const plain = childrenOf(element, "Annotation").filter(({ attributes }) => !attributes.has("Qualifier"));
  return new Map(plain.map((note) => [resolve(note.attributes.get("Term") ?? ""), note]));
}

/** The annotations of a document that name their target from outside, by target (CSDL 14.1). */
export function notesOutside(root: Element, resolve: Resolve): ReadonlyMap<string, Notes> {
  const found = new Map<string, Notes>();
  for (const list of deep(root, "Annotations")) {
    if (list.attributes.has("Qualifier")) continue;
    const target = resolveTarget(list.attributes.get("Target") ?? "", resolve);
    found.set(target, new Map([...(found.get(target) ?? []), ...notesIn(list, resolve)]));
  }
  return found;
}

/** A path may name several types: what it begins with, and those between brackets. */
function resolveTarget(target: string, resolve: Resolve): string {
  return target.replace(/[^/(),]+\.[^/(),]+/g, (name) => resolve(name));
}

const core = "Org.OData.Core.V1";
const bindgen = "OData.Bindgen.V1";

/** Whether a tagging term holds: there, and not false (Core vocabulary, `Tag`). */
function isTagged(notes: Notes, term: string): boolean {
  const note = notes.get(term);
  if (note === undefined) return false;
  const text = note.attributes.get("Bool") ?? childrenOf(note, "Bool")[0]?.text;
  return text?.trim() !== "false";
}

function isReadOnly(notes: Notes): boolean {
  if (isTagged(notes, `${core}.Computed`)) return true;
  const note = notes.get(`${core}.Permissions`);
  if (note === undefined) return false;
  const text = note.attributes.get("EnumMember") ?? childrenOf(note, "EnumMember")[0]?.text ?? "";
  return !/\/(Read)?Write(\s|,|$)/.test(text);
}

function unionOf(notes: Notes, resolve: Resolve): readonly string[] | undefined {
  const note = notes.get(`${bindgen}.ResourceUnion`);
  if (note === undefined) return undefined;
  const types = deep(note, "PropertyValue").filter(({ attributes }) => attributes.get("Property") === "Types");
  return types.flatMap((value) => deep(value, "String")).map(({ text }) => resolve(text.trim()));
}

/** What the annotations of a member or parameter decide. */
export interface Decided {
  readonly readOnly: boolean;
  readonly immutable: boolean;
  readonly optional: boolean;
  readonly defaulted: boolean;
  readonly union: readonly string[] | undefined;
  readonly tagIsData: boolean;
}

export function decide(notes: Notes, resolve: Resolve): Decided {
  return {
    readOnly: isReadOnly(notes),
    immutable: isTagged(notes, `${core}.Immutable`),
    optional: notes.has(`${core}.OptionalParameter`),
    defaulted: isTagged(notes, `${core}.ComputedDefaultValue`),
    union: unionOf(notes, resolve),
    tagIsData: isTagged(notes, `${bindgen}.UnresolvedDiscriminator`),
  };
}
