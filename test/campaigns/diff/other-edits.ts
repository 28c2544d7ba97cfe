import * as d from "./documents.ts";
import * as draw from "./draw.ts";
import { type Edit, on, parameters, plainly, remove, toggle } from "./edit.ts";

/** Enumerations, type definitions and operations, changed; by the name of the change. */
export const otherEdits: Readonly<Record<string, Edit>> = {
  "optional parameter": toggle(parameters, "optional"),
  "add an enumeration's member": (doc, random) =>
    on(doc.enums, random, ({ members: list }) => {
      const name = d.pick(
        draw.enumMembers.filter((one) => list.every((member) => member.name !== one)),
        random,
      );
      if (name !== undefined) list.push({ name, value: 2 ** (list.length + 3) });
    }),
  "remove an enumeration's member": (doc, random) =>
    on(doc.enums, random, ({ members: list }) => on(list, random, (member) => remove(list, member))),
  "rename an enumeration's member": (doc, random) =>
    on(doc.enums, random, ({ members: list }) =>
      on(list, random, (member) => {
        member.name = d.pick([`${member.name}s`, "black", "unknownFutureValue"], random) ?? "black";
      }),
    ),
  "values of an enumeration": (doc, random) =>
    on(doc.enums, random, ({ members: list }) => {
      list.forEach((member, index) => (member.value = 2 ** (list.length - index)));
    }),
  flags: toggle(({ enums }) => enums, "flags"),
  "another underlying type": (doc, random) =>
    on(doc.definitions, random, (definition) => {
      plainly(definition);
      definition.type = `Edm.${d.pick(["String", "Decimal", "Int32", "Int64", "Guid", "Double"], random) ?? "String"}`;
    }),
  "add an operation": (doc, random) => {
    doc.operations.push(draw.drawOperation(doc, random));
  },
  "remove an operation": (doc, random) => on(doc.operations, random, (operation) => remove(doc.operations, operation)),
  "rename an operation": (doc, random) =>
    on(doc.operations, random, (operation) => {
      operation.name += "s";
    }),
  "add a parameter": (doc, random) =>
    on(doc.operations, random, (operation) => {
      const name = d.pick(["extra", "coats"], random) ?? "extra";
      const parameter = draw.drawParameter(doc, name, random);
      operation.parameters.splice(Math.floor(random() * (operation.parameters.length + 1)), 0, parameter);
    }),
  "remove a parameter": (doc, random) =>
    on(doc.operations, random, ({ parameters: list }) => on(list, random, (parameter) => remove(list, parameter))),
  "rename a parameter": (doc, random) =>
    on(parameters(doc), random, (parameter) => {
      parameter.name += "s";
    }),
  "order of parameters": (doc, random) =>
    on(
      doc.operations.filter((one) => one.parameters.length > 1),
      random,
      (operation) => {
        operation.parameters.reverse();
      },
    ),
  "bind to another": (doc, random) =>
    on(doc.operations, random, (operation) => {
      const type = d.pick(doc.structured, random);
      operation.binding =
        type && d.chance(0.8, random) ? { type: type.name, collection: d.chance(0.4, random) } : undefined;
    }),
  "result or none": (doc, random) =>
    on(
      doc.operations.filter(({ kind }) => kind === "Action"),
      random,
      (operation) => {
        operation.result = operation.result === undefined ? draw.drawResult(doc, random) : undefined;
      },
    ),
  "another result": (doc, random) =>
    on(
      doc.operations.filter(({ result }) => result !== undefined),
      random,
      (operation) => {
        operation.result = draw.drawResult(doc, random);
      },
    ),
  "action or function": (doc, random) =>
    on(
      doc.operations.filter(({ result }) => result !== undefined),
      random,
      (operation) => {
        operation.kind = operation.kind === "Action" ? "Function" : "Action";
      },
    ),
};
