// What the scripts of this folder say goes to stderr: stdout belongs to the command they hand over to.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

export function say(line) {
  process.stderr.write(`${line}\n`);
}

export function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/** Ends with a sentence, not a stack. */
export function refuse(message) {
  say(message);
  process.exit(1);
}

/** Whether an exit code says that a signal ended the program: Ctrl-C is no failure of it. */
export const isInterrupted = (code) => code > 128;

/**
 * Runs a program with its output on our stderr (or as `stdio` says) and passes our signals on to it.
 * @returns its exit code; 128 and the signal's number, as shells say it, when a signal ended it
 */
export function run(program, args, { cwd, env = process.env, stdio = ['ignore', 2, 2] } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio });
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    const pass = (signal) => child.kill(signal);
    for (const signal of signals) process.on(signal, pass);
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      for (const signal of signals) process.off(signal, pass);
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}
