import { visit } from "jsonc-parser";
import { findJsonFault } from "../json.ts";

/** What a text holds, or why it is no JSON; with a remark where something was overlooked. */
export type LenientJson =
  | { readonly ok: true; readonly json: unknown; readonly remark: Remark | undefined }
  | { readonly ok: false; readonly remark: Remark };

/** Something to say about a text, and where. */
export interface Remark {
  readonly message: string;
  readonly line: number | undefined;
  readonly column: number | undefined;
}

/** Reads JSON as documentation shows it: comments and trailing commas are overlooked, with a remark. */
export async function readLenientJson(text: string): Promise<LenientJson> {
  try {
    return { ok: true, json: JSON.parse(text), remark: undefined };
  } catch {
    const fault = await findJsonFault(text);
    const place = { line: fault?.line, column: fault?.column };
    try {
      const message = `this is not quite JSON: ${fault?.message ?? "it does not parse"}`;
      return { ok: true, json: JSON.parse(tidied(text)), remark: { message, ...place } };
    } catch {
      return { ok: false, remark: { message: `this is not JSON: ${fault?.message ?? "it does not parse"}`, ...place } };
    }
  }
}

/** The text with blanks for comments and trailing commas; throws at any other fault. */
function tidied(text: string): string {
  const cuts: (readonly [offset: number, length: number])[] = [];
  let comma: number | undefined;
  const other = (): void => {
    comma = undefined;
  };
  const end = (): void => {
    if (comma !== undefined) cuts.push([comma, 1]);
    comma = undefined;
  };
  visit(
    text,
    {
      onComment: (offset, length) => cuts.push([offset, length]),
      onSeparator: (character, offset) => (comma = character === "," ? offset : undefined),
      onObjectBegin: other,
      onObjectProperty: other,
      onArrayBegin: other,
      onLiteralValue: other,
      onObjectEnd: end,
      onArrayEnd: end,
      onError: (_code, offset) => {
        throw new SyntaxError(`at ${offset}`);
      },
    },
    { allowTrailingComma: true },
  );
  let kept = "";
  let start = 0;
  for (const [offset, length] of cuts.sort(([a], [b]) => a - b)) {
    kept += `${text.slice(start, offset)} `;
    start = offset + length;
  }
  return kept + text.slice(start);
}
