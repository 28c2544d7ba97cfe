import * as d from "./documents.ts";
import * as draw from "./draw.ts";
import { type Edit, members, on, plainly, properties, remove, toggle, types, uses } from "./edit.ts";

/** Members, changed; by the name of the change. */
export const memberEdits: Readonly<Record<string, Edit>> = {
  "add a member": (doc, random) =>
    on(types(doc), random, (type) => {
      const name = draw.freeMember(type, doc, random);
      if (name !== undefined) type.members.push(draw.drawMember(doc, type.kind, name, random));
    }),
  "remove a member": (doc, random) =>
    on(types(doc), random, (type) =>
      on(
        type.members.filter(({ key }) => !key),
        random,
        (member) => remove(type.members, member),
      ),
    ),
  "rename a member": (doc, random) =>
    on(types(doc), random, (type) =>
      on(type.members, random, (member) => {
        const name = d.chance(0.5, random) ? `${member.name}s` : draw.freeMember(type, doc, random);
        member.name = name ?? member.name;
      }),
    ),
  "move a member to the base": (doc, random) =>
    on(
      types(doc).filter(({ base }) => base !== undefined),
      random,
      (type) =>
        on(type.members, random, (member) => {
          const base = types(doc).find(({ name }) => name === type.base);
          if (base === undefined) return;
          remove(type.members, member);
          base.members.push(member);
        }),
    ),
  "move a member to a derived type": (doc, random) =>
    on(
      types(doc).filter(({ base }) => base !== undefined),
      random,
      (type) => {
        const base = types(doc).find(({ name }) => name === type.base);
        const movable = base?.members.filter(({ key }) => !key) ?? [];
        on(movable, random, (member) => {
          remove(base?.members ?? [], member);
          type.members.push(member);
        });
      },
    ),
  "another type": (doc, random) =>
    on(uses(doc), random, (use) => {
      const { type, collection, nullable } = draw.drawUse(doc, random);
      plainly(use);
      use.type = type;
      if (d.chance(0.3, random)) Object.assign(use, { collection, nullable });
    }),
  "types of a union": (doc, random) =>
    on(
      properties(doc).filter(({ union }) => union !== undefined),
      random,
      (member) => {
        const type = d.pick(types(doc), random);
        if (type === undefined) return;
        if (member.union?.includes(type.name) !== true) member.union?.push(type.name);
        else if (member.union.length > 1) remove(member.union, type.name);
        else delete member.union;
      },
    ),
  "discriminator is data": (doc, random) =>
    on(
      properties(doc).filter(({ type }) => types(doc).some(({ name }) => name === type)),
      random,
      (member) => {
        member.unresolved = member.unresolved !== true;
      },
    ),
  "one or many": toggle((doc) => uses(doc).filter(({ type }) => type !== "Edm.Stream"), "collection"),
  nullability: (doc, random) =>
    on(
      [...uses(doc), ...members(doc).filter(({ navigation, collection }) => navigation && !collection)],
      random,
      (use) => {
        use.nullable = d.pick(
          [true, false, undefined].filter((one) => one !== use.nullable),
          random,
        );
      },
    ),
  facets: (doc, random) => {
    const able = [...uses(doc), ...doc.definitions].filter(({ type }) =>
      /String|Binary|Decimal|Time|Duration|Code/.test(type),
    );
    return on(able, random, (use) => {
      const next = draw.withFacets(use, random);
      Object.assign(use, { maxLength: undefined, precision: undefined, scale: undefined }, next);
    });
  },
  computed: toggle(properties, "computed"),
  immutable: toggle(properties, "immutable"),
  permissions: toggle(properties, "readPermission"),
  "default value": toggle((doc) => properties(doc).filter(({ key }) => !key), "defaultValue"),
  contained: toggle((doc) => members(doc).filter(({ navigation }) => navigation), "contained"),
  key: toggle(
    (doc) => properties(doc).filter(({ collection, type }) => !collection && /String|Int|Guid/.test(type)),
    "key",
  ),
};
