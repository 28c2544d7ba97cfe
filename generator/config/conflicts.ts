import { isAbsolute, join, relative } from "node:path";
import { hasCredentials } from "../has-credentials.ts";
import { onDisk } from "../on-disk.ts";
import { isUrl } from "./defaults.ts";
import type { Config } from "./types.ts";
import type { Violation } from "./violations.ts";

/** What an output, or two of one file, cannot have; a conflict of two stands at the second and names the first. */
export function conflictsOf(configs: readonly Config[]): Violation[] {
  return configs.flatMap((second, index) => [
    ...credentials(second),
    ...overlayConflict(second),
    ...ownConflict(second),
    ...configs
      .slice(0, index)
      .flatMap((first) => [
        ...folderConflict(first, second),
        ...documentConflict(first, second),
        ...sourceConflict(first, second),
      ]),
  ]);
}

/** They are in headers of what is published, and in messages. */
function credentials(config: Config): Violation[] {
  return (["metadata", "source", "serviceRoot"] as const).flatMap((key): Violation[] => {
    const value = config[key] ?? "";
    const url = isUrl(value) && URL.canParse(value) ? new URL(value) : undefined;
    if (url === undefined || !hasCredentials(url)) return [];
    const message = `"${key}" has a user name or a password`;
    return [{ path: [key], output: config.name, message, hint: "leave it out: packages name the URL" }];
  });
}

/** `refresh` writes the document, and never the overlay. */
function overlayConflict(config: Config): Violation[] {
  const { metadata, name, overlay } = config;
  if (isUrl(metadata) || !overlay.some((file) => onDisk(file) === onDisk(metadata))) return [];
  const message = `"metadata" names an overlay`;
  return [{ path: ["metadata"], output: name, message, hint: "an overlay is a document of its own" }];
}

/** `refresh` would write the document over it. */
function ownConflict({ from, metadata, name }: Config): Violation[] {
  if (isUrl(metadata) || onDisk(from) !== onDisk(metadata)) return [];
  const message = `"metadata" names this config file`;
  return [
    { path: ["metadata"], output: name, message, hint: "name the CSDL XML document that packages are made from" },
  ];
}

/** Names that differ in case only are one file on many systems. */
function documentConflict(first: Config, second: Config): Violation[] {
  if (first.metadata === second.metadata || isUrl(first.metadata) || isUrl(second.metadata)) return [];
  if (onDisk(first.metadata) !== onDisk(second.metadata)) return [];
  const message = `"metadata" of the outputs "${nameOf(first)}" and "${nameOf(second)}" differs in case only`;
  const hint = "write it alike for one document, or give each another name";
  return [{ path: ["metadata"], output: second.name, message, hint }];
}

function folderConflict(first: Config, second: Config): Violation[] {
  const where = { path: ["out"], output: second.name };
  if (onDisk(first.out) === onDisk(second.out)) {
    const message = `the outputs "${nameOf(first)}" and "${nameOf(second)}" have the same "out"`;
    return [{ ...where, message, hint: "give each a folder of its own" }];
  }
  const pairs: readonly (readonly [Config, Config])[] = [
    [first, second],
    [second, first],
  ];
  return pairs.flatMap(([inner, outer]): Violation[] => {
    if (!isInside(inner.out, join(outer.out, "src"))) return [];
    const message = `the folder of the output "${nameOf(inner)}" lies inside "src" of the output "${nameOf(outer)}"`;
    return [{ ...where, message, hint: "what is there belongs to the other package; give each a folder of its own" }];
  });
}

/** A document that `refresh` writes comes from one place. */
function sourceConflict(first: Config, second: Config): Violation[] {
  if (isUrl(first.metadata) || first.metadata !== second.metadata || first.source === second.source) return [];
  const message = `the outputs "${nameOf(first)}" and "${nameOf(second)}" have the same "metadata" and not the same "source"`;
  const hint = 'give each a document of its own, or put "source" beside "outputs"';
  return [{ path: ["source"], output: second.name, message, hint }];
}

function nameOf({ name }: Config): string {
  return name ?? "";
}

function isInside(inner: string, outer: string): boolean {
  const path = relative(onDisk(outer), onDisk(inner));
  return !isAbsolute(path) && path.split(/[/\\]/)[0] !== "..";
}
