import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import Handlebars from "handlebars";
import { BindgenError } from "../errors.ts";
import { cell, link, plain } from "../markdown.ts";
import { literal } from "./literals.ts";

/** Renders a template by name over a finished view. */
export type RenderTemplate = (name: string, view: object) => string;

/** How a template writes what comes from the input, by where it stands: in code or in Markdown. */
const helpers = { quote: literal, cell, plain, link };

/**
 * Compiles the templates of a folder, `name.hbs`. A name that the view does not have is an error, also where Handlebars
 * would let it pass (`#if`, `#each`, arguments of helpers).
 */
export function loadTemplates(folder: string): RenderTemplate {
  const handlebars = Handlebars.create();
  for (const [name, write] of Object.entries(helpers)) {
    handlebars.registerHelper(name, (text: unknown) => write(String(text)));
  }
  const options = {
    strict: true,
    noEscape: true,
    knownHelpersOnly: true,
    knownHelpers: Object.fromEntries(Object.keys(helpers).map((name) => [name, true])),
    preventIndent: true,
  };
  const templates = new Map(
    [...readTemplates(folder)].map(([name, text]) => [name, handlebars.compile<object>(text, options)] as const),
  );
  return (name, view) => {
    const template = templates.get(name);
    if (template === undefined) throw new BindgenError("internal", { message: `there is no template ${name}` });
    return template(guarded(view), { allowProtoPropertiesByDefault: false });
  };
}

function readTemplates(folder: string): [name: string, text: string][] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".hbs"))
    .sort()
    .map((file) => [basename(file, ".hbs"), readFileSync(join(folder, file), "utf8")]);
}

/** A view whose missing members throw instead of being empty. */
function guarded(view: object): object {
  return new Proxy(view, {
    get: (target, name, receiver) => {
      const value: unknown = Reflect.get(target, name, receiver);
      if (value === undefined && typeof name === "string" && !Reflect.has(target, name) && !isProbe(name)) {
        throw new BindgenError("internal", { message: `a template asks for ${name}, which its view does not have` });
      }
      return typeof value === "object" && value !== null ? guarded(value) : value;
    },
  });
}

/** Members that Handlebars and the language itself look for on any object. */
function isProbe(name: string): boolean {
  return name === "then" || name === "toJSON" || name === "toHTML" || name === "constructor";
}
