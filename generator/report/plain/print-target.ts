import { sortedBy } from "../../sort.ts";
import { block, DEPRECATED, saysDeprecated } from "../layout.ts";
import { quoted } from "../quoted.ts";
import type { Heading, Piece } from "../types.ts";
import { memberLines, signatureText, typeParametersText, typeText, within, type Place } from "./print-type.ts";
import type { ClassMember, Declared, Type } from "./syntax.ts";

/** A declaration, and the comment above it. */
export interface Documented {
  readonly declared: Declared;
  readonly doc: string;
}

/** Takes what stands under a name, returns it as the report shows it. */
export function printTarget(all: readonly Documented[], heading: Heading, place: Place): readonly Piece[] {
  const shown = visible(all);
  const asEnum = heading.other === undefined ? printEnum(heading.name, shown) : undefined;
  if (asEnum !== undefined) return asEnum;
  return shown.map(({ declared, doc }) => {
    const piece = printDeclared(declared, heading, place);
    if (shown.length === 1 && !saysDeprecated(doc)) return piece;
    return { ...piece, lines: marked(doc, piece.lines), signature: undefined };
  });
}

/** Where a function has overloads, the implementation is not one of them. */
function visible(all: readonly Documented[]): readonly Documented[] {
  const isOverload = ({ declared }: Documented): boolean => declared.kind === "function" && !declared.hasBody;
  return all.some(isOverload) ? all.filter((one) => one.declared.kind !== "function" || isOverload(one)) : all;
}

function marked(doc: string, lines: readonly string[]): readonly string[] {
  return saysDeprecated(doc) ? [DEPRECATED, ...lines] : lines;
}

function printDeclared(declared: Declared, { name, other }: Heading, place: Place): Piece {
  if (declared.kind === "function") {
    const signature = signatureText(declared.signature, place);
    return { name, meaning: "value", lines: [`function ${name}${signature}`], signature };
  }
  if (declared.kind === "const") {
    const start = `const ${name}`;
    const lines = typeLines(`${start}:`, declared.type, place);
    if (lines.length > 1 && other !== undefined)
      return { name, meaning: "value", lines: [`${start}: typeof ${other}`] };
    const [only = ""] = lines;
    return { name, meaning: "value", lines, signature: lines.length === 1 ? only.slice(start.length) : undefined };
  }
  const meaning = declared.kind === "class" ? "both" : "type";
  if (other !== undefined) return { name, meaning, lines: [`alias ${name} = ${other}`] };
  return { name, meaning, lines: typeDeclaration(declared, name, within(place, declared.typeParameters)) };
}

function typeDeclaration(
  declared: Extract<Declared, { typeParameters: unknown }>,
  name: string,
  place: Place,
): readonly string[] {
  const head = `${declared.kind} ${name}${typeParametersText(declared.typeParameters, place)}`;
  if (declared.kind === "type") return aliasLines(`${head} =`, declared.type, place);
  const bases = declared.bases.map((base) => typeText(base, place));
  const start = bases.length === 0 ? head : `${head} extends ${bases.join(", ")}`;
  if (declared.kind === "class") return block(start, classLines(declared.members, place));
  const lines = memberLines(declared.members, place);
  const [only] = lines;
  // One that adds nothing but its discriminator stands on one line.
  const isTag = lines.length === 1 && only?.startsWith('"@odata.type"') === true;
  return isTag ? [`${start} { ${only} }`] : block(start, lines);
}

/** A line for each member of an object type, and for each part of a union, whose order means nothing. */
function aliasLines(head: string, type: Type, place: Place): readonly string[] {
  const inner = unwrapped(type);
  if (inner.kind !== "union") return typeLines(head, inner, place);
  const parts = inner.parts.map((part) => typeText(part, place)).sort();
  return [head, ...parts.map((part) => `  | ${part}`)];
}

function typeLines(head: string, type: Type, place: Place): readonly string[] {
  const inner = unwrapped(type);
  if (inner.kind === "object") return block(head, memberLines(inner.members, place));
  return [`${head} ${typeText(inner, place)}`];
}

function unwrapped(type: Type): Type {
  return type.kind === "parentheses" ? unwrapped(type.of) : type;
}

function classLines(members: readonly ClassMember[], place: Place): readonly string[] {
  return sortedBy(members, ({ key }) => key).flatMap(({ start, optional, signature, type, doc }) => {
    const rest = signature === undefined ? "" : signatureText(signature, place);
    const text = type === undefined ? "" : `: ${typeText(type, place)}`;
    return marked(doc, [`${start}${optional ? "?" : ""}${rest}${text}`]);
  });
}

/** A union of literals and a constant under one name that holds each under itself: the members are listed once. */
function printEnum(name: string, all: readonly Documented[]): readonly Piece[] | undefined {
  const [first, second] = all;
  if (first === undefined || second === undefined || all.length > 2) return undefined;
  const [alias, constant] = first.declared.kind === "type" ? [first, second] : [second, first];
  if (alias.declared.kind !== "type" || constant.declared.kind !== "const") return undefined;
  const values = literalsOf(alias.declared.type);
  const docs = docsOf(constant.declared.type);
  if (values === undefined || docs === undefined || values.length !== docs.size) return undefined;
  if (values.some((value) => !docs.has(value))) return undefined;
  const lines = [...values].sort().flatMap((value) => {
    const line = `  | ${quoted(value)}`;
    return saysDeprecated(docs.get(value) ?? "") ? [`  ${DEPRECATED}`, line] : [line];
  });
  const value = `const ${name}: { readonly [N in ${name}]: N }`;
  return [
    { name, meaning: "value", lines: marked(constant.doc, [value]) },
    { name, meaning: "type", lines: marked(alias.doc, [`type ${name} =`, ...lines]) },
  ];
}

function literalsOf(type: Type): readonly string[] | undefined {
  const parts = type.kind === "union" ? type.parts : [type];
  const values = parts.flatMap((part) => (part.kind === "string" ? [part.value] : []));
  return values.length === parts.length && new Set(values).size === values.length ? values : undefined;
}

/** The comments of the members of a constant object that hold their own name. */
function docsOf(type: Type): ReadonlyMap<string, string> | undefined {
  if (type.kind !== "object") return undefined;
  const docs = new Map<string, string>();
  for (const { key, readonly, index, optional, type: value, doc } of type.members) {
    if (!readonly || optional || index !== undefined) return undefined;
    if (value.kind !== "string" || key !== `3${value.value}`) return undefined;
    docs.set(value.value, doc);
  }
  return docs;
}
