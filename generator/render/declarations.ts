import {
  StructureKind,
  VariableDeclarationKind,
  type ImportDeclarationStructure,
  type InterfaceDeclarationStructure,
  type JSDocStructure,
  type OptionalKind,
  type PropertySignatureStructure,
  type StatementStructures,
  type TypeAliasDeclarationStructure,
} from "ts-morph";
import type {
  AliasItem,
  DocsPlan,
  EnumItem,
  EnumsModule,
  ImportPlan,
  InterfaceItem,
  InterfaceMember,
  OperationTypesModule,
  TypeExpression,
  TypesModule,
} from "../plan/types.ts";
import { docText } from "./doc-comment.ts";
import { literal } from "./literals.ts";

/** The statements of a module of declarations, as data that ts-morph prints. */
export function declarationStructures(module: TypesModule | EnumsModule | OperationTypesModule): StatementStructures[] {
  const imports = module.imports.map(importStructure);
  if (module.kind === "enums") {
    return [...imports, ...module.enums.flatMap(enumStructures), ...module.definitions.map(aliasStructure)];
  }
  return [
    ...imports,
    ...module.items.map((item) => (item.kind === "interface" ? interfaceStructure(item) : aliasStructure(item))),
  ];
}

function importStructure({ from, names, namespace }: ImportPlan): ImportDeclarationStructure {
  const base = { kind: StructureKind.ImportDeclaration, moduleSpecifier: from, isTypeOnly: true } as const;
  if (namespace !== undefined) return { ...base, namespaceImport: namespace };
  return { ...base, namedImports: names.map(({ name, as }) => (as === undefined ? { name } : { name, alias: as })) };
}

function interfaceStructure(item: InterfaceItem): InterfaceDeclarationStructure {
  return {
    kind: StructureKind.Interface,
    name: item.name,
    isExported: true,
    extends: [...item.extends],
    docs: docs(item.docs),
    properties: item.members.map(propertyStructure),
    indexSignatures: item.index ? [{ keyName: "dynamicMember", keyType: "string", returnType: "unknown" }] : [],
  };
}

function propertyStructure({
  name,
  type,
  optional,
  docs: text,
}: InterfaceMember): OptionalKind<PropertySignatureStructure> {
  return {
    name: literal(name),
    type: typeText(type),
    hasQuestionToken: optional,
    docs: text === undefined ? [] : docs(text),
  };
}

function aliasStructure({ name, type, docs: text }: AliasItem): TypeAliasDeclarationStructure {
  return { kind: StructureKind.TypeAlias, name, isExported: true, type: typeText(type), docs: docs(text) };
}

/** The union of an enumeration's members (an alias of string for flags) and the object to use at run time. */
function enumStructures({ name, flags, members, docs: text }: EnumItem): StatementStructures[] {
  const union = members.length === 0 ? "never" : members.map((member) => literal(member.name)).join(" | ");
  const entries = members.map((member) => {
    const comment = member.docs === undefined ? "" : `/** ${docText(member.docs).replace(/\n/g, "\n * ")} */\n`;
    return `${comment}${propertyKey(member.name)}: ${literal(member.name)},`;
  });
  const object = `{${entries.length === 0 ? "" : `\n${entries.join("\n")}\n`}} as const`;
  return [
    { kind: StructureKind.TypeAlias, name, isExported: true, type: flags ? "string" : union, docs: docs(text) },
    {
      kind: StructureKind.VariableStatement,
      isExported: true,
      declarationKind: VariableDeclarationKind.Const,
      declarations: [{ name, initializer: object }],
      docs: docs({ description: undefined, deprecated: undefined, facts: [`The members of {@link ${name}}.`] }),
    },
  ];
}

/** `__proto__: …` in an object literal sets the prototype; a computed key does not (ECMAScript B.3.1). */
function propertyKey(name: string): string {
  return name === "__proto__" ? `[${literal(name)}]` : literal(name);
}

function docs(plan: DocsPlan): OptionalKind<JSDocStructure>[] {
  const text = docText(plan);
  return text === "" ? [] : [{ description: text.includes("\n") ? `\n${text}` : text }];
}

/** A type as TypeScript writes it. */
export function typeText(type: TypeExpression): string {
  switch (type.kind) {
    case "name":
      return type.arguments.length === 0 ? type.name : `${type.name}<${type.arguments.map(typeText).join(", ")}>`;
    case "literal":
      return literal(type.value);
    case "array":
      return type.item.kind === "union" ? `(${typeText(type.item)})[]` : `${typeText(type.item)}[]`;
    case "union":
      return type.members.map(typeText).join(" | ");
  }
}
