import type { KeywordDefinition, ValidateFunction } from "ajv";
import type { DataValidateFunction } from "ajv/dist/types/index.js";
import type { Presence } from "./facts.ts";
import { idOf, type Service } from "./schemas.ts";

type Find = (id: string) => ValidateFunction;
type Members = Readonly<Record<string, unknown>>;

interface Cases {
  readonly cases: Readonly<Record<string, string>>;
  readonly untagged: string | null;
}

/** What a member holds, if it is the object's own. */
function own(value: Members, name: string): unknown {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

/** The discriminator decides which schema an object has to follow, as OpenAPI's `discriminator` does. */
export function tagged(find: Find): KeywordDefinition {
  return {
    keyword: "tagged",
    type: "object",
    errors: "full",
    compile: ({ cases, untagged }: Cases) => {
      const ids = new Map(Object.entries(cases));
      const judge: DataValidateFunction = (value: Members, context) => {
        const tag = own(value, "@odata.type");
        if (tag === undefined && untagged === null) return refuse(judge, context, "");
        const id = tag === undefined ? (untagged ?? undefined) : typeof tag === "string" ? ids.get(tag) : undefined;
        return id === undefined ? refuse(judge, context, "/@odata.type") : follow(judge, find(id), value, context);
      };
      return judge;
    },
  };
}

type Context = Parameters<DataValidateFunction>[1];

function refuse(judge: DataValidateFunction, context: Context, step: string): boolean {
  judge.errors = [{ keyword: "tagged", instancePath: (context?.instancePath ?? "") + step, params: {} }];
  return false;
}

function follow(judge: DataValidateFunction, validate: ValidateFunction, value: unknown, context: Context): boolean {
  const holds = validate(value, context);
  if (!holds) judge.errors = validate.errors ?? [];
  return holds;
}

/** A dynamic object whose tag names a type of the package, in whatever spelling, has to be of it, and say so rightly. */
export function dynamicTag(service: Service, find: Find): KeywordDefinition {
  return {
    keyword: "dynamicTag",
    type: "object",
    errors: "full",
    compile: (presence: Presence) => {
      const judge: DataValidateFunction = (value: Members, context) => {
        const long = own(value, "@odata.type");
        const short = own(value, "@type");
        const name = named(service, long) ?? named(service, short);
        const type = name === undefined ? undefined : service.facts.structured.get(name);
        if (type === undefined) return true;
        if (short !== undefined) return refuse(judge, context, "/@type");
        if (type.abstract || long !== `#${type.name}`) return refuse(judge, context, "/@odata.type");
        const inner = presence === "update" && !type.entity ? "create" : presence;
        return follow(judge, find(idOf("exact", inner, type.name)), value, context);
      };
      return judge;
    },
  };
}

/** The type of the package that a discriminator names: a fragment, alone or of the service's metadata (OData JSON 4.6.3). */
function named({ facts, closure, serviceRoot }: Service, tag: unknown): string | undefined {
  if (typeof tag !== "string") return undefined;
  const prefix = ["#", ...(serviceRoot === undefined ? [] : [`${serviceRoot}$metadata#`])].find((start) =>
    tag.startsWith(start),
  );
  const name = tag.slice(prefix?.length ?? 0);
  const dot = name.lastIndexOf(".");
  const namespace = facts.aliases.get(name.slice(0, Math.max(dot, 0)));
  const whole = closure.structured.has(name) || namespace === undefined ? name : namespace + name.slice(dot);
  return closure.structured.has(whole) ? whole : undefined;
}
