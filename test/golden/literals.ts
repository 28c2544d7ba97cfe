import { packagePath } from "../../generator/package-root.ts";
import { splitName } from "../../generator/split-name.ts";
import { compile } from "./compile.ts";
import type { Example } from "./examples.ts";

const suffixes: ReadonlyMap<string, string> = new Map([
  ["received", ""],
  ["create", "Create"],
  ["update", "Update"],
  ["declared", "Declared"],
]);

/** Compiles bodies as literals of their types; what the compiler refuses, by the name of the body. */
export function compileLiterals(examples: readonly Example[]): ReadonlyMap<string, string[]> {
  const files = new Map(examples.map((example) => [fileOf(example), literal(example)]));
  const messages = compile(files);
  const refused = examples.map(({ name }): [string, string[]] => {
    const own = messages.filter((message) => message.startsWith(`${fileOf({ name })}:`));
    return [name, own];
  });
  const elsewhere = messages.filter((message) => !refused.some(([, own]) => own.includes(message)));
  if (elsewhere.length > 0) throw new Error(elsewhere.join("\n"));
  return new Map(refused.filter(([, own]) => own.length > 0));
}

function fileOf({ name }: Pick<Example, "name">): string {
  return packagePath("test", "golden", `${name}.literal.ts`).replaceAll("\\", "/");
}

function literal({ type, presence, body }: Example): string {
  const [, simpleName] = splitName(type);
  const name = `${simpleName.charAt(0).toUpperCase()}${simpleName.slice(1)}${suffixes.get(presence) ?? presence}`;
  const text = JSON.stringify(body, undefined, 2);
  return `import type { ${name} } from "../../generated/src/types.js";\nexport const body: ${name} = ${text};\n`;
}
