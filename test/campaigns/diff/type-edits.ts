import * as d from "./documents.ts";
import * as draw from "./draw.ts";
import { type Edit, on, properties, remove, renameType, toggle, types } from "./edit.ts";

/** Types and namespaces, changed; by the name of the change. */
export const typeEdits: Readonly<Record<string, Edit>> = {
  openness: toggle(types, "open"),
  abstractness: toggle(types, "abstract"),
  "another base": (doc, random) =>
    on(types(doc), random, (type) => {
      const below = new Set([type, ...d.derivedFrom(type.name, doc)]);
      const others = types(doc).filter((one) => one.kind === type.kind && !below.has(one) && one.name !== type.base);
      type.base = d.chance(0.3, random) ? undefined : d.pick(others, random)?.name;
    }),
  "another kind": (doc, random) =>
    on(types(doc), random, (type) => {
      type.kind = type.kind === "EntityType" ? "ComplexType" : "EntityType";
    }),
  "add a type": (doc, random) => {
    const type = draw.drawStructured(doc, random);
    doc.structured.push(type);
    const name = draw.freeMember(type, doc, random);
    if (name !== undefined) type.members.push(draw.drawMember(doc, type.kind, name, random));
  },
  "remove a type": (doc, random) => on(types(doc), random, (type) => remove(doc.structured, type)),
  "remove a type, bases and members with it": (doc, random) =>
    on(types(doc), random, (type) => {
      remove(doc.structured, type);
      for (const other of doc.structured) {
        if (other.base === type.name) other.base = type.base;
        other.members = other.members.filter((member) => member.type !== type.name);
      }
      doc.operations = doc.operations.filter(
        ({ binding, result, parameters: list }) =>
          binding?.type !== type.name && result?.type !== type.name && list.every((one) => one.type !== type.name),
      );
      doc.children = doc.children.filter(({ target }) => target !== type.name);
    }),
  "rename a type": (doc, random) =>
    on([...doc.structured, ...doc.enums, ...doc.definitions], random, ({ name }) =>
      renameType(doc, name, d.chance(0.5, random) ? `${name}s` : `S.Zulu`),
    ),
  "a base type in between": (doc, random) =>
    on(types(doc), random, (type) => {
      const between = { ...draw.drawStructured(doc, random), kind: type.kind, base: type.base };
      doc.structured.push(between);
      type.base = between.name;
    }),
  deprecation: (doc, random) =>
    on([...types(doc), ...properties(doc)], random, (item) => {
      item.deprecated = item.deprecated === undefined ? "2026-01-01" : d.pick([undefined, "2027-01-01"], random);
    }),
  alias: (doc, random) =>
    on(doc.namespaces, random, (namespace) => {
      namespace.alias = d.pick(
        [undefined, "x", "y"].filter((one) => one !== namespace.alias),
        random,
      );
    }),
  "another namespace": (doc) => {
    if (doc.namespaces.length > 1) return;
    doc.namespaces.push({ name: "Q" });
    doc.structured.push({ kind: "ComplexType", name: "Q.Alpha", abstract: false, open: false, members: [] });
  },
};
