import type {
  AliasItem,
  EnumItem,
  EnumsModule,
  InterfaceItem,
  InterfaceMember,
  OperationTypesModule,
  TypeExpression,
  TypesModule,
} from "../plan/types.ts";
import { docText } from "./doc-comment.ts";
import { flatList, group, groupOf, hardline, ifBroken, indent, join, line, softline, type Doc } from "./doc.ts";
import { assign, assignWhole, block, broken, generic, memberName, property } from "./layouts.ts";
import { literal } from "./literals.ts";
import { docComment, importStatements, lines } from "./statements.ts";

/** The imports and declarations of a module of types, those that need no space around them put together. */
export function declarationSections(module: TypesModule | EnumsModule | OperationTypesModule): Iterable<Doc> {
  return inSections(declarationsOf(module));
}

function* declarationsOf(module: TypesModule | EnumsModule | OperationTypesModule): Generator<Declaration> {
  for (const doc of importStatements(module)) yield { doc, spaced: false };
  if (module.kind === "enums") {
    for (const item of module.enums) yield* enumDeclarations(item);
    for (const item of module.definitions) yield aliasDeclaration(item);
  } else {
    for (const item of module.items)
      yield item.kind === "interface" ? interfaceDeclaration(item) : aliasDeclaration(item);
  }
}

interface Declaration {
  readonly doc: Doc;
  /** Whether empty lines stand around it. */
  readonly spaced: boolean;
}

function* inSections(declarations: Iterable<Declaration>): Generator<Doc> {
  let open: Doc[] = [];
  for (const { doc, spaced } of declarations) {
    if (!spaced) {
      open.push(doc);
      continue;
    }
    yield lines(open);
    yield doc;
    open = [];
  }
  yield lines(open);
}

function interfaceDeclaration(item: InterfaceItem): Declaration {
  const index = item.index ? ["[dynamicMember: string]: unknown;"] : [];
  const head = `export interface ${item.name}${item.extends.length === 0 ? "" : ` extends ${item.extends.join(", ")}`}`;
  return { doc: [docComment(item.docs), block(head, [...index, ...item.members.map(memberLine)])], spaced: true };
}

function memberLine({ name, type, optional, docs }: InterfaceMember): Doc {
  return [docComment(docs), memberName(name), optional ? "?: " : ": ", memberType(type), ";"];
}

function memberType(type: TypeExpression): Doc {
  return type.kind === "union" && !isHugged(type.members)
    ? groupOf(typeText(type), () => indent([softline, unionParts(type.members)]))
    : typeDoc(type);
}

function aliasDeclaration({ name, type, docs }: AliasItem): Declaration {
  const left = `export type ${name}`;
  const isWhole = type.kind === "union" && !isHugged(type.members);
  const doc = isWhole ? assignWhole(left, " =", unionParts(type.members)) : assign(left, " =", typeDoc(type));
  return { doc: [docComment(docs), doc, ";"], spaced: false };
}

/** The union of an enumeration's members (an alias of string for flags) and the object to use at run time. */
function enumDeclarations({ name, flags, members, docs }: EnumItem): Declaration[] {
  const literals = members.map((member): TypeExpression => ({ kind: "literal", value: member.name }));
  const [first = named("never"), ...more] = literals;
  const type: TypeExpression = more.length === 0 ? first : { kind: "union", members: literals };
  const about = docComment({
    description: undefined,
    deprecated: undefined,
    facts: [`The members of {@link ${name}}.`],
  });
  const object = members.length === 0 ? "{}" : broken("{", members.map(enumMember), "}");
  const constant = [about, assign(`export const ${name}`, " =", [object, " as const"]), ";"];
  return [
    aliasDeclaration({ kind: "alias", name, type: flags ? named("string") : type, docs }),
    { doc: constant, spaced: false },
  ];
}

function named(name: string): TypeExpression {
  return { kind: "name", name, arguments: [] };
}

function enumMember({ name, docs }: EnumItem["members"][number]): Doc {
  const text = docs === undefined ? undefined : docText(docs);
  // The first line stands behind the opening mark, however many there are.
  const about = text === undefined ? [] : [join(hardline, `/** ${text} */`.split("\n").map(commentLine)), hardline];
  return [about, property(name, literal(name), true)];
}

function commentLine(text: string, index: number): string {
  return index === 0 ? text : ` * ${text}`.trimEnd();
}

/** A type as TypeScript writes it, on one line. */
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

/** A type as prettier breaks it. */
export function typeDoc(type: TypeExpression): Doc {
  switch (type.kind) {
    case "name":
      return type.arguments.length === 0 ? type.name : generic(type.name, type.arguments.map(typeDoc));
    case "literal":
      return literal(type.value);
    case "array":
      return type.item.kind === "union"
        ? ["(", unionInParentheses(type.item.members), ")[]"]
        : [typeDoc(type.item), "[]"];
    case "union":
      return isHugged(type.members) ? join(" | ", type.members.map(typeDoc)) : unionParts(type.members);
  }
}

function unionInParentheses(members: readonly TypeExpression[]): Doc {
  if (isHugged(members)) return join(" | ", members.map(typeDoc));
  return group([indent([softline, unionParts(members)]), softline]);
}

/** The members on one line, or each on its own behind a bar. */
function unionParts(members: readonly TypeExpression[]): Doc {
  const flat = flatList("", members.map(typeText), " | ", "");
  return groupOf(flat, () =>
    members.map((member, index) => [index === 0 ? ifBroken("| ") : [line, "| "], indent(typeDoc(member))]),
  );
}

/** A name beside nothing but `null` is never broken. */
function isHugged(members: readonly TypeExpression[]): boolean {
  const others = members.filter((member) => member.kind !== "name" || member.name !== "null");
  const [only] = others;
  return others.length === 1 && only?.kind === "name" && !keywords.has(only.name);
}

const keywords: ReadonlySet<string> = new Set(["string", "number", "boolean", "undefined", "never", "unknown"]);
