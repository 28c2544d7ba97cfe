import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { parseCsdl } from "../../generator/csdl/parse-csdl.ts";
import { printCsdl } from "../../generator/csdl/print-csdl.ts";
import type { CsdlDocument } from "../../generator/csdl/types.ts";
import { buildModel } from "../../generator/model/build-model.ts";
import { packagePath } from "../../generator/package-root.ts";
import { findDrift } from "../../generator/payloads/find-drift.ts";
import { fragmentOf } from "../../generator/payloads/fragment.ts";
import { pickFindings } from "../../generator/payloads/pick.ts";
import type { Body, Drift } from "../../generator/payloads/types.ts";
import { sliceModel } from "../../generator/slice/slice-model.ts";
import type { Slice } from "../../generator/slice/types.ts";
import { compareCodeUnits } from "../../generator/sort.ts";
import { elementsOf } from "./elements.ts";

const documented = packagePath("..", "shared", "examples");
const present = existsSync(documented);

/** Elements of the overlay that the bodies give no evidence for. */
const notSeen: ReadonlyMap<string, string> = new Map([
  ["microsoft.graph.callState/ringing", "listed in the documentation, and in no body"],
  ["microsoft.graph.modality/unknown", "listed in the documentation, and in no body"],
  ["microsoft.graph.operationStatus/notStarted", "listed in the documentation, and in no body"],
]);

/** Types of the union that are in no body, for the same reason. */
const typesNotSeen = ["audioRoutingGroup", "participantJoiningNotification", "participantLeftNotification"];

/** Elements that are seen, and whose type is known from elsewhere. */
const otherTypes: ReadonlyMap<string, readonly [inferred: string, reason: string]> = new Map([
  ["microsoft.graph.call/terminationReason", ["Edm.Untyped", "only null was seen, and no name is like it"]],
]);

function document(file: string): CsdlDocument {
  return parseCsdl({ file, bytes: readFileSync(packagePath("spec", "graph", file)) });
}

const overlay = document("overlay.csdl.xml");
const { roots } = JSON.parse(readFileSync(packagePath("spec", "graph", "config.json"), "utf8")) as { roots: string[] };

function sliceWith(...overlays: CsdlDocument[]): Slice {
  const model = buildModel({ metadata: [document("v1.0.csdl.xml")], overlay: overlays, docs: "none" });
  return sliceModel(model, { roots, derived: new Map() });
}

function bodiesBelow(folder: string): Body[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".json"));
  return files.sort(compareCodeUnits).map((file) => {
    return { file, evidence: file, json: JSON.parse(readFileSync(join(folder, file), "utf8")) as unknown };
  });
}

const examples = bodiesBelow(packagePath("spec", "examples"));

/** Everything that can be picked. */
function picksOf({ members, enumMembers, discriminators }: Drift): Set<string> {
  const unfit = discriminators.filter(({ kind }) => kind === "unfit").flatMap((one) => one.members);
  return new Set([...[...members, ...enumMembers].map(({ path }) => path), ...unfit]);
}

function fragmentFor(drift: Drift, picks: readonly string[]): CsdlDocument {
  const text = printCsdl(fragmentOf(pickFindings(drift, picks), sliceWith().model));
  return parseCsdl({ file: "fragment.xml", bytes: new TextEncoder().encode(text) });
}

test("the bodies of this repository alone give the overlay's types wherever they have a value", () => {
  const drift = findDrift(examples, sliceWith());
  const wanted = elementsOf(overlay);
  const found = elementsOf(fragmentFor(drift, ["all"]));
  const differing = [...found]
    .filter(([path, text]) => wanted.get(path) !== text)
    .map(([path, text]) => `${path} ${text}`);
  expect(found.size).toBe(17);
  expect(differing.map((line) => line.replaceAll("microsoft.graph.", ""))).toEqual([
    "call/answeredBy Property Edm.Untyped",
    "call/routingPolicies Property Collection(Edm.Untyped) Nullable=false",
    "call/terminationReason Property Edm.Untyped",
    "commsNotification/resourceData Property Edm.Untyped commsNotificationResource: call, contentSharingSession, deltaParticipants, participant",
  ]);
  expect(drift.unrecognised).toEqual([]);
});

const note = present ? "" : " (skipped: ../shared/examples is not here)";
describe.skipIf(!present)(`the documented bodies reproduce the overlay${note}`, () => {
  const wanted = elementsOf(overlay);
  let bodies: readonly Body[] = [];
  let drift: Drift;
  let picks: readonly string[] = [];
  let fragment: CsdlDocument;
  beforeAll(() => {
    bodies = [...examples, ...bodiesBelow(documented)];
    drift = findDrift(bodies, sliceWith());
    picks = [...wanted.keys()].filter((path) => picksOf(drift).has(path));
    fragment = fragmentFor(drift, picks);
  });

  test("every element but those that no body shows", () => {
    expect([...wanted.keys()].filter((path) => !picks.includes(path))).toEqual([...notSeen.keys()]);
    expect([...elementsOf(fragment).keys()]).toEqual(picks);
  });

  test("with the same types, facets and annotations", () => {
    const expected = picks.map((path) => {
      const text = wanted.get(path) ?? "";
      const [type] = otherTypes.get(path) ?? [];
      const seen = typesNotSeen.reduce((rest, name) => rest.replace(`, microsoft.graph.${name}`, ""), text);
      const union = seen.replace("microsoft.graph.audioRoutingGroup, ", "");
      return `${path} ${type === undefined ? union : `Property ${type}`}`;
    });
    expect([...elementsOf(fragment)].map(([path, text]) => `${path} ${text}`)).toEqual(expected);
  });

  test("with the overlay on, none of its elements is listed any more", () => {
    const rest = picksOf(findDrift(bodies, sliceWith(overlay)));
    expect([...wanted.keys()].filter((path) => rest.has(path))).toEqual([]);
    expect(rest.size).toBeGreaterThan(10);
  });

  test("as the overlay, the fragment leaves what the overlay leaves", () => {
    const rest = picksOf(findDrift(bodies, sliceWith(fragment)));
    expect(rest).toEqual(picksOf(findDrift(bodies, sliceWith(overlay))));
  });

  test("all that can be picked leaves nothing to pick", () => {
    const rest = findDrift(bodies, sliceWith(fragmentFor(drift, ["all"])));
    const left = [...rest.members, ...rest.enumMembers].filter(({ obstacle }) => obstacle === undefined);
    expect(left.map(({ path }) => path)).toEqual([]);
  });

  test("the bodies without their descriptions are never taken for something else", () => {
    const bare = bodies.map((body) => ({ ...body, json: (body.json as { json?: unknown }).json ?? {} }));
    const types = new Map(bodies.map(({ file, json }) => [file, json as { docType?: string; collection?: boolean }]));
    const { guesses } = findDrift(bare, sliceWith());
    const wrong = guesses.filter(({ file, type }) => {
      const { docType = "", collection = false } = types.get(file) ?? {};
      return type !== (collection ? `Collection(${docType})` : docType);
    });
    expect(wrong).toEqual([]);
    expect(guesses.length).toBeGreaterThan(20);
  });
});
