import * as callRecordShapes from "../../../generated/src/call-records/shapes.ts";
import * as callRecordOperations from "../../../generated/src/call-records/operations/shapes.ts";
import * as graphOperations from "../../../generated/src/graph/operations/shapes.ts";
import * as graphShapes from "../../../generated/src/graph/shapes.ts";
import * as operations from "../../../generated/src/operations.ts";
import { registry } from "../../../generated/src/registry.ts";
import type { RegistryEntry } from "../../../generated/src/runtime/registry-entry.ts";
import type { ObjectShape, Presence } from "../../../generated/src/runtime/shape.ts";
import * as validators from "../../../generated/src/validators.ts";
import { rootTypes } from "../../agreement/root-types.ts";

/** Everything that the package has for one type in one presence. */
export interface Judge extends RegistryEntry<unknown> {
  readonly name: string;
  readonly presence: Presence;
  readonly shape: ObjectShape;
  readonly assert: (value: unknown) => void;
  readonly parse: (value: unknown) => unknown;
}

type Exports = Readonly<Record<string, unknown>>;
type Function = (value: unknown) => unknown;

const modules: readonly Exports[] = [validators, validators.callRecords, operations, operations.callRecords];

/** The assertion and the parser beside each guard, which the registry does not have. */
const others = new Map<unknown, { readonly assert: Function; readonly parse: Function }>(
  modules.flatMap((module) =>
    Object.entries(module)
      .filter(([name]) => name.startsWith("is") && `assert${name.slice(2)}` in module)
      .map(([name, is]) => {
        const [assert, parse] = [`assert${name.slice(2)}`, `parse${name.slice(2)}`].map((other) => module[other]);
        return [is, { assert: assert as Function, parse: parse as Function }] as const;
      }),
  ),
);

const shapes = new Map<string, ObjectShape>(
  [graphShapes, callRecordShapes, graphOperations, callRecordOperations]
    .flatMap((module) => Object.values<{ kind: string }>(module))
    .filter((shape): shape is ObjectShape => shape.kind === "object")
    // A type may also stand where its discriminator is data.
    .sort((a, b) => Number(isData(b)) - Number(isData(a)))
    .map((shape) => [shape.name, shape]),
);

function isData({ discriminator }: ObjectShape): boolean {
  return discriminator === "data" || discriminator === "dataRequired";
}

export const judges: readonly Judge[] = Object.entries(
  registry as unknown as Record<string, Record<Presence, RegistryEntry<unknown>>>,
).flatMap(([name, presences]) =>
  Object.entries(presences).map(([presence, entry]): Judge => {
    const shape = shapes.get(name);
    const other = others.get(entry.is);
    if (shape === undefined || other === undefined) throw new Error(`the package lacks something for ${name}`);
    return { ...entry, ...other, name, presence: presence as Presence, shape };
  }),
);

/** The roots of the flagship package, each with its judges. */
export const roots: ReadonlyMap<string, readonly Judge[]> = new Map(
  rootTypes.map((name) => [name, judges.filter((judge) => judge.name === name)]),
);
