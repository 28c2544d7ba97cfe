import type { Node, ParseErrorCode } from "jsonc-parser";
import { BindgenError, type Place } from "./errors.ts";

/** An object that is no array: what JSON calls an object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Parses JSON text from outside; what is malformed is an input error that names line and column. */
export async function parseJson(text: string, file: string): Promise<unknown> {
  try {
    return JSON.parse(text);
  } catch {
    const fault = await findJsonFault(text);
    const place = { file, line: fault?.line, column: fault?.column };
    const message = `this is not JSON: ${fault?.message ?? "it does not parse"}`;
    throw new BindgenError("input", { place, message });
  }
}

/** The tree of JSON text, which knows where everything stands; undefined where it is nested too deep to be looked at. */
export async function parseJsonTree(text: string): Promise<Node | undefined> {
  const { parseTree } = await import("jsonc-parser");
  try {
    return parseTree(text);
  } catch (error) {
    // It recurses.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Decodes UTF-8, with or without a byte order mark; undefined where the bytes are no UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Where malformed JSON breaks, in words. */
export interface JsonFault extends Omit<Place, "file"> {
  readonly message: string;
}

/**
 * The first fault in text that `JSON.parse` has refused. A second reader looks for it, because the messages of
 * `JSON.parse` give a position in some cases only and differ between versions of Node.
 */
export async function findJsonFault(text: string): Promise<JsonFault | undefined> {
  const { printParseErrorCode, visit } = await import("jsonc-parser");
  let first: JsonFault | undefined;
  const onError = (
    code: ParseErrorCode,
    offset: number,
    length: number,
    startLine: number,
    startCharacter: number,
  ): void => {
    first ??= {
      line: startLine + 1,
      column: startCharacter + 1,
      message: describe(printParseErrorCode(code), text.slice(offset, offset + length)),
    };
  };
  try {
    visit(text, { onError }, { disallowComments: true });
  } catch (error) {
    // It recurses; text nested tens of thousands deep is still refused, only without a position.
    if (!(error instanceof RangeError)) throw error;
  }
  return first;
}

function describe(code: string, excerpt: string): string {
  const words = code.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
  return excerpt.trim() === "" ? words : `${words} at ${JSON.stringify(shorten(excerpt))}`;
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
