import type { Surface, SurfaceStructured } from "../../../generator/plan/surface/types.ts";
import type { Presence } from "../../../templates/runtime/shape.ts";
import { allMembers, ancestors, type Doc, type Member, type Use } from "./documents.ts";
import { none, objectOf, parametersOf, type Making } from "./values.ts";

export const roles = ["reader", "writer"] as const;
export type Role = (typeof roles)[number];

/** A program of somebody who uses the earlier package; `api` is its index, `registry` its registry. */
export interface Program {
  readonly role: Role;
  readonly lines: readonly string[];
}

export const suffixes: Readonly<Record<Presence, string>> = {
  received: "",
  create: "Create",
  update: "Update",
  declared: "Declared",
};

export interface Body {
  /** As the registry has it. */
  readonly key: string;
  readonly presence: Presence;
  readonly value: unknown;
  readonly type: string;
}

/** Bodies that are valid of the types and operations of a package. */
export function bodiesOf(surface: Surface, making: Making, count: number): Body[] {
  const bodies: Body[] = [];
  const add = (body: Body): void => {
    if (body.value !== none) bodies.push(body);
  };
  for (const type of surface.types.values()) {
    if (type.kind !== "entity" && type.kind !== "complex") continue;
    for (const presence of ["received", "create", "update", "declared"] as const) {
      if (presence === "update" && type.kind === "complex") continue;
      for (let index = 0; index < count; index += 1) {
        const value = objectOf(type.name, presence, making, 0);
        add({ key: type.name, presence, value, type: `${type.identifier}${suffixes[presence]}` });
      }
    }
  }
  for (const operation of surface.operations.values()) {
    const own = operationOf(making.doc, operation.name);
    if (own === undefined) continue;
    for (let index = 0; index < count; index += 1) {
      const value = parametersOf(own.parameters, making);
      add({ key: operation.name, presence: "create", value, type: `${operation.identifier}Parameters` });
    }
  }
  return bodies;
}

function operationOf(doc: Doc, key: string): Doc["operations"][number] | undefined {
  return doc.operations.find(({ kind, name, binding, parameters }) => {
    const bound = binding === undefined ? "" : binding.collection ? `Collection(${binding.type})` : binding.type;
    const list =
      kind === "Action"
        ? ""
        : `;${parameters
            .map((parameter) => parameter.name)
            .sort()
            .join(",")}`;
    const wanted = `${kind.toLowerCase()}:${name}(${bound}${list})`;
    return wanted === key || wanted.replace(";)", ")") === key || sameFunction(key, wanted);
  });
}

function sameFunction(key: string, wanted: string): boolean {
  const order = (text: string): string =>
    text
      .split(/[(;,)]/)
      .filter((part) => part !== "")
      .sort()
      .join();
  return key.startsWith("function:") && order(key) === order(wanted);
}

export function programsOf(surface: Surface, making: Making, bodies: readonly Body[]): Program[] {
  return [...readers(surface, making), ...writers(bodies, surface)];
}

function readers(surface: Surface, { doc, opaque, has }: Making): Program[] {
  const lines: string[] = [];
  for (const type of surface.types.values()) {
    if (type.kind === "enum") {
      const own = doc.enums.find(({ name }) => name === type.name);
      for (const { name } of own?.members ?? []) lines.push(`use(api.${type.identifier}[${JSON.stringify(name)}]);`);
    }
    if (type.kind !== "entity" && type.kind !== "complex") continue;
    for (const presence of ["", "Declared"]) lines.push(...reader(type, presence, doc, opaque, has));
    lines.push(`use(registry[${JSON.stringify(type.name)}].received, registry[${JSON.stringify(type.name)}].create);`);
  }
  for (const { name } of surface.operations.values()) {
    const own = operationOf(doc, name);
    const identifier = surface.operations.get(name)?.identifier ?? "";
    if (own?.result !== undefined) lines.push(resultReader(own.result, identifier, doc));
  }
  for (const { name, identifier } of surface.operations.values()) {
    lines.push(
      `use(registry[${JSON.stringify(name)}].create, api.is${identifier.replace(/^.*\./, "")}Parameters);`.replace(
        "api.is",
        `api.${/^.*\./.exec(identifier)?.[0] ?? ""}is`,
      ),
    );
  }
  return [{ role: "reader", lines }];
}

function reader(
  type: SurfaceStructured,
  suffix: string,
  doc: Doc,
  opaque: ReadonlySet<string>,
  has: (name: string) => boolean,
): string[] {
  const [itself, ...rest] = [...ancestors(type.name, doc)].reverse();
  if (itself === undefined || rest.length > 9) return [];
  const head = `{ const v: api.${type.identifier}${suffix} = get();`;
  if (opaque.has(type.name)) return [`${head} ${memberReads(allMembers(type.name, doc), doc)} }`];
  const all = [
    itself,
    ...doc.structured.filter((one) => one !== itself && has(one.name) && ancestors(one.name, doc).includes(itself)),
  ];
  const concrete = all.filter(({ abstract }) => !abstract);
  if (concrete.length === 0) return [];
  const cases = concrete.map((one) => {
    const also = one === itself ? "case undefined: " : "";
    return `${also}case "#${one.name}": ${memberReads(allMembers(one.name, doc), doc)} break;`;
  });
  return [
    `${head} switch (v["@odata.type"]) { ${cases.join(" ")} default: { const no: never = v["@odata.type"]; use(no); } } }`,
  ];
}

function resultReader(result: Use, identifier: string, doc: Doc): string {
  const head = `{ const v: api.${identifier}Result = get(); use(v);`;
  if (result.type === "Edm.Untyped" || doc.structured.some(({ name }) => name === result.type)) return `${head} }`;
  const member = { ...result, name: "value" };
  return `${head} ${memberRead(member, doc)} }`;
}

function memberReads(members: readonly Member[], doc: Doc): string {
  return members.map((member) => memberRead(member, doc)).join(" ");
}

function memberRead(member: Use & Pick<Member, "name">, doc: Doc): string {
  const place = `v[${JSON.stringify(member.name)}]${member.collection ? "?.[0]" : ""}`;
  return [`use(${place});`, ...comparisons(member, doc).map((text) => `use(${place} === ${text});`)].join(" ");
}

/** Texts that a program compares a value with, because its type lists them. */
function comparisons({ type }: Use, doc: Doc): string[] {
  const own = doc.enums.find(({ name }) => name === type);
  if (own?.flags === true) return [JSON.stringify(own.members.map(({ name }) => name).join(","))];
  if (own !== undefined) return own.members.map(({ name }) => JSON.stringify(name));
  const primitive = doc.definitions.find(({ name }) => name === type)?.type ?? type;
  if (/^Edm\.(Double|Single|Decimal)$/.test(primitive)) return ['"INF"'];
  return /^Edm\.String$/.test(primitive) ? ['"anything"'] : [];
}

function writers(bodies: readonly Body[], surface: Surface): Program[] {
  const sent = bodies.filter(({ presence }) => presence === "create" || presence === "update");
  const lines = sent.flatMap(({ key, presence, type, value }) => {
    const text = JSON.stringify(value);
    const literal = `{ const w: api.${type} = ${text}; use(w); }`;
    const own = surface.types.get(key);
    const tag = (value as Record<string, unknown>)["@odata.type"];
    if (own === undefined || tag !== `#${key}`) return [literal];
    const names = own.names.filter(
      (name) => /^[a-z]/.test(name) && name.toLowerCase() === type.replace(/^.*\./, "").toLowerCase().replace(/_$/, ""),
    );
    const prefix = /^.*\./.exec(own.identifier)?.[0] ?? "";
    return [literal, ...names.map((name) => `use(api.${prefix}${name}(${text})); /* ${presence} */`)];
  });
  return [{ role: "writer", lines }];
}
