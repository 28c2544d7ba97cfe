import { folderOf, runtimeSymbol, shapeIn, shapeSymbol, type PlanContext } from "./context.ts";
import { pascal } from "./identifiers.ts";
import { shapeMember, type MemberPlace } from "./member-plans.ts";
import { resourceTypes, type StructuredPlan } from "./structured.ts";
import type { ShapeItem, ShapesModule, TagsModule } from "./types.ts";

/** Shapes of a namespace's structured types, enumerations and resource unions. */
export function planShapesModule(context: PlanContext, namespace: string): ShapesModule | undefined {
  const path = `${folderOf(context, namespace)}/shapes`;
  const scope = context.scope(path);
  const plans = context.structuredOf(namespace);
  const objects = plans.flatMap((plan) => shapesOf(plan, { context, scope, owner: plan.type.name }));
  const enums = context.typesOf(namespace).flatMap((type) => {
    if (type.kind !== "enum") return [];
    const { name } = shapeIn(context, namespace, context.names.of(type.name));
    return [{ name, subject: type.name, members: type.members.map((member) => member.name), flags: type.flags }];
  });
  const resources = plans.flatMap(({ members }) =>
    members.flatMap(({ value }) => {
      if (value.kind !== "resource") return [];
      const items = resourceTypes(value.types, context.structured, context.model);
      const { name } = shapeIn(context, namespace, pascal(value.name));
      return [{ name, items: items.map((item) => scope.use(shapeSymbol(context, item))) }];
    }),
  );
  if (objects.length === 0 && enums.length === 0) return undefined;
  const runtime: { [name: string]: string } = {};
  const need = (name: string, wanted: boolean): void => {
    if (wanted) runtime[name] = scope.use(runtimeSymbol("shape", name, true));
  };
  need("ObjectShape", objects.length > 0);
  need("EnumShape", enums.length > 0);
  need("ResourceShape", resources.length > 0);
  return { kind: "shapes", path, imports: scope.imports(), objects, enums, resources, runtime };
}

function shapesOf(plan: StructuredPlan, place: MemberPlace): ShapeItem[] {
  const { context, scope } = place;
  const { name, base, abstract, open } = plan.type;
  const opaque = abstract ? "dataRequired" : "data";
  const shape: ShapeItem = {
    name: shapeSymbol(context, name).name,
    subject: name,
    entity: plan.type.kind === "entity",
    discriminator: plan.form === "opaque" ? opaque : abstract ? "required" : "declared",
    base: base === undefined ? undefined : scope.use(shapeSymbol(context, base)),
    variants: plan.variants.map((variant) => scope.use(shapeSymbol(context, variant))),
    open: open ? scope.use({ module: "tags", name: "shapeOfTag", typeOnly: false }) : undefined,
    members: plan.members.map((member) => shapeMember(member, place)),
  };
  if (!plan.unresolved) return [shape];
  return [shape, { ...shape, name: shapeSymbol(context, name, true).name, discriminator: "data", variants: [] }];
}

/** Finds a type's shape by its tag; only open types ask for it. */
export function planTagsModule(context: PlanContext): TagsModule {
  const scope = context.scope("tags");
  const shapes = [...context.structured.values()].map(({ type }) => scope.use(shapeSymbol(context, type.name)));
  const runtime = {
    ObjectShape: scope.use(runtimeSymbol("shape", "ObjectShape", true)),
    byTag: scope.use(runtimeSymbol("table", "byTag")),
  };
  return { kind: "tags", path: "tags", imports: scope.imports(), shapes, runtime };
}
