import { createRequire } from "node:module";
import type ts from "typescript";
import { expect, test } from "vitest";
import { isIdentifier, isKnownEverywhere } from "../../generator/identifier.ts";
import { isLong } from "./campaign.ts";

const require = createRequire(import.meta.url);
// Loading them takes seconds, and neither they nor the letters change with the code: rows are in test/identifier.test.ts.
const names = isLong ? ["typescript-5.0", "typescript-5.9", "typescript"] : [];
const compilers = names.map((name) => require(name) as typeof ts);
const unseen = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/u;

/** Every character beyond ASCII, halves of pairs aside. */
function* characters(): Generator<readonly [code: number, character: string]> {
  for (let code = 0x80; code < 0x110000; code += 1) {
    if (code < 0xd800 || code > 0xdfff) yield [code, String.fromCodePoint(code)];
  }
}

test.runIf(isLong)("letters are those that every compiler takes into an identifier, and that can be seen", () => {
  const wrong: string[] = [];
  for (const [code, character] of characters()) {
    const everywhere = compilers.every(({ isIdentifierPart, ScriptTarget }) =>
      isIdentifierPart(code, ScriptTarget.ES2020),
    );
    if (isKnownEverywhere(character) !== (everywhere && !unseen.test(character))) wrong.push(code.toString(16));
  }
  expect(wrong).toEqual([]);
});

test.runIf(isLong)("an identifier begins with what every compiler takes for its beginning", () => {
  const wrong: string[] = [];
  for (const [code, character] of characters()) {
    if (!isIdentifier(character)) continue;
    const starts = compilers.every(({ isIdentifierStart, ScriptTarget }) =>
      isIdentifierStart(code, ScriptTarget.ES2020),
    );
    if (!starts) wrong.push(code.toString(16));
  }
  expect(wrong).toEqual([]);
});
