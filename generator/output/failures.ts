import { BindgenError } from "../errors.ts";
import { reason } from "../system-error.ts";

/** Does the work; where the system refuses, says so of the folder. */
export async function explained<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BindgenError) throw error;
    const message = `cannot write: ${reason(error)}`;
    throw new BindgenError("input", { place: { file: folder }, message }, { cause: error });
  }
}
