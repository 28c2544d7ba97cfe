import pc from "picocolors";
import { formatComparison, type DiffFormat } from "../../generator/commands/diff-formats.ts";
import type { FailOn } from "../../generator/commands/diff-summary.ts";
import type { Change, ChangeCode, Comparison, SemverStep, Verdict } from "../../generator/diff/types.ts";

/** A change in few words: code, path, verdict, reason, and what else matters. */
export function change(
  code: ChangeCode,
  path: string,
  verdict: Verdict,
  reason: string,
  more: Partial<Pick<Change, "before" | "after" | "presences" | "at">> = {},
): Change {
  return {
    code,
    path,
    before: undefined,
    after: undefined,
    presences: undefined,
    at: undefined,
    verdict,
    reason,
    ...more,
  };
}

const worst: readonly Verdict[] = ["breaking", "breaking-readers", "breaking-writers", "compatible", "docs"];

/** What changes add up to; the order stays as it is given. */
export function comparison(changes: readonly Change[]): Comparison {
  const verdict = worst.find((one) => changes.some((each) => each.verdict === one)) ?? "none";
  const steps: Partial<Record<Verdict | "none", SemverStep>> = { compatible: "minor", docs: "patch", none: "none" };
  return { changes, verdict, semver: steps[verdict] ?? "major" };
}

export interface ShowOptions {
  readonly columns?: number;
  readonly colors?: boolean;
  readonly failOn?: FailOn;
}

/** Changes in a format, in `/repo/repo`. */
export function show(changes: readonly Change[], format: DiffFormat, options: ShowOptions = {}): string {
  const colors = pc.createColors(options.colors ?? false);
  const terminal = { cwd: "/repo/repo", columns: options.columns ?? 80, colors: { stdout: colors, stderr: colors } };
  return formatComparison(comparison(changes), format, { terminal, failOn: options.failOn ?? "breaking" });
}

const gone = "It can be neither read nor sent.";
const added = "Nobody has to read or send it.";

/** A refresh of Graph's calls, in short. */
export const calls: readonly Change[] = [
  change(
    "parameter-added",
    "action:microsoft.graph.answer(microsoft.graph.call)/region",
    "compatible",
    "It may be left out.",
    {
      after: "Edm.String",
    },
  ),
  change(
    "operation-added",
    "action:microsoft.graph.hold(microsoft.graph.call)",
    "compatible",
    "Nobody has to call it.",
    {
      after: "action",
    },
  ),
  change("member-removed", "microsoft.graph.call/answeredBy", "breaking", gone, {
    before: "microsoft.graph.participantInfo",
  }),
  change("type-changed", "microsoft.graph.call/callChainId", "breaking", "Values of the two types differ.", {
    before: "Edm.Guid",
    after: "Edm.Int64",
  }),
  change("docs-changed", "microsoft.graph.call/direction", "docs", "Only doc comments differ.", {
    before: "The direction of the call.",
    after: "The direction of the call, as the application sees it: incoming or outgoing.",
  }),
  change("member-added", "microsoft.graph.call/meetingCapability", "compatible", added, {
    after: "microsoft.graph.meetingCapability",
  }),
  change("member-removed", "microsoft.graph.call/ringingTimeoutInSeconds", "breaking", gone, { before: "Edm.Int32" }),
  change("became-required", "microsoft.graph.call/subject", "breaking-writers", "It has to be sent.", {
    before: "optional",
    after: "required",
    presences: ["create"],
  }),
  change("enum-member-added", "microsoft.graph.callState/parked", "breaking-readers", "A switch lacks a case.", {
    after: "parked",
  }),
  change("type-renamed", "microsoft.graph.callTranscript", "breaking", "It has another name.", {
    before: "microsoft.graph.callTranscript",
    after: "microsoft.graph.transcript",
  }),
  change("union-widened", "microsoft.graph.identitySet", "breaking-readers", "A switch is no longer exhaustive.", {
    after: "microsoft.graph.aiInteractionMentionedIdentitySet, microsoft.graph.callRecords.organizerIdentitySet",
  }),
  change("member-renamed", "microsoft.graph.mediaInfo/resourceId", "breaking", "It has another name.", {
    before: "resourceId",
    after: "resourceIdentifier",
  }),
  change("member-added", "microsoft.graph.onlineMeeting/allowLiveShare", "compatible", added, { after: "Edm.Boolean" }),
];

/** The same kinds of changes over and over, in 300 types. */
export const many: readonly Change[] = Array.from({ length: 1_500 }, (_, index) => {
  const owner = `microsoft.graph.type${String(Math.floor(index / 5)).padStart(3, "0")}`;
  const verdict = (["breaking", "compatible", "compatible", "docs", "docs"] as const)[index % 5] ?? "docs";
  const code = (["member-removed", "member-added", "member-added", "docs-changed", "docs-changed"] as const)[index % 5];
  return change(code ?? "docs-changed", `${owner}/member${index % 5}`, verdict, `Reason ${verdict}.`, {
    after: "Edm.String",
  });
});
