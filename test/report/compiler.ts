import { ts, type SourceFile } from "ts-morph";

/** What the compiler knows of a module's exports: each name with what it stands for, namespaces taken apart. */
export function exportsOf(file: SourceFile): ReadonlyMap<string, ts.Symbol> {
  const checker = file.getProject().getTypeChecker().compilerObject;
  const collect = (module: ts.Symbol, prefix: string): [name: string, symbol: ts.Symbol][] =>
    checker.getExportsOfModule(module).flatMap((symbol): [string, ts.Symbol][] => {
      const name = `${prefix}${symbol.name}`;
      const target = (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
      return (target.flags & ts.SymbolFlags.Module) === 0 ? [[name, target]] : collect(target, `${name}.`);
    });
  const module = checker.getSymbolAtLocation(file.compilerNode);
  if (module === undefined) throw new Error(`${file.getFilePath()} is no module`);
  return new Map(collect(module, ""));
}
