import { BindgenError } from "../errors.ts";
import { reason, systemCode } from "../system-error.ts";

/** Does the work; where the system refuses, says so of the folder. */
export async function explained(folder: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof BindgenError) throw error;
    const running = systemCode(error) === "EEXIST";
    const message = running ? "another run is writing here" : `cannot write: ${reason(error)}`;
    const hint = running ? "wait until it has ended, then try again" : undefined;
    throw new BindgenError("input", { place: { file: folder }, message, hint }, { cause: error });
  }
}
