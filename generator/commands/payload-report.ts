import { plural } from "../count.ts";
import { printable, printableJson } from "../excerpt.ts";
import type {
  DiscriminatorFinding,
  Drift,
  EnumMemberFinding,
  Guess,
  InferredType,
  MemberFinding,
  SeenAt,
} from "../payloads/types.ts";
import { align } from "./terminal.ts";

/** So many places of a finding are printed as JSON. */
const maxPlaces = 10;

/** The findings for a person: a line for each, and below it why and where. */
export function describeDrift(drift: Drift): string {
  const { bodies, members, enumMembers, discriminators, guesses, unrecognised } = drift;
  const sections = [
    section("members that nothing declares", members.map(memberEntry)),
    section("members of enumerations that nothing declares", enumMembers.map(enumEntry)),
    section("discriminators that do not belong where they stand", discriminators.map(discriminatorEntry)),
    section("bodies taken for a type that they do not name", guessEntries(guesses)),
    section(
      "not looked at",
      unrecognised.map((one) => [[one.reason], [place(one)]]),
    ),
  ];
  const found = [
    count(members, "member", "members"),
    count(enumMembers, "member of an enumeration", "members of enumerations"),
    count(discriminators, "discriminator", "discriminators"),
  ].flat();
  const verdict = found.length === 0 ? nothingFound(drift) : `${found.join(", ")} to look at`;
  return `${sections.join("")}${bodies} ${bodies === 1 ? "body" : "bodies"}: ${verdict}\n${howToPick(drift)}`;
}

/** What was not looked at may hold anything. */
function nothingFound({ bodies, unrecognised }: Drift): string {
  if (unrecognised.length === 0) return bodies === 0 ? "there is nothing in them" : "everything in them is declared";
  return bodies === 0 ? "nothing was looked at" : "everything that was looked at is declared";
}

function count(findings: readonly unknown[], one: string, many: string): string[] {
  if (findings.length === 0) return [];
  return [`${findings.length} ${findings.length === 1 ? one : many}`];
}

function howToPick({ members, enumMembers }: Drift): string {
  const pickable = [...members, ...enumMembers].filter(({ obstacle }) => obstacle === undefined);
  const weight = ({ meant, count }: (typeof pickable)[number]): number => (meant === undefined ? count : 0);
  const [example] = pickable.toSorted((a, b) => weight(b) - weight(a));
  if (example === undefined) return "";
  return `--pick ${printable(example.path)} (repeatable) or --pick all prints an overlay that declares it\n`;
}

/** The cells of the first line, and the lines below it. */
type Entry = readonly [head: readonly string[], below: readonly string[]];

function section(title: string, entries: readonly Entry[]): string {
  if (entries.length === 0) return "";
  const heads = align(
    entries.map(([cells]) => cells.map(printable)),
    "  ",
  ).split("\n");
  const lines = entries.flatMap(([, below], index) => [
    heads[index] ?? "",
    ...below.map((line) => `      ${printable(line)}`),
  ]);
  return `${title}:\n${lines.join("\n")}\n\n`;
}

function memberEntry(finding: MemberFinding): Entry {
  const type = `${typeText(finding.type)}, ${finding.type.basis}`;
  return [
    [finding.path, times(finding)],
    [type, ...hints(finding), places(finding)],
  ];
}

function enumEntry(finding: EnumMemberFinding): Entry {
  return [
    [finding.path, times(finding)],
    [...hints(finding), places(finding)],
  ];
}

function discriminatorEntry(finding: DiscriminatorFinding): Entry {
  const { kind, declared, members } = finding;
  const where = declared === undefined ? "where nothing is declared" : `where ${declared} is declared`;
  const pick = members.map((path) => `--pick ${path}`).join(" or ");
  const what = {
    unknown: [
      ...hints(finding),
      ...(finding.obstacle === undefined ? [`to declare it as a type: --pick ${finding.name}`] : []),
    ],
    outside: hints(finding),
    unfit: pick === "" ? [] : [`if it is data there, and not the object's type: ${pick}`],
    unlisted: [`to add it to the union: ${pick}`],
  };
  return [
    [finding.name, times(finding)],
    [where, ...what[kind], places(finding)],
  ];
}

/** An entry for each type, however many bodies were taken for it. */
function guessEntries(guesses: readonly Guess[]): Entry[] {
  const types = new Set(guesses.map(({ type }) => type));
  return [...types].map((type): Entry => {
    const all = guesses.filter((guess) => guess.type === type);
    return [[type, all.length === 1 ? "1 body" : `${all.length} bodies`], [places({ places: all })]];
  });
}

function hints({ meant, obstacle }: Pick<MemberFinding, "meant" | "obstacle">): string[] {
  return [
    ...(meant === undefined ? [] : [`perhaps ${meant} is meant`]),
    ...(obstacle === undefined ? [] : [`not to be picked: ${obstacle}`]),
  ];
}

function times({ count }: { readonly count: number }): string {
  return plural(count, "time");
}

function places({ places: all }: { readonly places: readonly SeenAt[] }): string {
  const [first] = all;
  const more = all.length > 1 ? ` and ${all.length - 1} more` : "";
  return first === undefined ? "" : `${place(first)}${more}`;
}

function place({ file, pointer }: SeenAt): string {
  return pointer === "" ? file : `${file}#${pointer}`;
}

function typeText({ use, union }: InferredType): string {
  const name = use.collection ? `Collection(${use.name})` : use.name;
  return union === undefined ? name : `${name}, one or many of ${union.types.join(", ")}`;
}

/** The findings for a program, with the overlay that was picked. */
export function driftAsJson(drift: Drift, fragment: string | undefined): string {
  const { bodies, members, enumMembers, discriminators, guesses, unrecognised } = drift;
  const plain = {
    bodies,
    members: members.map(({ path, type, count, places: all, samples, meant, obstacle }) => {
      const { use, nullable, union, basis } = type;
      const text = use.collection ? `Collection(${use.name})` : use.name;
      return { path, type: text, nullable, union, basis, count, places: few(all), samples, meant, obstacle };
    }),
    enumMembers: enumMembers.map(({ path, count: times, places: all, meant, obstacle }) => {
      return { path, count: times, places: few(all), meant, obstacle };
    }),
    discriminators: discriminators.map(({ name, kind, declared, members: at, count, places: all, meant, obstacle }) => {
      return { name, kind, declared, members: at, count, places: few(all), meant, obstacle };
    }),
    guesses,
    unrecognised,
    fragment: fragment ?? null,
  };
  return `${printableJson(plain, 2)}\n`;
}

function few(places: readonly SeenAt[]): readonly SeenAt[] {
  return places.slice(0, maxPlaces);
}
