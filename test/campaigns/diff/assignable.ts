import ts from "typescript";
import type { Surface } from "../../../generator/plan/surface/types.ts";
import { suffixes, type Role } from "./programs.ts";

/** Something that the earlier package does for somebody, and the later one does not. */
export interface Loss {
  readonly role: Role;
  readonly text: string;
}

/** The indexes of two packages of one program. */
export interface Indexes {
  readonly checker: ts.TypeChecker;
  readonly before: ts.Symbol;
  readonly after: ts.Symbol;
}

/** Exports that the later index lacks; a result is nothing that somebody sends. */
export function lostExports({ checker, before, after }: Indexes): Loss[] {
  const later = new Map(checker.getExportsOfModule(after).map((symbol) => [symbol.name, resolved(symbol, checker)]));
  return checker.getExportsOfModule(before).flatMap((symbol): Loss[] => {
    const [one, other] = [resolved(symbol, checker), later.get(symbol.name)];
    const gone = [{ role: "reader" as const, text: `no export ${symbol.name}` }];
    if (other === undefined || (isValue(one) && !isValue(other))) {
      return /Result(Schema)?$/.test(symbol.name) ? gone : [...gone, { role: "writer", text: gone[0]?.text ?? "" }];
    }
    const isNamespace = (one.flags & ts.SymbolFlags.ValueModule) !== 0 && symbol.name !== "Edm";
    return isNamespace ? lostExports({ checker, before: one, after: other }) : [];
  });
}

function resolved(symbol: ts.Symbol, checker: ts.TypeChecker): ts.Symbol {
  return (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
}

function isValue({ flags }: ts.Symbol): boolean {
  return (flags & ts.SymbolFlags.Value) !== 0;
}

/** Types of which what is read no longer fits the earlier one, or what was sent the later one. */
export function lostTypes(surface: Surface, { checker, before, after }: Indexes): Loss[] {
  return typesOf(surface).flatMap(({ role, name }): Loss[] => {
    const [earlier, later] = [typeNamed(name, before, checker), typeNamed(name, after, checker)];
    if (earlier === undefined || later === undefined) return [];
    const [from, to] = role === "reader" ? [later, earlier] : [earlier, later];
    return checker.isTypeAssignableTo(from, to) ? [] : [{ role, text: `not assignable ${name}` }];
  });
}

function typesOf({ types, operations }: Surface): { role: Role; name: string }[] {
  const reads = (name: string): { role: Role; name: string } => ({ role: "reader", name });
  const writes = (name: string): { role: Role; name: string } => ({ role: "writer", name });
  const ofTypes = [...types.values()].flatMap(({ kind, identifier }) => {
    if (kind === "enum" || kind === "typeDefinition") return [reads(identifier), writes(identifier)];
    const { received, create, update, declared } = suffixes;
    return ["", "Members", "Itself", "Tagged"].flatMap((part) => [
      ...[received, declared].map((suffix) => reads(`${identifier}${suffix}${part}`)),
      ...[create, update].map((suffix) => writes(`${identifier}${suffix}${part}`)),
    ]);
  });
  const ofOperations = [...operations.values()].flatMap(({ identifier }) => [
    writes(`${identifier}Parameters`),
    reads(`${identifier}Result`),
  ]);
  return [...ofTypes, ...ofOperations];
}

function typeNamed(name: string, index: ts.Symbol, checker: ts.TypeChecker): ts.Type | undefined {
  let at: ts.Symbol | undefined = index;
  for (const part of name.split(".")) {
    const found: ts.Symbol | undefined = at && checker.getExportsOfModule(at).find((symbol) => symbol.name === part);
    at = found && resolved(found, checker);
  }
  return at !== undefined && (at.flags & ts.SymbolFlags.Type) !== 0 ? checker.getDeclaredTypeOfSymbol(at) : undefined;
}
