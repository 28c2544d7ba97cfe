import { BindgenError } from "../errors.ts";
import { didYouMean, suggest } from "../suggest.ts";
import { sortedBy } from "../sort.ts";
import type { DiscriminatorFinding, Drift, EnumMemberFinding, MemberFinding } from "./types.ts";

/** Findings that somebody picked. */
export interface Picked {
  readonly members: readonly MemberFinding[];
  readonly enumMembers: readonly EnumMemberFinding[];
  /** Types that are nowhere, with all their members among `members`. */
  readonly types: readonly DiscriminatorFinding[];
  /** Discriminators that may not stand where they do, by `ns.Type/member`. */
  readonly unfit: ReadonlyMap<string, readonly DiscriminatorFinding[]>;
}

/** What can be picked, and what each comes to; with an obstacle, why it cannot. */
interface Choice {
  readonly pick: string;
  readonly obstacle: string | undefined;
  /** Not part of "all": whether it is right takes a person. */
  readonly single: boolean;
}

/**
 * The findings that picks name, `all` for all that can be declared.
 * @throws BindgenError `usage` for a pick that names no finding, or one that no overlay can declare; for `all` where
 *   there is none.
 */
export function pickFindings(drift: Drift, picks: readonly string[]): Picked {
  const choices = choicesOf(drift);
  const chosen = new Set(picks.flatMap((pick) => (pick === "all" ? allOf(choices) : [checked(pick, choices)])));
  const types = drift.discriminators.filter(({ name, kind }) => {
    const isOwner = drift.members.some(({ path, owner }) => owner === name && chosen.has(path));
    return kind === "unknown" && (chosen.has(name) || isOwner);
  });
  const whole = new Set(types.filter(({ name }) => chosen.has(name)).map(({ name }) => name));
  return {
    members: drift.members.filter(({ path, owner, obstacle }) => {
      return chosen.has(path) || (whole.has(owner) && obstacle === undefined);
    }),
    enumMembers: drift.enumMembers.filter(({ path }) => chosen.has(path)),
    types,
    unfit: new Map(
      sortedBy(chosen, (path) => path).flatMap((path) => {
        const findings = drift.discriminators.filter((finding) => isUnfit(finding) && finding.members.includes(path));
        return findings.length === 0 ? [] : [[path, findings] as const];
      }),
    ),
  };
}

function choicesOf({ members, enumMembers, discriminators }: Drift): Choice[] {
  return [
    ...[...members, ...enumMembers].map(({ path, obstacle }) => ({ pick: path, obstacle, single: false })),
    ...discriminators
      .filter((finding) => !isUnfit(finding))
      .map(({ name, obstacle }) => {
        return { pick: name, obstacle, single: false };
      }),
    ...discriminators.filter(isUnfit).flatMap((finding) => {
      return finding.members.map((pick) => ({ pick, obstacle: undefined, single: true }));
    }),
  ];
}

function isUnfit({ kind }: DiscriminatorFinding): boolean {
  return kind === "unfit" || kind === "unlisted";
}

function allOf(choices: readonly Choice[]): string[] {
  const all = choices.filter(({ obstacle, single }) => obstacle === undefined && !single).map(({ pick }) => pick);
  if (all.length > 0) return all;
  // A document without a schema would be no CSDL.
  throw new BindgenError("usage", { message: "--pick all: there is nothing that an overlay could declare" });
}

function checked(pick: string, choices: readonly Choice[]): string {
  const found = choices.filter((choice) => choice.pick === pick);
  const [first] = found;
  if (first === undefined) {
    const near = suggest(
      pick,
      choices.map((choice) => choice.pick),
    );
    throw new BindgenError("usage", {
      message: `--pick ${pick}: there is no such finding`,
      hint: didYouMean(near) ?? "without --pick, the command lists them",
    });
  }
  if (found.every(({ obstacle }) => obstacle !== undefined)) {
    throw new BindgenError("usage", { message: `--pick ${pick}: no overlay can declare it: ${first.obstacle ?? ""}` });
  }
  return pick;
}
