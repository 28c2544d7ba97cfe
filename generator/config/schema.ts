import { compileSchema } from "./compile-schema.ts";
import { configCheck } from "./config-check.ts";
import { outputsOf } from "./outputs.ts";
import { violationsOf, type Violation } from "./violations.ts";

/** What a config file says of one package; `spec/config.schema.json` describes it. */
export interface ConfigFile {
  readonly metadata: string;
  readonly source?: string;
  readonly overlay?: readonly string[];
  readonly out: string;
  readonly roots: readonly string[] | "all";
  readonly derived?: Readonly<Record<string, "none" | "all">>;
  readonly docs?: "metadata" | "overlay" | "none";
  readonly serviceRoot?: string;
  readonly mainNamespace?: string;
  readonly modules?: Readonly<Record<string, string>>;
  readonly names?: Readonly<Record<string, string>>;
  readonly openTypes?: "closed" | "index";
  readonly ieee754Compatible?: boolean;
  readonly apiReport?: boolean;
  readonly package?: {
    readonly name: string;
    readonly version: string;
    readonly description?: string;
    readonly license?: string;
    readonly copyright?: string;
    readonly keywords?: readonly string[];
  };
}

/** A config file as it is written: one package, or several with what they share beside them. */
export interface WrittenConfig extends Partial<ConfigFile> {
  readonly $schema?: string;
  readonly outputs?: Readonly<Record<string, Partial<ConfigFile>>>;
}

/** One package of a config file, what is shared included. */
export interface ConfigOutput {
  /** Undefined where the file describes one package and has no names. */
  readonly name: string | undefined;
  readonly file: ConfigFile;
}

/** Checks parsed JSON against the schema that the package publishes; hands back each package that it describes. */
export async function checkConfig(
  content: unknown,
): Promise<
  | { readonly ok: true; readonly outputs: readonly ConfigOutput[] }
  | { readonly ok: false; readonly violations: readonly Violation[] }
> {
  const isConfig = await configCheck();
  if (isConfig(content)) return { ok: true, outputs: outputsOf(content) };
  // Compiling the schema takes its time, and is only needed to say what is wrong.
  const { validate, schema } = await compileSchema({ allErrors: true, verbose: true });
  validate(content);
  return { ok: false, violations: violationsOf(validate.errors ?? [], schema) };
}
