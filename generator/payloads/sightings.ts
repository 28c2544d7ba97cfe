import type { SeenForm } from "./forms.ts";
import type { DiscriminatorFinding, Seen, SeenAt, Unrecognised } from "./types.ts";

/** One time that something was seen. */
export interface Sighting extends SeenAt {
  readonly evidence: string;
  /** Number of the body, in the order of the files. */
  readonly body: number;
}

/** A value of an undeclared member. */
export interface SeenValue extends Sighting {
  readonly value: unknown;
  /** What the payload itself says of the type. */
  readonly said: { readonly name: string; readonly collection: boolean } | undefined;
}

export interface SeenMember {
  /** Qualified name of the type, or key of an operation. */
  readonly owner: string;
  readonly name: string;
  readonly values: readonly SeenValue[];
}

export interface SeenEnumMember {
  readonly owner: string;
  readonly name: string;
  readonly sightings: readonly Sighting[];
}

export interface SeenDiscriminator extends Pick<DiscriminatorFinding, "name" | "kind" | "declared"> {
  readonly members: ReadonlySet<string>;
  readonly sightings: readonly Sighting[];
}

/** What a walk over all bodies has seen, by what it is about. */
export interface Sightings {
  readonly members: Map<string, SeenMember & { readonly values: SeenValue[] }>;
  readonly enumMembers: Map<string, SeenEnumMember & { readonly sightings: Sighting[] }>;
  readonly discriminators: Map<
    string,
    SeenDiscriminator & { readonly members: Set<string>; readonly sightings: Sighting[] }
  >;
  /** By path of the declared member. */
  readonly forms: Map<string, SeenForm>;
  /** Parts that were not looked at. */
  readonly skipped: Unrecognised[];
}

/** Nothing seen yet. */
export function noSightings(): Sightings {
  return { members: new Map(), enumMembers: new Map(), discriminators: new Map(), forms: new Map(), skipped: [] };
}

export function noteMember(seen: Sightings, owner: string, name: string, value: SeenValue): void {
  const key = `${owner}/${name}`;
  const known = seen.members.get(key);
  if (known === undefined) seen.members.set(key, { owner, name, values: [value] });
  else known.values.push(value);
}

export function noteEnumMember(seen: Sightings, owner: string, name: string, sighting: Sighting): void {
  const key = `${owner}/${name}`;
  const known = seen.enumMembers.get(key);
  if (known === undefined) seen.enumMembers.set(key, { owner, name, sightings: [sighting] });
  else known.sightings.push(sighting);
}

export function noteDiscriminator(
  seen: Sightings,
  about: Pick<SeenDiscriminator, "name" | "kind" | "declared">,
  member: string | undefined,
  sighting: Sighting,
): void {
  const key = [about.name, about.kind, about.declared ?? ""].join(" ");
  const known = seen.discriminators.get(key) ?? { ...about, members: new Set<string>(), sightings: [] };
  seen.discriminators.set(key, known);
  known.sightings.push(sighting);
  if (member !== undefined) known.members.add(member);
}

export function noteForm(seen: Sightings, path: string, type: string, form: string): void {
  const known = seen.forms.get(path);
  if (known === undefined || known.form !== form) {
    seen.forms.set(path, { type, form: known === undefined ? form : "Edm.String" });
  }
}

/** Sightings as a finding reports them. */
export function summarise(sightings: readonly Sighting[]): Seen {
  const inOrder = sightings.toSorted((a, b) => a.body - b.body);
  return {
    count: inOrder.length,
    places: inOrder.map(({ file, pointer }) => ({ file, pointer })),
    evidence: [...new Set(inOrder.map(({ evidence }) => evidence))],
  };
}
