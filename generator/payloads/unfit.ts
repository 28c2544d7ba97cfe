import type { Annotation, Annotations } from "../csdl/types.ts";
import type { Model } from "../model/types.ts";
import { compareCodeUnits } from "../sort.ts";
import { splitName } from "../split-name.ts";
import { annotation, at, evidence } from "./evidence.ts";
import type { Picked } from "./pick.ts";
import { resourceUnion } from "./property.ts";
import type { DiscriminatorFinding } from "./types.ts";

/**
 * Annotations for declared members where discriminators do not fit: the union of the member gets the types as well, or
 * else its discriminator is called data.
 */
export function unfitAnnotations(namespace: string, { unfit }: Picked, model: Model): Annotations[] {
  return [...unfit]
    .filter(([path]) => splitName(ownerOf(path))[0] === namespace)
    .map(([path, findings]): Annotations => {
      return { target: path, qualifier: undefined, annotations: [annotationOf(path, findings, model)], at };
    });
}

function annotationOf(path: string, findings: readonly DiscriminatorFinding[], model: Model): Annotation {
  const names = findings.map(({ name }) => name);
  const files = [...new Set(findings.flatMap((finding) => finding.evidence))];
  const why = evidence({ evidence: files }, `names ${names.join(", ")}`);
  const owner = model.types.get(ownerOf(path));
  const members = owner?.kind === "entity" || owner?.kind === "complex" ? owner.members : [];
  const union = members.find(({ name }) => path.endsWith(`/${name}`))?.resourceUnion;
  if (union === undefined) return annotation("Bindgen.UnresolvedDiscriminator", undefined, [why]);
  const types = [...new Set([...union.types, ...names])].sort(compareCodeUnits);
  return resourceUnion({ name: union.name, types }, [why]);
}

/** The type in `ns.Type/member`. */
function ownerOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/"));
}
