import { ts } from "ts-morph";
import { isDeprecated, marked } from "./deprecated.ts";
import { inferType } from "./infer-type.ts";
import { quoted } from "./quoted.ts";
import type { Declaration, SyntaxModule } from "./syntax-module.ts";
import type { Piece } from "./types.ts";

/**
 * A union of literals and a constant under one name that holds each under itself: the members are listed once, with the
 * marks that they have in the constant. Undefined where the two are anything else.
 */
export function printEnum(
  name: string,
  declarations: readonly Declaration[],
  module: SyntaxModule,
): readonly Piece[] | undefined {
  const [first, second] = declarations;
  if (first === undefined || second === undefined || declarations.length > 2) return undefined;
  const [alias, variable] = ts.isTypeAliasDeclaration(first.node) ? [first, second] : [second, first];
  if (!ts.isTypeAliasDeclaration(alias.node) || !ts.isVariableDeclaration(variable.node)) return undefined;
  const values = literalsOf(alias.node.type);
  const members = membersOf(variable.node);
  if (values === undefined || members === undefined) return undefined;
  if (values.length !== members.size || values.some((value) => !members.has(value))) return undefined;
  const lines = [...values].sort().flatMap((value) => {
    const line = `  | ${quoted(value)}`;
    return isDeprecated(module, members.get(value) ?? alias.node) ? ["  /** @deprecated */", line] : [line];
  });
  return [
    {
      name,
      meaning: "value",
      lines: marked(module, variable.statement, [`const ${name}: { readonly [N in ${name}]: N }`]),
    },
    { name, meaning: "type", lines: marked(module, alias.statement, [`type ${name} =`, ...lines]) },
  ];
}

function literalsOf(type: ts.TypeNode): readonly string[] | undefined {
  const parts = ts.isUnionTypeNode(type) ? type.types : [type];
  const values = parts.map((part) =>
    ts.isLiteralTypeNode(part) && ts.isStringLiteral(part.literal) ? part.literal.text : undefined,
  );
  const known = values.filter((value) => value !== undefined);
  return known.length === values.length && new Set(known).size === known.length ? known : undefined;
}

/** The members of a constant object that are read-only and hold their own name. */
function membersOf({ type: written, initializer }: ts.VariableDeclaration): ReadonlyMap<string, ts.Node> | undefined {
  const type = written ?? (initializer === undefined ? undefined : inferType(initializer, "literal"));
  if (type === undefined || !ts.isTypeLiteralNode(type)) return undefined;
  const members = new Map<string, ts.Node>();
  for (const member of type.members) {
    if (!ts.isPropertySignature(member) || member.questionToken !== undefined || member.type === undefined)
      return undefined;
    const isReadonly = member.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ReadonlyKeyword) === true;
    const [value] = literalsOf(member.type) ?? [];
    if (!isReadonly || ts.isComputedPropertyName(member.name) || value !== member.name.text) return undefined;
    members.set(value, member);
  }
  return members;
}
