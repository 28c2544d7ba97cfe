import type { RuntimeNames, ShapeItem, ShapeMember, ShapesModule, TagsModule } from "../plan/types.ts";
import type { Doc } from "./doc.ts";
import { array, assign, block, broken, call, property, signature, thunk } from "./layouts.ts";
import { literal } from "./literals.ts";
import { comment, importStatements, lines, runtimeName } from "./statements.ts";

/** The constants that validators walk. */
export function shapeSections(module: ShapesModule): Doc[] {
  const { objects, enums, resources, runtime } = module;
  return [
    lines(importStatements(module)),
    ...objects.map((shape) => constant(shape.name, type(runtime, "ObjectShape"), objectMembers(shape))),
    ...enums.map(({ name, subject, members, flags }) =>
      constant(name, type(runtime, "EnumShape"), [
        'kind: "enum"',
        property("members", array(members.map(literal))),
        ...(subject === undefined ? [] : [property("name", literal(subject), true)]),
        ...(flags ? ["flags: true"] : []),
      ]),
    ),
    ...resources.map(({ name, items }) =>
      constant(name, type(runtime, "ResourceShape"), [
        'kind: "resource"',
        property("items", thunk(array(items), true)),
      ]),
    ),
  ];
}

function type(runtime: RuntimeNames, name: string): string {
  return runtimeName(runtime, name);
}

function constant(name: string, typeName: string, members: readonly Doc[]): Doc {
  return [assign(`export const ${name}: ${typeName}`, " =", broken("{", members, "}")), ";"];
}

function objectMembers({ subject, entity, discriminator, base, variants, open, members }: ShapeItem): Doc[] {
  const listed = members.map(shapeMember);
  return [
    'kind: "object"',
    property("name", literal(subject), true),
    ...(entity ? ["entity: true"] : []),
    ...(discriminator === "declared" ? [] : [`discriminator: ${literal(discriminator)}`]),
    ...(base === undefined ? [] : [property("base", thunk(base))]),
    ...(variants.length === 0 ? [] : [property("variants", thunk(array(variants), true))]),
    ...(open === undefined ? [] : [property("open", open)]),
    property("members", thunk(array(listed, true), true)),
  ];
}

function shapeMember({ name, shape, arguments: args, facts }: ShapeMember): Doc {
  return array([
    literal(name),
    args === undefined ? shape : call(shape, args),
    ...(facts === 0 ? [] : [String(facts)]),
  ]);
}

/** The function that finds a shape by its tag. */
export function tagSections(module: TagsModule): Doc[] {
  const { shapes, runtime } = module;
  const shape = type(runtime, "ObjectShape");
  const head = ["export ", signature("shapeOfTag", ["tag: string"], `${shape} | undefined`)];
  return [
    lines(importStatements(module)),
    [
      comment("Finds the shape of the type that a canonical tag names."),
      block(head, [["return ", call(runtimeName(runtime, "byTag"), ["shapes", "tag"]), ";"]]),
    ],
    block(signature("shapes", [], `readonly ${shape}[]`), [["return ", array(shapes), ";"]]),
  ];
}
