import { locate } from "../config/defaults.ts";
import { configFromFlags } from "../config/flags.ts";
import type { Config } from "../config/types.ts";
import { gitLocation, parseGitLocation } from "../git-location.ts";
import { isCheckout } from "../package-root.ts";
import type { PackagePair } from "../run.ts";
import { readBytes } from "../source/read-source.ts";
import type { DiffFlags } from "./arguments.ts";
import { configFile, configureAll, configureOne, rootsOf } from "./configure.ts";
import { usage } from "./usage.ts";

/** The flags that say what to compare, and how documents are looked at. */
export type SideFlags = Pick<DiffFlags, "base"> & Partial<Pick<DiffFlags, "head" | "config" | "only" | "root" | "all">>;

/** A side as it was named. */
type Side =
  | { readonly kind: "revision"; readonly revision: string }
  | { readonly kind: "document"; readonly location: string }
  | { readonly kind: "working tree" };

/**
 * The two configurations to compare. A revision has its own, the working tree has the one that is there; a document is
 * looked at through the configuration, or as a whole where there is none.
 * @throws BindgenError `usage` for sides that name nothing, and whatever reading the configuration throws
 */
export async function diffSides(flags: SideFlags, cwd: string): Promise<PackagePair> {
  const base = sideOf(flags.base, cwd);
  const head = flags.head === undefined ? workingTree : sideOf(flags.head, cwd);
  const documentsOnly = base.kind === "document" && head.kind === "document";
  const chosen = flags.root !== undefined || flags.all === true;
  const withoutConfig = documentsOnly && flags.config === undefined && (chosen || !isCheckout());
  const configOf = withoutConfig ? (side: Side) => plainConfig(side, flags, cwd) : configure(flags, cwd);
  const supposed = documentsOnly && flags.config === undefined && !withoutConfig;
  const asWhole = (side: Side): Config => plainConfig(side, { ...flags, all: true }, cwd);
  const configs = { base: await configOf(base), head: await configOf(head) };
  if (flags.only !== undefined && configs.base.name === undefined && configs.head.name === undefined) {
    throw usage("--only chooses among outputs, and neither side has several", "leave --only out");
  }
  return {
    ...configs,
    whole: supposed ? { base: asWhole(base), head: asWhole(head) } : undefined,
  };
}

const workingTree: Side = { kind: "working tree" };

function sideOf(text: string, cwd: string): Side {
  if (text === "" || text === "-") {
    throw usage(`"${text}" is no document: standard input is not read`, "give a file, a URL, or git:REVISION");
  }
  if (!text.startsWith("git:")) return { kind: "document", location: locate(cwd, text) };
  const place = parseGitLocation(text);
  if (place !== undefined) {
    return { kind: "document", location: gitLocation({ ...place, path: locate(cwd, place.path) }) };
  }
  const revision = text.slice("git:".length);
  if (revision === "" || revision.endsWith(":")) {
    throw usage(`${text} names no revision`, "write git:REVISION, for instance git:HEAD~1, or git:REVISION:FILE");
  }
  return { kind: "revision", revision };
}

/** Without a config file: everything, or what the flags name. */
function plainConfig(side: Side, flags: SideFlags, cwd: string): Config {
  const metadata = side.kind === "document" ? side.location : "";
  return configFromFlags({ cwd, metadata, out: "generated", roots: rootsOf(flags) ?? "all", ieee754Compatible: false });
}

const orDocument = "give --config FILE, or a second document to compare with";

function configure(flags: SideFlags, cwd: string): (side: Side) => Promise<Config> {
  const { config: given, only, root, all } = flags;
  return async (side) => {
    const file = configFile(given, cwd, side.kind === "document" ? orDocument : undefined);
    const config = side.kind === "revision" ? gitLocation({ revision: side.revision, path: file }) : file;
    const outputs = await configureAll({ config }, cwd, readBytes);
    // A side whose configuration makes one package has nothing to choose from.
    const choice = outputs.some(({ name }) => name !== undefined) ? only : undefined;
    const configured = await configureOne({ config, only: choice, root, all }, cwd, readBytes);
    return side.kind === "document" ? { ...configured, metadata: side.location } : configured;
  };
}
