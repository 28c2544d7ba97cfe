import { printable } from "../excerpt.ts";
import type { Terminal } from "./terminal.ts";

/** Shows which step is being done, once the work has taken a second. */
export interface Progress {
  readonly step: (name: string) => void;
  /** Erases the line. */
  readonly end: () => void;
}

const patience = 1000;
const eraseLine = "\r\u001b[2K";

/** One line on stderr that follows the work; silent where nobody watches. */
function startProgress(terminal: Terminal): Progress {
  if (!terminal.progress) return { step: () => undefined, end: () => undefined };
  const start = performance.now();
  let current = "";
  let shown = false;
  const show = (): void => {
    shown = true;
    terminal.stderr.write(`${eraseLine}${current.slice(0, terminal.columns - 1)}`);
  };
  const erase = (): void => {
    if (shown) terminal.stderr.write(eraseLine);
  };
  const forget = terminal.host.onInterrupt(erase);
  const timer = setTimeout(show, patience);
  timer.unref();
  return {
    step: (name) => {
      current = `${printable(name)}…`;
      // The steps may be synchronous and keep the timer from firing, so the clock is asked as well.
      if (shown || performance.now() - start >= patience) show();
    },
    end: () => {
      clearTimeout(timer);
      forget();
      erase();
    },
  };
}

/** Runs work with a progress line that is erased whatever happens. */
export async function withProgress<T>(terminal: Terminal, work: (step: Progress["step"]) => Promise<T>): Promise<T> {
  const progress = startProgress(terminal);
  try {
    return await work(progress.step);
  } finally {
    progress.end();
  }
}
