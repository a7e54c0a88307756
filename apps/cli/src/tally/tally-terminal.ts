/** Where the command speaks and how it ends; a test puts its own in place. */
export interface TallyTerminal {
  /** Writes a piece; several pieces make the result. */
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly isTerminal: boolean;
  /** 0 done, 1 input refused, 2 wrong usage (3, set by the process itself: the result cannot be written). */
  readonly end: (code: 0 | 1 | 2) => void;
}

export const processTerminal: TallyTerminal = {
  out: (text) => {
    if (process.stdout.listenerCount('error', tellOnce) === 0) process.stdout.on('error', tellOnce);
    // After the first failure nobody reads the rest.
    if (!process.stdout.destroyed) process.stdout.write(text);
  },
  err: (text) => process.stderr.write(text),
  isTerminal: process.stdout.isTTY,
  end: (code) => {
    process.exitCode ??= code;
  },
};

let isTold = false;

/** A reader that has seen enough (`| head`) is no failure of ours. */
function tellOnce(error: NodeJS.ErrnoException): void {
  if (isTold || error.code === 'EPIPE') return;
  isTold = true;
  process.stderr.write(`error: the result cannot be written: ${error.message}\n`);
  process.exitCode = 3;
}
