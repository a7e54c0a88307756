/** Where the command speaks and how it ends; a test puts its own in place. */
export interface TallyTerminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly isTerminal: boolean;
  /** 0 done, 1 input refused, 2 wrong usage (3, set by the process itself: the result cannot be written). */
  readonly end: (code: 0 | 1 | 2) => void;
}

export const processTerminal: TallyTerminal = {
  out: (text) => {
    // A reader that has seen enough (`| head`) is no failure of ours.
    process.stdout.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') return;
      process.stderr.write(`error: the result cannot be written: ${error.message}\n`);
      process.exitCode = 3;
    });
    process.stdout.write(text);
  },
  err: (text) => process.stderr.write(text),
  isTerminal: process.stdout.isTTY,
  end: (code) => {
    process.exitCode = code;
  },
};
