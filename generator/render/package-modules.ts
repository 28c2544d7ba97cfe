import type { SourcePlan, WireModule } from "../plan/types.ts";
import type { Doc } from "./doc.ts";
import { array, assign, broken, object, property } from "./layouts.ts";
import { literal } from "./literals.ts";
import { comment, importStatements, lines, runtimeName } from "./statements.ts";

/** What is the same for all types of the package. */
export function wireSections(module: WireModule): Doc[] {
  const { aliases, serviceRoot, runtime } = module;
  const pairs = aliases.map(({ alias, namespace }) => array([literal(alias), literal(namespace)]));
  const root = serviceRoot === undefined ? "undefined" : literal(serviceRoot);
  const wire = broken("{", [property("aliases", array(pairs, true)), property("serviceRoot", root, true)], "}");
  const terms = module.terms.map(({ name, presence, demanding }) => {
    const demands = demanding ? [property("demands", runtimeName(runtime, "fullDemands"), true)] : [];
    const value = object([property("presence", literal(presence), true), "wire", ...demands]);
    return [assign(`export const ${name}: ${runtimeName(runtime, "Terms")}`, " =", value), ";"];
  });
  return [
    lines(importStatements(module)),
    [
      comment("What is the same for all types of the package."),
      assign(`export const wire: ${runtimeName(runtime, "Wire")}`, " =", wire),
      ";",
    ],
    lines(terms),
  ];
}

/** What the package was made from. */
export function sourceSections({ sha256, namespaces, ieee754Compatible }: SourcePlan, version: string): Doc[] {
  const members = [
    [comment("Made by this version of odata-bindgen."), property("generator", literal(version), true)],
    [comment("SHA-256 of the canonical CSDL of slice and overlay."), property("sha256", literal(sha256), true)],
    property("namespaces", array(namespaces.map(literal))),
    [comment("Whether Int64 and Decimal travel as strings."), `ieee754Compatible: ${String(ieee754Compatible)}`],
  ];
  const constant = assign("export const source", " =", [broken("{", members, "}"), " as const"]);
  return [[comment("What the package was made from."), constant, ";"]];
}
