import { dirname, join } from "node:path";
import { BindgenError, type Problem } from "../errors.ts";
import { nodeFileSystem } from "../output/file-system.ts";
import { readRegular } from "../output/regular-file.ts";
import { isSourcePage } from "../spec/source-page.ts";
import { isState, stateFile } from "../spec/source-state.ts";
import { beginsAsCsdl } from "../spec/spec-files.ts";
import type { Orders } from "./refresh-orders.ts";

/** A file that is about to be replaced. */
interface Target {
  readonly file: string;
  readonly isOurs: (bytes: Buffer) => boolean;
  readonly message: string;
  readonly hint: string;
}

/**
 * Refuses to replace what `refresh` has not written: before anything is downloaded, because nothing will come of it.
 * @throws BindgenError `usage`, for all files that are in the way
 */
export async function refuseForeignTargets(orders: Orders): Promise<void> {
  const problems: Problem[] = [];
  for (const { file, isOurs, message, hint } of orders.flatMap(targetsOf)) {
    const bytes = await readIfPossible(file);
    if (bytes === undefined || isOurs(bytes)) continue;
    problems.push({ place: { file }, message, hint });
  }
  if (problems.length > 0) throw new BindgenError("usage", problems);
}

function targetsOf({ config: { metadata }, page }: Orders[number]): Target[] {
  const message = "this file is not ours, it would be overwritten";
  const away = "refresh writes a file of this name beside the metadata; move yours away, or give it another name";
  return [
    {
      file: metadata,
      isOurs: beginsAsCsdl,
      message: "this is no CSDL XML document, it would be overwritten",
      hint: 'name another file in "metadata", or move this one away',
    },
    { file: join(dirname(metadata), page), isOurs: (bytes) => isOurText(bytes, isSourcePage), message, hint: away },
    { file: stateFile(metadata), isOurs: (bytes) => isOurText(bytes, isState), message, hint: away },
  ];
}

function isOurText(bytes: Buffer, isOurs: (text: string) => boolean): boolean {
  const text = bytes.toString("utf8");
  return text.trim() === "" || isOurs(text);
}

/** What is no plain file, or cannot be read, is refused where it is to be replaced. */
async function readIfPossible(file: string): Promise<Buffer | undefined> {
  try {
    const found = await readRegular(file, nodeFileSystem);
    return found.kind === "file" ? found.bytes : undefined;
  } catch {
    return undefined;
  }
}
