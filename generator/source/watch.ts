/** Ends a request that takes too long. */
export interface Watch {
  readonly signal: AbortSignal;
  /** To be called when a body begins and with each part of it: from then on, silence ends the request. */
  readonly heard: () => void;
  /** To be called when the request is over, whatever became of it. */
  readonly stop: () => void;
}

/** The reasons for which a watch aborts. */
export const late = "late";
export const silent = "silent";

/** Longer ones overflow and fire at once. */
const maxTimer = 2 ** 31 - 1;

/** Starts to watch a request that has so many milliseconds left in all. */
export function startWatch(leftMs: number, silenceMs: number): Watch {
  const controller = new AbortController();
  const deadline = setTimeout(() => controller.abort(late), Math.min(leftMs, maxTimer));
  let silence: NodeJS.Timeout | undefined;
  return {
    signal: controller.signal,
    heard: () => {
      silence ??= setTimeout(() => controller.abort(silent), silenceMs);
      silence.refresh();
    },
    stop: () => {
      clearTimeout(deadline);
      clearTimeout(silence);
    },
  };
}
