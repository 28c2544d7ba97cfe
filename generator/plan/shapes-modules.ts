import type { EnumModelType, ModelType } from "../model/types.ts";
import {
  enumShapeSymbol,
  fileFor,
  folderOf,
  resourceShapeSymbol,
  runtimeSymbol,
  shapeSymbol,
  type PlanContext,
} from "./context.ts";
import { shapeMember, type MemberPlace } from "./member-plans.ts";
import { isDivided } from "./portions.ts";
import { resourceTypes, type StructuredPlan } from "./structured.ts";
import type { ShapeItem, ShapesModule, TagsModule } from "./types.ts";

/** Shapes of a namespace's structured types, enumerations and resource unions. */
export function planShapesModules(context: PlanContext, namespace: string): ShapesModule[] {
  const { structured, values } = context.portions;
  const apart = isDivided(context.portions, namespace);
  const enums = values(namespace).map((portion) => ({ ...portion, items: portion.items.filter(isEnum) }));
  const modules = apart
    ? [
        ...structured(namespace).map((one) => shapesModule(context, fileFor(context, one, "shapes"), one.items, [])),
        ...enums.map((one) => shapesModule(context, fileFor(context, one, "values/shapes"), [], one.items)),
      ]
    : [
        shapesModule(
          context,
          `${folderOf(context, namespace)}/shapes`,
          structured(namespace)[0]?.items ?? [],
          enums[0]?.items ?? [],
        ),
      ];
  return modules.filter(({ objects, enums: own }) => objects.length > 0 || own.length > 0);
}

function isEnum(type: ModelType): type is EnumModelType {
  return type.kind === "enum";
}

function shapesModule(
  context: PlanContext,
  path: string,
  plans: readonly StructuredPlan[],
  enumerations: readonly EnumModelType[],
): ShapesModule {
  const scope = context.scope(path);
  const objects = plans.flatMap((plan) => shapesOf(plan, { context, scope, owner: plan.type.name }));
  const enums = enumerations.map(({ name: subject, members, flags }) => {
    const { name } = enumShapeSymbol(context, subject);
    const told = flags || members.length === 0 ? subject : undefined;
    return { name, subject: told, members: members.map((member) => member.name), flags };
  });
  const resources = plans.flatMap((plan) =>
    plan.members.flatMap(({ value }) => {
      if (value.kind !== "resource") return [];
      const items = resourceTypes(value.types, context.structured, context.model);
      const { name } = resourceShapeSymbol(context, plan.type.name, value.name);
      return [{ name, items: items.map((item) => scope.use(shapeSymbol(context, item))) }];
    }),
  );
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

/** Finds a type's shape by its tag; only open types ask for it. Variants come with the types whose variants they are. */
export function planTagsModule(context: PlanContext): TagsModule {
  const scope = context.scope("tags");
  const plans = [...context.structured.values()];
  const variants = new Set(plans.flatMap((plan) => plan.variants));
  const listed = plans.filter(({ type }) => !variants.has(type.name));
  const shapes = listed.map(({ type }) => scope.use(shapeSymbol(context, type.name)));
  const runtime = {
    ObjectShape: scope.use(runtimeSymbol("shape", "ObjectShape", true)),
    byTag: scope.use(runtimeSymbol("table", "byTag")),
  };
  return { kind: "tags", path: "tags", imports: scope.imports(), shapes, runtime };
}
