import type { Edit } from "./edit.ts";
import { memberEdits } from "./member-edits.ts";
import { otherEdits } from "./other-edits.ts";
import { typeEdits } from "./type-edits.ts";

/** Every way in which a document is changed, by its name. */
export const edits: Readonly<Record<string, Edit>> = { ...memberEdits, ...typeEdits, ...otherEdits };
